import { err, ok } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import type { DoorError, DoorState } from "../door/door.ts";
import type { OpenPlace } from "../door/places.ts";
import { createDrafts } from "./drafts.ts";

const placeOf = (id: string, keeps: OpenPlace["keeps"] = "on-device"): OpenPlace => ({
  id,
  name: "1",
  keeps,
  pictures: "unasked",
  unfinishedAdds: 0,
  lockedExhibits: [],
});

/** A door with a shelf for each place, which answers only while that place is open. */
const createRoom = (given: { readonly isWatched?: boolean; readonly isExample?: boolean } = {}) => {
  const shelves = new Map<string, Map<string, string>>();
  const listeners = new Set<() => void>();
  const lastWriters = new Set<() => void>();
  let state: DoorState = { kind: "locked", why: "start" };
  let failure: DoorError | undefined;
  let timers: (() => void)[] = [];
  const set = (next: DoorState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const shelf = (): Map<string, string> | undefined => {
    if (state.kind !== "open") return undefined;
    const { id } = state.place;
    const known = shelves.get(id) ?? new Map<string, string>();
    shelves.set(id, known);
    return known;
  };
  /** What is asked is done in its order; the answer comes later, as from a worker. */
  const answer = async <T>(work: (shelf: Map<string, string>) => T) => {
    const open = shelf();
    if (open === undefined) return err<DoorError>({ code: "place_locked" });
    return failure === undefined ? ok(work(open)) : err(failure);
  };
  const drafts = createDrafts({
    door: {
      state: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      beforeClosing: (listener) => {
        lastWriters.add(listener);
        return () => lastWriters.delete(listener);
      },
      keep: {
        shelf: {
          keys: () => answer((open) => [...open.keys()]),
          get: (key) => answer((open) => open.get(key)),
          set: (key, value) => answer((open) => void open.set(key, value)),
          remove: (key) => answer((open) => void open.delete(key)),
        },
      },
    },
    startTimer: (_, elapsed) => {
      timers.push(elapsed);
      return () => {
        timers = timers.filter((other) => other !== elapsed);
      };
    },
    isWatched: () => given.isWatched ?? false,
    isExample: () => given.isExample ?? false,
  });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    drafts,
    settle,
    shelfOf: (id: string) => Object.fromEntries(shelves.get(id) ?? []),
    lay: (id: string, words: Readonly<Record<string, string>>) => {
      shelves.set(id, new Map(Object.entries(words)));
    },
    setFailure: (next: DoorError | undefined) => {
      failure = next;
    },
    open: async (place: OpenPlace) => {
      set({ kind: "open", place, revision: 1 });
      await settle();
    },
    lock: async () => {
      lastWriters.forEach((listener) => listener());
      set({ kind: "locking" });
      set({ kind: "locked", why: "asked" });
      await settle();
    },
    die: () => set({ kind: "locked", why: "worker-died" }),
    wait: async () => {
      for (const elapsed of timers.splice(0)) elapsed();
      await settle();
    },
  };
};

const full: DoorError = { code: "disk_full", path: "case.db" };

