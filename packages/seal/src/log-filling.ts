import { assert, type RandomDep } from "@holdfast/evidence";

/**
 * [Note: log filling]
 * A bag for somebody else carries every line of the log, and a line without its opening says nothing but that it is
 * there. So their number must say nothing either. Before such a bag's own entries the log is filled with entries that
 * say nothing, up to the end of a sheet; the bag's own entries fill the sheets behind it. However many of a sheet's
 * lines were true, the log is as long: no attack finds what is not there. For more than one sheet's worth, and for the
 * bags that were made before, more whole sheets are drawn at random: many before the first bag, which hides where the
 * log stood when it was made, and some before each later one, which hides what came between two bags.
 * What is still seen: docs/adr/0043-a-log-that-cannot-be-counted.md.
 */
export const linesPerSheet = 64;
/** Powers of two up to 256: a masked random byte is one of them with equal chances. */
export const drawnSheets = { first: 64, later: 8 } as const;

export interface LogBeforeBag {
  /** Lines that the log has. */
  readonly lines: number;
  /** Lines that the bag's own entries will take, the last one included. */
  readonly ownLines: number;
  /** No bag for somebody else was made of this log before. */
  readonly isFirst: boolean;
}

/** How many filling entries to write before the bag's own. */
export const countFilling = (deps: RandomDep, log: LogBeforeBag): number => {
  const { lines, ownLines, isFirst } = log;
  assert(ownLines > 0, "a bag's log ends with its own export");
  const choices = isFirst ? drawnSheets.first : drawnSheets.later;
  const drawn = (deps.random.bytes(1)[0] ?? 0) & (choices - 1);
  // A sheet that was just filled is left, too: otherwise it would show that nothing happened since.
  const used = Math.floor(lines / linesPerSheet) + 1;
  const own = Math.ceil(ownLines / linesPerSheet);
  return (used + drawn + own) * linesPerSheet - lines - ownLines;
};
