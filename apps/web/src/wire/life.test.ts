import { describe, expect, it } from "vitest";

import { followLife, holdLife, type Locks } from "./life.ts";
import type { WirePort } from "./messages.ts";

/** Exclusive locks of one origin, as browsers give them: one holder, the others in their order. */
const createLocks = () => {
  const queues = new Map<string, (() => Promise<unknown> | undefined)[]>();
  const holders = new Map<string, () => void>();
  const grant = (name: string): void => {
    const held = queues.get(name)?.shift();
    if (held === undefined || holders.has(name)) return;
    let isHeld = true;
    const release = (): void => {
      if (!isHeld) return;
      isHeld = false;
      holders.delete(name);
      grant(name);
    };
    holders.set(name, release);
    void Promise.resolve(held()).then(release);
  };
  const locks: Locks = {
    request: (name, { signal }, held) =>
      new Promise((resolve, reject) => {
        const mine = (): Promise<unknown> | undefined => {
          const result = held();
          resolve(undefined);
          return result;
        };
        queues.set(name, [...(queues.get(name) ?? []), mine]);
        signal?.addEventListener("abort", () => {
          queues.set(name, queues.get(name)?.filter((other) => other !== mine) ?? []);
          reject(new DOMException("Aborted", "AbortError"));
        });
        if (!holders.has(name)) grant(name);
      }),
  };
  return { locks, endHolderOf: (name: string) => holders.get(name)?.() };
};

const createRoom = () => {
  const { locks, endHolderOf } = createLocks();
  let toStarter = (message: unknown): void => void message;
  const say = (message: unknown): void => toStarter(message);
  const worker: WirePort = { postMessage: say, onMessage: () => undefined };
  const life = followLife(
    {
      postMessage: () => undefined,
      onMessage: (handler) => {
        toStarter = handler;
      },
    },
    locks,
  );
  const heard: unknown[] = [];
  let ends = 0;
  life.port.onMessage((message) => heard.push(message));
  life.onEnd(() => {
    ends += 1;
  });
  holdLife(worker, locks, "life/1");
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    life,
    heard,
    say,
    ends: () => ends,
    settle,
    die: async () => {
      endHolderOf("life/1");
      await settle();
    },
  };
};

describe("the life of a worker", () => {
  it("is told to whoever started it, once, when it ends by itself", async () => {
    const room = createRoom();
    await room.settle();
    expect(room.ends()).toBe(0);
    await room.die();
    expect(room.ends()).toBe(1);
  });

  it("is not waited for by whoever ends it", async () => {
    const room = createRoom();
    room.life.letGo();
    await room.die();
    expect(room.ends()).toBe(0);
  });

  it("leaves everything that the worker says to the port", async () => {
    const room = createRoom();
    room.say({ kind: "done", call: 0 });
    // Said once: whoever sends it again is not the worker's life.
    room.say({ kind: "alive", lock: "another" });
    await room.settle();
    expect(room.heard).toEqual([
      { kind: "done", call: 0 },
      { kind: "alive", lock: "another" },
    ]);
  });
});
