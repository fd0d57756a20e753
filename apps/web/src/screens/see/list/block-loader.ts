import { ok, type Result } from "@holdfast/evidence";
import type { TimelineCursor, TimelineEntry } from "@holdfast/vault";

import type { DoorError } from "../../../door/door.ts";
import type { See, TimelineFilter } from "../../../door/seeing.ts";
import { type Block, rowsPerBlock, type Slice } from "./blocks.ts";

export interface LoadedSlice {
  readonly slice: Slice;
  readonly entries: readonly TimelineEntry[];
  /** The row before the first one, where the slice begins within a long day. */
  readonly before?: TimelineEntry | undefined;
}

export interface BlockLoader {
  readonly load: (
    block: Block,
    signal: AbortSignal,
  ) => Promise<Result<readonly LoadedSlice[], DoorError>>;
}

export interface BlockLoaderDeps {
  readonly timeline: See["timeline"];
  /** The day that an entry is counted to; `undefined` when its time is not known. */
  readonly dayOf: (entry: TimelineEntry) => string | undefined;
  readonly filter: TimelineFilter;
}

const pageLimit = 500;
/** A day of the case's clock ends at the latest so long after its first possible moment: 24 hours, and all zones. */
const longestDayMs = (24 + 26) * 3_600_000;

/**
 * Loads blocks. See [Note: blocks of a timeline].
 *
 * Where a wall clock without a zone meets a mail's exact time, items of two neighbouring days are mixed on the timeline;
 * a day's rows are those that are counted to it, in the timeline's order.
 */
export const createBlockLoader = (deps: BlockLoaderDeps): BlockLoader => {
  /** For each long day: behind which row stands which place, so that a part of it needs not be read from its start. */
  const places = new Map<string, Map<number, KnownPlace>>();
  const placesOf = (slice: Slice): Map<number, KnownPlace> => {
    const key = slice.day ?? "";
    const known = places.get(key) ?? new Map([[0, { after: startOf(slice) }]]);
    places.set(key, known);
    return known;
  };
  return {
    load: async (block, signal) => {
      const first = block.slices[0];
      if (first === undefined) return ok([]);
      const isPart = block.slices.length === 1 && first.to - first.from < first.total;
      return isPart
        ? loadPart(deps, first, placesOf(first), signal)
        : loadDays(deps, block, signal);
    },
  };
};

interface KnownPlace {
  readonly after: TimelineCursor;
  /** The day's row that stands there. */
  readonly before?: TimelineEntry;
}

const startOf = ({ day, startMs }: Slice): TimelineCursor =>
  day === undefined
    ? { orderMs: Number.MAX_SAFE_INTEGER - 1, rowId: Number.MAX_SAFE_INTEGER }
    : { orderMs: startMs - 1, rowId: Number.MAX_SAFE_INTEGER };

const placeOf = ({ earliestMs, rowId }: TimelineEntry): TimelineCursor => ({
  orderMs: earliestMs ?? Number.MAX_SAFE_INTEGER,
  rowId,
});

async function* readFrom(
  { timeline, filter }: BlockLoaderDeps,
  start: TimelineCursor,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<Result<TimelineEntry, DoorError>> {
  let after: TimelineCursor | undefined = start;
  while (after !== undefined) {
    const page = await timeline(
      { ...filter, after, limit: Math.min(limit, pageLimit) },
      { signal },
    );
    if (!page.ok) {
      yield page;
      return;
    }
    for (const entry of page.value.entries) yield ok(entry);
    after = page.value.next;
  }
}

const loadDays = async (
  deps: BlockLoaderDeps,
  { slices, rows }: Block,
  signal: AbortSignal,
): Promise<Result<readonly LoadedSlice[], DoorError>> => {
  const found = new Map(slices.map(({ day }) => [day, new Array<TimelineEntry>()]));
  const starts = slices.map(startOf).toSorted((a, b) => a.orderMs - b.orderMs);
  const latestMs = Math.max(...slices.map(({ startMs }) => startMs)) + longestDayMs;
  let wanted = rows;
  for await (const entry of readFrom(deps, starts[0] ?? startOfAll, rows + 8, signal)) {
    if (!entry.ok) return entry;
    const list = found.get(deps.dayOf(entry.value));
    if (list !== undefined) {
      list.push(entry.value);
      wanted -= 1;
    }
    if (wanted <= 0 || (entry.value.earliestMs ?? 0) > latestMs) break;
  }
  return ok(slices.map((slice) => ({ slice, entries: found.get(slice.day) ?? [] })));
};

const startOfAll: TimelineCursor = { orderMs: Number.MIN_SAFE_INTEGER, rowId: 0 };

const loadPart = async (
  deps: BlockLoaderDeps,
  slice: Slice,
  places: Map<number, KnownPlace>,
  signal: AbortSignal,
): Promise<Result<readonly LoadedSlice[], DoorError>> => {
  const known = Math.max(...[...places.keys()].filter((row) => row <= slice.from));
  const entries: TimelineEntry[] = [];
  const latestMs = slice.startMs + longestDayMs;
  let row = known;
  const start = places.get(known) ?? { after: startOf(slice) };
  let { before } = start;
  for await (const entry of readFrom(deps, start.after, slice.to - known, signal)) {
    if (!entry.ok) return entry;
    if (deps.dayOf(entry.value) === slice.day) {
      if (row >= slice.from) entries.push(entry.value);
      else before = entry.value;
      row += 1;
      if (row % rowsPerBlock === 0) {
        places.set(row, { after: placeOf(entry.value), before: entry.value });
      }
    }
    if (row >= slice.to) break;
    if (slice.day !== undefined && (entry.value.earliestMs ?? 0) > latestMs) break;
  }
  return ok([{ slice, entries, before }]);
};
