import { ok } from "@holdfast/evidence";

import type { Answer, Door } from "../door/door.ts";
import type { OpenPlace } from "../door/places.ts";
import { createDraftShelf, type DraftKey } from "./draft-shelf.ts";
import type { StartTimer } from "./start-timer.ts";

/**
 * Half-written words.
 *
 * [Note: half-written words] While a place is open they lie on its private shelf, a second after they were typed at the latest,
 * when the page goes out of sight, and before the place closes, however it is closed: so they are in no copy for others
 * (care rule 5), and come back with the place. While none is open they are in the page's memory alone, and not even there
 * where somebody may pick up the phone. Nothing that was written down stays in memory: what screens show, they ask for.
 */
export interface Drafts {
  /** What stands in the field now. Nothing but spaces is no draft. */
  readonly put: (key: DraftKey, text: string) => void;
  readonly read: (key: DraftKey) => Promise<string | undefined>;
  /** Gone without a trace: kept as what it was meant to be, or thrown away by the person. */
  readonly drop: (key: DraftKey) => Answer<void>;
  readonly keys: () => Promise<readonly DraftKey[]>;
  /** Writes what is not written yet. */
  readonly flush: () => void;
  /** Whether the last words could not be written down: the device has no room, or fails. */
  readonly isFailing: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface DraftsDeps {
  readonly door: Pick<Door, "state" | "subscribe" | "beforeClosing"> & {
    readonly keep: { readonly shelf: Door["keep"]["shelf"] };
  };
  readonly startTimer: StartTimer;
  /** Somebody may pick up the phone: words of no place do not wait in memory. */
  readonly isWatched: () => boolean;
  /** The place that is being opened is an example: what is typed in it is nobody's, and goes with it. */
  readonly isExample: () => boolean;
}

export const createDrafts = ({ door, startTimer, isWatched, isExample }: DraftsDeps): Drafts => {
  const listeners = new Set<() => void>();
  let isFailing = false;
  const setFailing = (now: boolean): void => {
    if (now === isFailing) return;
    isFailing = now;
    listeners.forEach((listener) => listener());
  };
  const shelf = createDraftShelf({
    shelf: door.keep.shelf,
    startTimer,
    onWritten: (isWritten) => setFailing(!isWritten),
  });
  /** Typed while no place was open. */
  const loose = new Map<DraftKey, string>();
  let takingIn: Promise<unknown> = Promise.resolve();
  const isOwnOpen = followPlace(door, isExample, {
    opened: (place) => {
      shelf.opened(place);
      takingIn = Promise.all([...loose.keys()].map(takeIn));
    },
    closed: () => {
      shelf.closed();
      setFailing(false);
    },
  });
  /** What was typed before there was a place goes behind what its shelf has: neither replaces the other. */
  const takeIn = async (key: DraftKey): Promise<void> => {
    const before = await shelf.read(key);
    const text = loose.get(key);
    // Kept or thrown away meanwhile, or the place closed again.
    if (text === undefined || !isOwnOpen()) return;
    loose.delete(key);
    shelf.put(key, joinWords(shelf.waiting(key) ?? before, text));
    shelf.flush();
  };
  door.beforeClosing(shelf.flush);

  return {
    put: (key, text) => {
      if (isOwnOpen()) shelf.put(key, text);
      // Not in an example, and not while a place is closing.
      else if (door.state().kind === "locked" && !isWatched()) loose.set(key, text);
    },
    read: async (key) => {
      if (!isOwnOpen()) {
        if (isWatched()) loose.clear();
        return door.state().kind === "locked" ? loose.get(key) : undefined;
      }
      await takingIn;
      return shelf.read(key);
    },
    drop: async (key) => {
      loose.delete(key);
      return isOwnOpen() ? shelf.drop(key) : ok(undefined);
    },
    keys: async () => {
      if (!isOwnOpen()) return [];
      await takingIn;
      return shelf.keys();
    },
    flush: shelf.flush,
    isFailing: () => isFailing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Tells of the person's own places alone. Gives whether one of them is open. */
const followPlace = (
  door: DraftsDeps["door"],
  isExample: DraftsDeps["isExample"],
  tell: { readonly opened: (place: OpenPlace) => void; readonly closed: () => void },
): (() => boolean) => {
  let seenId: string | undefined;
  let ownId: string | undefined;
  door.subscribe(() => {
    const state = door.state();
    if (state.kind === "open" && state.place.id !== seenId) {
      seenId = state.place.id;
      if (isExample()) return;
      ownId = seenId;
      tell.opened(state.place);
    } else if (state.kind === "locked") {
      seenId = undefined;
      if (ownId === undefined) return;
      ownId = undefined;
      tell.closed();
    }
  });
  return () => {
    const state = door.state();
    return state.kind === "open" && state.place.id === ownId;
  };
};

/** Words of two times, one below the other. */
export const joinWords = (before: string | undefined, then: string): string =>
  before === undefined || before === then ? then : `${before}\n\n${then}`;
