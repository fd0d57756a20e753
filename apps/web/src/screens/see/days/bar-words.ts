import type { AppWords } from "@holdfast/words";

import type { RhythmBar, RhythmUnit } from "./rhythm.ts";

type Locale = AppWords["locale"];

const createFormat = (locale: Locale, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return (day: string): string => format.format(Date.parse(`${day}T00:00:00Z`));
};

/** A bar's stretch of time in the reader's form; a week by its Monday. */
export const createBarWords = (locale: Locale, unit: RhythmUnit): ((start: string) => string) =>
  createFormat(
    locale,
    unit === "month" ? { month: "long", year: "numeric" } : { dateStyle: "full" },
  );

/** So many bars are few enough for a word under each. */
export const fewBars = 7;
/** No two words nearer to each other than this part of the whole. */
const leastApart = 0.13;

/** The words under the picture, and under which bar: where a month begins, or a year, or each day of a few. */
export const marksOf = (
  bars: readonly Pick<RhythmBar, "start">[],
  unit: RhythmUnit,
  locale: Locale,
): readonly { readonly at: number; readonly words: string }[] => {
  if (unit === "day" && bars.length <= fewBars) {
    const words = createFormat(locale, { weekday: "short", day: "numeric" });
    return bars.map(({ start }, at) => ({ at, words: words(start) }));
  }
  const words = createFormat(locale, unit === "month" ? { year: "numeric" } : { month: "short" });
  const partOf = (start: string): string => start.slice(0, unit === "month" ? 4 : 7);
  const marks: { at: number; words: string }[] = [];
  bars.forEach(({ start }, at) => {
    const before = bars[at - 1];
    if (before !== undefined && partOf(before.start) === partOf(start)) return;
    const last = marks.at(-1);
    // A whole stretch is a better word than the rest of the one before it.
    if (last !== undefined && at - last.at < bars.length * leastApart) marks.pop();
    if (at < bars.length * (1 - leastApart / 2) || marks.length === 0) {
      marks.push({ at, words: words(start) });
    }
  });
  return marks;
};
