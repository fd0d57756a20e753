import { caseSchema, ok } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import type { FileToKeep, KeepOptions } from "../../door/keeping.ts";
import type { KeepingState, Pending } from "./keeping-run.ts";
import { createKeepingRunner, type KeepingDoor } from "./keeping-runner.ts";

const aCase = caseSchema.parse({
  id: "1".repeat(32),
  instance: "2".repeat(32),
  createdAt: 0,
  facts: {},
  pictures: "all-adult",
});

const createRoom = () => {
  let state: KeepingState = { kind: "idle" };
  const rounds: { names: string[]; withoutMedia: boolean | undefined }[] = [];
  const finishers: (() => void)[] = [];
  async function* keepThem(names: readonly string[], options?: KeepOptions) {
    rounds.push({ names: [...names], withoutMedia: options?.withoutMedia });
    await new Promise<void>((resolve) => finishers.push(resolve));
    for (const [index, name] of names.entries()) {
      yield { kind: "not-kept", index, name, error: { code: "cancelled" } } as const;
    }
  }
  const door: KeepingDoor = {
    keep: {
      keepFiles: (files, options) =>
        keepThem(
          files.map(({ name }) => name),
          options,
        ),
      keepText: async () => ({ ok: false, error: { code: "place_locked" } }),
      inbox: { takeIn: (ids, options) => keepThem(ids, options) },
    },
    see: { readCase: async () => ok(aCase), setFacts: async () => ok(undefined) },
  };
  const set = (next: KeepingState): void => {
    state = next;
  };
  const runner = createKeepingRunner(door, { get: () => state, set, setCalmly: set });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    runner,
    rounds,
    state: () => state,
    settle,
    finishRound: async () => {
      finishers.shift()?.();
      await settle();
    },
  };
};

const fileOf = (name: string): FileToKeep => ({ file: new Blob(), name });
const filesOf = (...names: readonly string[]): Pending => ({
  files: names.map(fileOf),
  texts: [],
  inbox: [],
});

describe("keeping", () => {
  it("keeps what is chosen while something is being kept, after it, and lists all of it", async () => {
    const room = createRoom();
    const running = room.runner.run(filesOf("one.png"));
    await room.settle();
    room.runner.add(filesOf("two.png", "three.png"));
    expect(room.state()).toMatchObject({ kind: "running", total: 3 });
    await room.finishRound();
    await room.finishRound();
    await running;
    expect(room.rounds.map(({ names }) => names)).toEqual([["one.png"], ["two.png", "three.png"]]);
    expect(room.state()).toMatchObject({
      kind: "done",
      events: [
        { index: 0, name: "one.png" },
        { index: 1, name: "two.png" },
        { index: 2, name: "three.png" },
      ],
    });
  });

  it("counts what had no turn when the place closes, whatever was added meanwhile", async () => {
    const room = createRoom();
    const running = room.runner.run(filesOf("one.png"));
    await room.settle();
    room.runner.add(filesOf("two.png", "three.png"));
    room.runner.cut();
    await room.finishRound();
    await running;
    expect(room.rounds).toHaveLength(1);
    expect(room.state()).toEqual({ kind: "cut-short", kept: 0, left: 3 });
  });

  it("asks about strangers for a chat that another app shared while the place was closed, too", async () => {
    const room = createRoom();
    const shared: Pending = {
      files: [],
      texts: [],
      inbox: [{ id: "a", name: "WhatsApp Chat.zip" }],
    };
    const running = room.runner.run(shared);
    await room.settle();
    expect(room.state()).toMatchObject({ kind: "running", question: "strangers" });
    room.runner.answerStrangers(true);
    await room.settle();
    await room.finishRound();
    await running;
    expect(room.rounds).toEqual([{ names: ["a"], withoutMedia: true }]);
  });
});
