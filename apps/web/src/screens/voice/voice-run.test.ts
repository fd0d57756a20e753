import { err, ok } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import type { DoorState } from "../../door/door.ts";
import type { VoiceNote, VoiceToKeep } from "../../door/keeping.ts";
import type { Microphone } from "./microphone.ts";
import { createVoiceRun, longestMs } from "./voice-run.ts";

const open: DoorState = {
  kind: "open",
  place: {
    id: "0".repeat(32),
    name: "1",
    keeps: "on-device",
    pictures: "unasked",
    unfinishedAdds: 0,
    lockedExhibits: [],
  },
  revision: 1,
};
const locked: DoorState = { kind: "locked", why: "start" };
const note: VoiceNote = { id: "1", saidAt: 0, durationMs: 0, sizeInBytes: 1 };

const createRoom = ({ door: first = locked }: { readonly door?: DoorState } = {}) => {
  let now = 1_000;
  let door = first;
  let tell = (): void => undefined;
  let endOfDevice = (): void => undefined;
  let elapse = (): void => undefined;
  const seen: string[] = [];
  const stored: VoiceToKeep[] = [];
  let answer: Awaited<ReturnType<Microphone["listen"]>> | undefined;
  const run = createVoiceRun({
    microphone: {
      canRecord: true,
      listen: (onEnd) => {
        endOfDevice = onEnd;
        return Promise.resolve(
          answer
            ?? ok({
              stop: () => {
                seen.push("stopped");
                return Promise.resolve(new Blob(["sound"], { type: "audio/webm" }));
              },
              drop: () => seen.push("dropped"),
            }),
        );
      },
    },
    door: {
      state: () => door,
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
      keep: {
        voices: {
          set: (voice) => {
            stored.push(voice);
            return Promise.resolve(ok(note));
          },
        },
      },
    },
    askForPlace: () => {
      seen.push("asked for a place");
      return Promise.resolve();
    },
    hold: () => {
      seen.push("held");
      return () => seen.push("let go");
    },
    now: () => now,
    startTimer: (durationMs, elapsed) => {
      expect(durationMs).toBe(longestMs);
      elapse = elapsed;
      return () => seen.push("timer off");
    },
    nameOf: (saidAt) => `said at ${saidAt}`,
  });
  return {
    run,
    seen,
    stored,
    wait: (durationMs: number) => {
      now += durationMs;
    },
    refuse: () => {
      answer = err({ code: "refused" });
    },
    pullOut: () => endOfDevice(),
    elapse: () => elapse(),
    go: (next: DoorState) => {
      door = next;
      tell();
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  };
};

describe("something that is said", () => {
  it("is in memory until it is kept, and the page does not close while it is said", async () => {
    const room = createRoom({ door: open });
    await room.run.start();
    expect(room.run.state()).toEqual({ kind: "recording", startedAt: 1_000 });
    room.wait(7_000);
    await room.run.stop();
    expect(room.run.state()).toMatchObject({ kind: "held", voice: { durationMs: 7_000 } });
    expect(room.stored).toEqual([]);
    expect(room.seen).toEqual(["held", "stopped", "timer off", "let go"]);
    await room.run.keep();
    expect(room.run.state()).toEqual({ kind: "kept" });
    expect(room.stored).toMatchObject([{ saidAt: 1_000, name: "said at 1000" }]);
  });

  it("ends by itself when the microphone goes away, and when it gets too long", async () => {
    for (const end of ["pullOut", "elapse"] as const) {
      const room = createRoom();
      await room.run.start();
      room[end]();
      await room.settle();
      expect(room.run.state().kind).toBe("held");
    }
  });

  it("waits for a place to be made, and is kept in it", async () => {
    const room = createRoom();
    await room.run.start();
    await room.run.stop();
    await room.run.keep();
    expect(room.seen).toContain("asked for a place");
    room.go(open);
    await room.settle();
    expect(room.run.state()).toEqual({ kind: "kept" });
  });

  it("is not put into a place that is opened for something else", async () => {
    const room = createRoom();
    await room.run.start();
    await room.run.stop();
    room.go(open);
    await room.settle();
    expect(room.stored).toEqual([]);
  });

  it("is gone when it is thrown away, also while it is being said", async () => {
    const room = createRoom({ door: open });
    await room.run.start();
    room.run.discard();
    expect(room.run.state()).toEqual({ kind: "idle" });
    expect(room.seen).toContain("dropped");
    expect(room.stored).toEqual([]);
  });

  it("says why nothing can be recorded", async () => {
    const room = createRoom();
    room.refuse();
    await room.run.start();
    expect(room.run.state()).toEqual({ kind: "failed", why: "refused" });
  });
});

describe("whoever goes away while they speak", () => {
  it("has finished; it is kept, once, before the place closes", async () => {
    const room = createRoom({ door: open });
    await room.run.start();
    // The page goes out of sight and its screen goes away, at once.
    await Promise.all([room.run.leave(), room.run.stop(), room.run.leave()]);
    expect(room.stored).toHaveLength(1);
    expect(room.run.state()).toEqual({ kind: "kept" });
  });

  it("chose that it is not kept: it waits, and goes with the place", async () => {
    const room = createRoom({ door: open });
    room.run.setKeepsOnLeave(false);
    await room.run.start();
    await room.run.leave();
    expect(room.run.state().kind).toBe("held");
    room.run.placeClosed();
    expect(room.run.state()).toEqual({ kind: "idle" });
    expect(room.stored).toEqual([]);
  });

  it("finds it again on the page where there is no place yet", async () => {
    const room = createRoom();
    await room.run.start();
    await room.run.leave();
    expect(room.run.state().kind).toBe("held");
    expect(room.seen).not.toContain("asked for a place");
  });

  it("is not recorded when the browser says yes too late", async () => {
    const room = createRoom({ door: open });
    const starting = room.run.start();
    await room.run.leave();
    await starting;
    expect(room.run.state()).toEqual({ kind: "idle" });
    expect(room.seen).toEqual(["dropped"]);
  });
});
