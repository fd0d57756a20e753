import type { TimeBounds } from "@holdfast/evidence";

export interface Bounded {
  readonly source: string;
  readonly bounds: TimeBounds | undefined;
}

export interface WithOrder<T extends Bounded> {
  readonly entry: T;
  readonly orderCertain: boolean;
}

interface Pending<T extends Bounded> {
  readonly entry: T;
  readonly bounds: TimeBounds;
  readonly isUncertain: boolean;
}

/**
 * Says for each entry whether another source's entry could as well stand on the other side of it.
 *
 * Computed over what is in the bag alone: what the vault knows of the order would tell that something withheld stands
 * nearby. Within one source the order is the source's own, and certain.
 *
 * Shape: entries come in the order of their earliest instant, those without a time last. Memory: the entries of one
 * source whose possible times are not over; at most `heldAtMost`, beyond which the order is called uncertain.
 */
export function* withCertainOrder<T extends Bounded>(
  entries: Iterable<T>,
  heldAtMost = 10_000,
): Generator<WithOrder<T>> {
  // Entries of one source only: another source's entry settles them all, since it comes later or overlaps.
  let held: Pending<T>[] = [];
  let head = 0;
  const latest = createLatestBySource();
  for (const entry of entries) {
    const { bounds } = entry;
    if (bounds === undefined || held[head]?.entry.source !== entry.source) {
      const from = bounds?.earliest ?? Number.POSITIVE_INFINITY;
      for (const { entry: before, ...was } of held.slice(head)) {
        yield { entry: before, orderCertain: !was.isUncertain && was.bounds.latest < from };
      }
      held = [];
      head = 0;
    }
    if (bounds === undefined) {
      yield { entry, orderCertain: false };
      continue;
    }
    const isUncertain = latest.ofOthers(entry.source) >= bounds.earliest;
    latest.add(entry.source, bounds.latest);
    held.push({ entry, bounds, isUncertain });
    for (let first = held[head]; first !== undefined; first = held[head]) {
      const isOver = first.bounds.latest < bounds.earliest;
      if (!isOver && !first.isUncertain && held.length - head <= heldAtMost) break;
      yield { entry: first.entry, orderCertain: isOver && !first.isUncertain };
      head += 1;
    }
    if (head > heldAtMost) {
      held = held.slice(head);
      head = 0;
    }
  }
  for (const { entry, isUncertain } of held.slice(head))
    yield { entry, orderCertain: !isUncertain };
}

/** The latest possible instant so far, of the source that has it and of all the others. */
const createLatestBySource = () => {
  const none = Number.NEGATIVE_INFINITY;
  let best = { source: "", latest: none };
  let next = none;
  return {
    add: (source: string, latest: number): void => {
      if (source === best.source) best = { source, latest: Math.max(best.latest, latest) };
      else if (latest > best.latest) {
        next = best.latest;
        best = { source, latest };
      } else next = Math.max(next, latest);
    },
    ofOthers: (source: string): number => (source === best.source ? next : best.latest),
  };
};
