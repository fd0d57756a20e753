import type { DoorError } from "../../../door/door.ts";
import type { Block } from "./blocks.ts";
import type { BlockLoader, LoadedSlice } from "./block-loader.ts";

export type BlockState =
  | { readonly kind: "loaded"; readonly slices: readonly LoadedSlice[] }
  | { readonly kind: "failed"; readonly error: DoorError };

/** What was loaded around what is looked at; the farthest is let go first. */
export interface ListStore {
  readonly read: () => ReadonlyMap<number, BlockState>;
  readonly subscribe: (listener: () => void) => () => void;
  /** These are in view, or nearly; those of an earlier wish that are not yet begun are dropped. */
  readonly want: (first: number, last: number) => void;
  readonly retry: (block: number) => void;
  /** Loads what is wanted until the way to stop, which it gives, is called. */
  readonly begin: () => () => void;
}

/** Some five thousand rows: enough to scroll back without a flicker, little enough for a cheap phone. */
const mostKept = 200;

/** The list that this one takes the place of: something was kept meanwhile. */
export interface FormerList {
  readonly blocks: readonly Block[];
  readonly store: Pick<ListStore, "read">;
}

export const createListStore = (
  blocks: readonly Block[],
  loader: BlockLoader,
  former?: FormerList,
): ListStore => {
  const listeners = new Set<() => void>();
  let stopping = new AbortController();
  // Days that are as they were stay in view until they are read anew: a list that goes blank looks like a loss.
  let loaded: ReadonlyMap<number, BlockState> =
    former === undefined ? new Map() : sameDays(blocks, former);
  let stale: ReadonlySet<number> = new Set(loaded.keys());
  let wanted: readonly number[] = [];
  let centre = 0;
  let isRunning = false;

  const put = (block: number, state: BlockState): void => {
    const next = new Map(loaded).set(block, state);
    stale = new Set([...stale].filter((other) => other !== block));
    if (next.size > mostKept) {
      const farthest = [...next.keys()].toSorted(
        (a, b) => Math.abs(b - centre) - Math.abs(a - centre),
      )[0];
      if (farthest !== undefined) next.delete(farthest);
    }
    loaded = next;
    listeners.forEach((listener) => listener());
  };

  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    const { signal } = stopping;
    for (;;) {
      const next = wanted.find((block) => !loaded.has(block) || stale.has(block));
      const block = next === undefined ? undefined : blocks[next];
      if (next === undefined || block === undefined || signal.aborted) break;
      const answer = await loader.load(block, signal);
      if (signal.aborted) break;
      put(
        next,
        answer.ok
          ? { kind: "loaded", slices: answer.value }
          : { kind: "failed", error: answer.error },
      );
    }
    isRunning = false;
    // Begun anew meanwhile, as React does when it tries out a screen.
    if (signal !== stopping.signal) void run();
  };

  return {
    read: () => loaded,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want: (first, last) => {
      centre = (first + last) / 2;
      // From the middle outwards: what is looked at comes first.
      wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index).toSorted(
        (a, b) => Math.abs(a - centre) - Math.abs(b - centre),
      );
      void run();
    },
    retry: (block) => {
      const without = new Map(loaded);
      without.delete(block);
      loaded = without;
      listeners.forEach((listener) => listener());
      void run();
    },
    begin: () => {
      stopping = new AbortController();
      void run();
      return () => stopping.abort();
    },
  };
};

const sameDays = (
  blocks: readonly Block[],
  former: FormerList,
): ReadonlyMap<number, BlockState> => {
  const known = new Map(former.blocks.map((block, index) => [placesOf(block), index]));
  const states = former.store.read();
  return new Map(
    blocks.flatMap((block, index): readonly (readonly [number, BlockState])[] => {
      const state = states.get(known.get(placesOf(block)) ?? -1);
      return state?.kind === "loaded" ? [[index, state]] : [];
    }),
  );
};

const placesOf = ({ slices }: Block): string =>
  slices.map(({ day, total, from }) => [day, total, from].join("/")).join(" ");
