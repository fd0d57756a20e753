import {
  type EventTime,
  type SourceSpan,
  timeBounds,
  type TimeBounds,
  type ZoneOffsets,
} from "@holdfast/evidence";

/** What ordering needs to know of something on the timeline. */
export interface Placed {
  readonly time: EventTime;
  /** Where it came from and in which place there: the order of last resort, since a source keeps its own order. */
  readonly source: string;
  readonly span: SourceSpan;
}

export interface Ordered<T extends Placed> {
  readonly entry: T;
  readonly bounds: TimeBounds | undefined;
  /** False where another source's entry could as well stand on the other side of this one. */
  readonly orderCertain: boolean;
}

/**
 * Puts everything in the order of the earliest possible instant; what has no time comes last, in its source's order.
 *
 * This is the meaning of the timeline in its simplest form. The vault pages the same order out of an index, and its
 * tests hold it against this one.
 */
export const orderTimeline = <T extends Placed>(
  deps: { readonly zones: ZoneOffsets },
  entries: readonly T[],
  zone: string | undefined,
): readonly Ordered<T>[] => {
  const placed = entries.map((entry, index) => ({
    entry,
    index,
    bounds: timeBounds(deps, entry.time, zone),
  }));
  placed.sort(
    (a, b) =>
      (a.bounds?.earliest ?? Number.POSITIVE_INFINITY)
        - (b.bounds?.earliest ?? Number.POSITIVE_INFINITY) || a.index - b.index,
  );
  return placed.map(({ entry, bounds }, at) => ({
    entry,
    bounds,
    orderCertain:
      bounds !== undefined
      && !overlapsNeighbour(placed, at, -1)
      && !overlapsNeighbour(placed, at, 1),
  }));
};

/** Only neighbours of other sources count: within one source the order is the source's own and certain. */
const overlapsNeighbour = (
  placed: readonly { readonly entry: Placed; readonly bounds: TimeBounds | undefined }[],
  at: number,
  step: -1 | 1,
): boolean => {
  const here = placed[at];
  const there = placed[at + step];
  if (here?.bounds === undefined || there?.bounds === undefined) return false;
  if (here.entry.source === there.entry.source) return false;
  return here.bounds.earliest <= there.bounds.latest && there.bounds.earliest <= here.bounds.latest;
};
