import { caseSchema, err, ok } from "@holdfast/evidence";
import type { Assessment } from "@holdfast/guide";
import { describe, expect, it } from "vitest";

import type { DoorError, DoorState } from "../door/door.ts";
import type { WhatIsKnown } from "../door/guiding.ts";
import { createGuideRun } from "./guide-run.ts";
import { createSession } from "./session-state.ts";

const unclear: Assessment = {
  scenario: "unclear",
  certainty: "unclear",
  alternatives: [],
  adviceOf: "unclear",
  gates: [],
  credibility: "unknown",
  threat: { urgency: "none", demands: [], payment: [], handles: [] },
  reasons: [],
};

const aCase = caseSchema.parse({
  id: "0".repeat(32),
  instance: "1".repeat(32),
  createdAt: 0,
  facts: { livesIn: "GB" },
  pictures: "unasked",
});

/** A door with one shelf a place; what the guide's worker is asked is written down. */
const createRoom = ({ isExample = false, isFull = false } = {}) => {
  const shelves = new Map<string, Map<string, string>>();
  const listeners = new Set<() => void>();
  const asked: WhatIsKnown[] = [];
  let state: DoorState = { kind: "locked", why: "start" };
  const set = (next: DoorState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const withShelf = async <T>(work: (shelf: Map<string, string>) => T) => {
    if (state.kind !== "open") return err<DoorError>({ code: "place_locked" });
    const { id } = state.place;
    const shelf = shelves.get(id) ?? new Map<string, string>();
    shelves.set(id, shelf);
    return ok(work(shelf));
  };
  const session = createSession(undefined);
  const guide = createGuideRun({
    session,
    isExample: () => isExample,
    door: {
      state: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      keep: {
        shelf: {
          keys: () => withShelf((shelf) => [...shelf.keys()]),
          get: (key) => withShelf((shelf) => shelf.get(key)),
          set: async (key, value) =>
            isFull
              ? err<DoorError>({ code: "disk_full", path: key })
              : withShelf((shelf) => void shelf.set(key, value)),
          remove: (key) => withShelf((shelf) => void shelf.delete(key)),
        },
      },
      see: { readCase: async () => ok(aCase) },
      guide: {
        understand: async (known) => {
          asked.push(known);
          return ok({ assessment: unclear, plan: [], changes: [], contradictions: [] });
        },
        checkDraft: async () => err<DoorError>({ code: "place_locked" }),
        keptWords: async () =>
          ok({ conversations: [{ text: "pay me", parts: [] }], itemsLeftOut: 0 }),
      },
    },
  });
  return {
    guide,
    session,
    asked,
    shelfOf: (id: string): ReadonlyMap<string, string> => shelves.get(id) ?? new Map(),
    open: async (id: string) => {
      set({
        kind: "open",
        revision: 0,
        place: {
          id,
          name: "1",
          keeps: "on-device",
          pictures: "unasked",
          unfinishedAdds: 0,
          lockedExhibits: [],
        },
      });
      await settled();
    },
    close: () => set({ kind: "locked", why: "asked" }),
  };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("what was told to the guide", () => {
  it("lies on the shelf of the open place, and comes back with it", async () => {
    const room = createRoom();
    await room.open("a");
    room.guide.answer("who", ["ex"]);
    room.guide.setTask("tell-one-person", "done");
    await settled();
    room.close();
    expect(room.guide.state().answers.facts).toEqual({});
    await room.open("b");
    expect(room.guide.state().answers.facts).toEqual({});
    room.close();
    await room.open("a");
    expect(room.guide.state().answers.facts).toEqual({ who: "ex" });
    expect(room.guide.state().states).toEqual({ "tell-one-person": "done" });
  });

  it("waits in memory without a place, and goes onto the shelf of the one that is made", async () => {
    const room = createRoom();
    room.guide.answer("who", ["stranger"]);
    room.guide.say({ text: "send money" });
    await room.open("a");
    expect(room.guide.state().answers).toMatchObject({ text: "send money" });
    expect(room.shelfOf("a").get("guide/answers")).toContain("stranger");
  });

  it("goes into no example", async () => {
    const room = createRoom({ isExample: true });
    room.guide.answer("who", ["stranger"]);
    await room.open("maya");
    expect([...room.shelfOf("maya").keys()]).toEqual([]);
  });

  it("never holds an answer about self-harm", async () => {
    const room = createRoom();
    await room.open("a");
    room.guide.answer("danger", ["yes"]);
    await settled();
    await room.guide.understand();
    for (const value of room.shelfOf("a").values()) expect(value).not.toContain("selfHarm");
  });

  it("is gone from the shelf without a trace when it is thrown away", async () => {
    const room = createRoom();
    await room.open("a");
    room.guide.answer("who", ["ex"]);
    room.guide.planSeen();
    room.guide.setTask("x", "done");
    await settled();
    expect(room.shelfOf("a").size).toBe(3);
    expect(await room.guide.throwAway()).toBe(true);
    expect([...room.shelfOf("a").keys()]).toEqual([]);
  });

  it("says when the device could not write it down, and still knows it", async () => {
    const room = createRoom({ isFull: true });
    await room.open("a");
    room.guide.answer("who", ["ex"]);
    await settled();
    expect(room.guide.state().isFailing).toBe(true);
    expect(room.guide.state().facts.who).toBe("ex");
  });
});

describe("what the guide is asked with", () => {
  it("is what the case, the first minutes and the answers say, the answers last", async () => {
    const room = createRoom();
    room.session.change({ gatesAnswered: true, danger: true, happening: "paid" });
    await room.open("a");
    room.guide.answer("danger", ["no"]);
    await room.guide.understand();
    expect(room.asked.at(-1)?.facts).toEqual({
      country: "GB",
      danger: false,
      paid: true,
      gave: ["money"],
    });
  });

  it("has the pasted words first, then those that are kept, if the person wants", async () => {
    const room = createRoom();
    await room.open("a");
    room.guide.say({ text: "they wrote this" });
    await room.guide.understand();
    expect(room.asked.at(-1)?.texts).toEqual([{ text: "they wrote this" }]);
    room.guide.say({ hearsKept: true });
    await room.guide.understand();
    expect(room.asked.at(-1)?.texts).toEqual([{ text: "they wrote this" }, { text: "pay me" }]);
  });

  it("has what was known when the plan was looked at last beside it", async () => {
    const room = createRoom();
    await room.open("a");
    room.guide.answer("who", ["stranger"]);
    room.guide.planSeen();
    room.guide.answer("who", ["ex"]);
    await room.guide.understand();
    const { before, facts } = room.asked.at(-1) ?? {};
    expect([before?.facts.who, facts?.who]).toEqual(["stranger", "ex"]);
  });

  it("does not show an answer of a place that was closed meanwhile", async () => {
    const room = createRoom();
    await room.open("a");
    const thinking = room.guide.understand();
    room.close();
    await thinking;
    expect(room.guide.state().understood.kind).toBe("not-asked");
  });
});
