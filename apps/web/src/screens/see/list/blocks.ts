import type { Days } from "../../../door/seeing.ts";

/** A day, or a part of one, within a block. Rows count from 0 within the day. */
export interface Slice {
  /** `undefined`: what has no known time, at the end of the timeline. */
  readonly day: string | undefined;
  /** Where the day's first item stands on the timeline. */
  readonly startMs: number;
  readonly total: number;
  readonly from: number;
  readonly to: number;
}

/**
 * [Note: blocks of a timeline] What is loaded, measured and drawn at once: some whole days, or a part of one long day. Days
 * and their counts are known before any item is, so a place in a million items is a block's number and nothing else has
 * to be loaded to go there.
 */
export interface Block {
  readonly slices: readonly Slice[];
  readonly rows: number;
}

/** Drawn within a frame on a slow phone. */
export const rowsPerBlock = 24;
/** A block of many short days still is a page at most. */
const daysPerBlock = 8;

export const createBlocks = ({
  days,
  withoutTime,
}: Pick<Days, "days" | "withoutTime">): readonly Block[] => {
  const blocks: Block[] = [];
  let slices: Slice[] = [];
  let rows = 0;
  const close = (): void => {
    if (slices.length > 0) blocks.push({ slices, rows });
    slices = [];
    rows = 0;
  };
  const add = (day: Omit<Slice, "from" | "to">): void => {
    if (rows + day.total > rowsPerBlock || slices.length >= daysPerBlock) close();
    for (let from = 0; from < day.total; from += rowsPerBlock) {
      const to = Math.min(day.total, from + rowsPerBlock);
      slices.push({ ...day, from, to });
      rows += to - from;
      if (to < day.total || from > 0) close();
    }
  };
  for (const { day, startMs, total } of days) add({ day, startMs, total });
  close();
  if (withoutTime > 0)
    add({ day: undefined, startMs: Number.MAX_SAFE_INTEGER, total: withoutTime });
  close();
  return blocks;
};

/** A row of a day, by which a place in the list is found again when the list is made anew. */
export interface RowPlace {
  readonly day: string | undefined;
  readonly row: number;
}

/** The block that holds the row, or the first one of a later day; the last one for what comes after all. */
export const findBlock = (blocks: readonly Block[], { day, row }: RowPlace): number => {
  const isAtOrAfter = (slice: Slice): boolean => {
    if (slice.day === undefined) return day !== undefined || slice.to > row;
    if (day === undefined) return false;
    return slice.day > day || (slice.day === day && slice.to > row);
  };
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const last = blocks[middle]?.slices.at(-1);
    if (last !== undefined && isAtOrAfter(last)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
};
