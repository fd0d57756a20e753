import type { DoorState } from "./door.ts";
import type { OpenPlace } from "./places.ts";

/** What the screens know; told to them only when it changed. */
export interface StateKeeper {
  readonly read: () => DoorState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly beforeClosing: (listener: () => void) => () => void;
  readonly opened: (place: OpenPlace) => void;
  /** Something in the case: screens ask anew. Nothing, when it was locked meanwhile. */
  readonly changed: (place: OpenPlace) => void;
  /** Another window opened or closed a place: whoever shows this door looks again. */
  readonly placesChanged: () => void;
  /** Tells those who have something to write first, and then everybody. */
  readonly locking: () => void;
  readonly locked: (why: "asked" | "taken-over" | "worker-died") => void;
}

export const createState = (): StateKeeper => {
  let state: DoorState = { kind: "locked", why: "start" };
  let revision = 0;
  /** Of the place that is open, or is closing. */
  let keeps: OpenPlace["keeps"] | undefined;
  const listeners = new Set<() => void>();
  const lastWriters = new Set<() => void>();
  const set = (next: DoorState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const open = (place: OpenPlace): void => {
    revision += 1;
    ({ keeps } = place);
    set({ kind: "open", place, revision });
  };
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    beforeClosing: (listener) => {
      lastWriters.add(listener);
      return () => lastWriters.delete(listener);
    },
    opened: open,
    changed: (place) => {
      if (state.kind === "open" && state.place.id === place.id) open(place);
    },
    placesChanged: () => {
      if (state.kind === "locked") set({ ...state });
    },
    locking: () => {
      if (state.kind === "open") lastWriters.forEach((listener) => listener());
      set({ kind: "locking" });
    },
    locked: (why) => {
      const isGone = why === "worker-died" && keeps === "nothing";
      keeps = undefined;
      set({ kind: "locked", why: isGone ? "place-gone" : why });
    },
  };
};
