import type { DayCount } from "../../../door/seeing.ts";

export type RhythmUnit = "day" | "week" | "month";

/** One bar: a day, a week (from Monday) or a month. Those without anything are there too: silence is part of a rhythm. */
export interface RhythmBar {
  /** "2026-03-05": the first day of the stretch. */
  readonly start: string;
  readonly total: number;
  readonly atNight: number;
  /** The first day of it with something in it: where a tap leads. */
  readonly firstDay: string | undefined;
}

export interface RhythmRow {
  readonly of: "person" | "platform";
  readonly name: string;
  readonly bars: readonly RhythmBar[];
}

export interface DrawnRhythm {
  readonly unit: RhythmUnit;
  readonly all: readonly RhythmBar[];
  readonly rows: readonly RhythmRow[];
}

const dayMs = 86_400_000;
/** As many bars as a phone's width shows apart. */
const mostDays = 45;
const mostWeeks = 52;

type Counted = Pick<DayCount, "day" | "total" | "atNight">;

/** The finest unit whose bars a phone can show beside each other. */
const chooseUnit = (days: readonly Counted[]): RhythmUnit => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "day";
  const span = (toMs(last.day) - toMs(first.day)) / dayMs + 1;
  if (span <= mostDays) return "day";
  return span <= mostWeeks * 7 ? "week" : "month";
};

/** The bars of all of it, and of each part, over the same stretch of time. */
export const drawRhythm = (
  all: readonly Counted[],
  parts: readonly (Omit<RhythmRow, "bars"> & { readonly days: readonly Counted[] })[],
): DrawnRhythm => {
  const unit = chooseUnit(all);
  const starts = startsOf(all, unit);
  return {
    unit,
    all: fill(starts, all, unit),
    rows: parts.map(({ days, ...part }) => ({ ...part, bars: fill(starts, days, unit) })),
  };
};

/** The longest stretch of whole days without anything between two days with something; none of less than two days. */
export const longestQuiet = (
  days: readonly Pick<DayCount, "day">[],
): { readonly after: string; readonly days: number } | undefined => {
  let longest: { after: string; days: number } | undefined;
  days.forEach(({ day }, index) => {
    const next = days[index + 1];
    if (next === undefined) return;
    const between = (toMs(next.day) - toMs(day)) / dayMs - 1;
    if (between >= 2 && between > (longest?.days ?? 0)) longest = { after: day, days: between };
  });
  return longest;
};

/** The bar nearest to one that was pointed at that has something in it: a finger is wider than a day. */
export const nearestFilled = (bars: readonly RhythmBar[], at: number): number => {
  for (let away = 0; away < bars.length; away += 1) {
    for (const near of [at - away, at + away]) {
      if ((bars[near]?.total ?? 0) > 0) return near;
    }
  }
  return at;
};

const startsOf = (days: readonly Counted[], unit: RhythmUnit): readonly string[] => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const starts: string[] = [];
  const end = startOf(last.day, unit);
  for (let at = startOf(first.day, unit); at <= end; at = nextStart(at, unit)) starts.push(at);
  return starts;
};

const fill = (
  starts: readonly string[],
  days: readonly Counted[],
  unit: RhythmUnit,
): readonly RhythmBar[] => {
  const sums = new Map<string, RhythmBar>();
  for (const { day, total, atNight } of days) {
    const start = startOf(day, unit);
    const before = sums.get(start);
    sums.set(start, {
      start,
      total: (before?.total ?? 0) + total,
      atNight: (before?.atNight ?? 0) + atNight,
      firstDay: before?.firstDay ?? day,
    });
  }
  return starts.map(
    (start) => sums.get(start) ?? { start, total: 0, atNight: 0, firstDay: undefined },
  );
};

const startOf = (day: string, unit: RhythmUnit): string => {
  if (unit === "day") return day;
  if (unit === "month") return `${day.slice(0, 7)}-01`;
  const ms = toMs(day);
  const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
  return toDay(ms - sinceMonday * dayMs);
};

const nextStart = (start: string, unit: RhythmUnit): string => {
  if (unit === "day") return toDay(toMs(start) + dayMs);
  if (unit === "week") return toDay(toMs(start) + 7 * dayMs);
  return startOf(toDay(toMs(start) + 32 * dayMs), "month");
};

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