describe("half-written words", () => {
  it("are written a moment after they were typed, the last of them only", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    room.drafts.put("words", "pay");
    room.drafts.put("words", "pay until");
    expect(room.shelfOf("a")).toEqual({});
    await room.wait();
    expect(room.shelfOf("a")).toEqual({ "draft/words": "pay until" });
  });

  it("are written before the place closes, and stand there when it is opened again", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    room.drafts.put("words", "pay until friday");
    room.drafts.put("note", "ask Jo");
    await room.lock();
    expect(await room.drafts.read("words")).toBeUndefined();
    expect(await room.drafts.keys()).toEqual([]);
    await room.open(placeOf("a"));
    expect(await room.drafts.read("words")).toBe("pay until friday");
    expect(await room.drafts.keys()).toEqual(["words", "note"]);
  });

  it("wait in memory for their own place, when its worker died before they were written", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    room.drafts.put("words", "pay until friday");
    room.die();
    expect(await room.drafts.read("words")).toBeUndefined();
    await room.open(placeOf("a"));
    expect(room.shelfOf("a")).toEqual({ "draft/words": "pay until friday" });
  });

  it("are never given to another place", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    room.drafts.put("words", "pay until friday");
    room.die();
    await room.open(placeOf("b"));
    expect([await room.drafts.read("words"), room.shelfOf("b")]).toEqual([undefined, {}]);
  });

  it("are gone with a place that keeps nothing", async () => {
    const room = createRoom();
    await room.open(placeOf("a", "nothing"));
    room.drafts.put("words", "pay until friday");
    room.die();
    await room.open(placeOf("a", "nothing"));
    expect(await room.drafts.read("words")).toBeUndefined();
  });

  it("leave nothing when they are thrown away, written or not", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    room.drafts.put("words", "pay until friday");
    await room.wait();
    room.drafts.put("words", "pay until friday night");
    await room.drafts.drop("words");
    await room.wait();
    expect([room.shelfOf("a"), await room.drafts.keys()]).toEqual([{}, []]);
  });

  it("say that they stand on the page alone while there is no room, and no longer", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    const heard: boolean[] = [];
    room.drafts.subscribe(() => heard.push(room.drafts.isFailing()));
    room.setFailure(full);
    room.drafts.put("words", "pay until friday");
    await room.wait();
    room.setFailure(undefined);
    room.drafts.put("words", "pay until friday night");
    await room.wait();
    expect(heard).toEqual([true, false]);
    expect(room.shelfOf("a")).toEqual({ "draft/words": "pay until friday night" });
  });

  it("come back when there was no room for them before the place closed", async () => {
    const room = createRoom();
    await room.open(placeOf("a"));
    room.setFailure(full);
    room.drafts.put("words", "pay until friday");
    await room.lock();
    room.setFailure(undefined);
    await room.open(placeOf("a"));
    expect(await room.drafts.read("words")).toBe("pay until friday");
  });
});

describe("words that are typed while no place is open", () => {
  it("stay in memory, and go on the shelf of the place that is opened or made then", async () => {
    const room = createRoom();
    room.drafts.put("words", "pay until friday");
    expect(await room.drafts.read("words")).toBe("pay until friday");
    await room.open(placeOf("a"));
    expect(await room.drafts.read("words")).toBe("pay until friday");
    expect(room.shelfOf("a")).toEqual({ "draft/words": "pay until friday" });
  });

  it("stand below those that the place has already", async () => {
    const room = createRoom();
    room.lay("a", { "draft/words": "monday" });
    room.drafts.put("words", "friday");
    await room.open(placeOf("a"));
    expect(await room.drafts.read("words")).toBe("monday\n\nfriday");
    await room.settle();
    expect(room.shelfOf("a")).toEqual({ "draft/words": "monday\n\nfriday" });
  });

  it("are no draft any more when they were kept as soon as there was a place", async () => {
    const room = createRoom();
    room.drafts.put("words", "pay until friday");
    const opening = room.open(placeOf("a"));
    await room.drafts.drop("words");
    await opening;
    await room.wait();
    expect([room.shelfOf("a"), await room.drafts.read("words")]).toEqual([{}, undefined]);
  });

  it("wait nowhere when somebody may pick up the phone", async () => {
    const room = createRoom({ isWatched: true });
    room.drafts.put("words", "pay until friday");
    expect(await room.drafts.read("words")).toBeUndefined();
    await room.open(placeOf("a"));
    expect(room.shelfOf("a")).toEqual({});
  });

  it("do not go over to an example, and nothing typed in one is written down", async () => {
    const room = createRoom({ isExample: true });
    room.drafts.put("words", "pay until friday");
    await room.open(placeOf("maya", "nothing"));
    expect(await room.drafts.read("words")).toBeUndefined();
    room.drafts.put("note", "typed in the example");
    await room.wait();
    await room.lock();
    expect(room.shelfOf("maya")).toEqual({});
    expect(await room.drafts.read("words")).toBe("pay until friday");
    expect(await room.drafts.read("note")).toBeUndefined();
  });
});
