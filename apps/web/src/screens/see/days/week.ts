/** How much came in each hour of the week, by day: rows from Monday, 24 numbers each. */
export interface WeekRow {
  /** 0 is Monday. */
  readonly day: number;
  readonly hours: readonly number[];
}

const hoursOfDay = 24;

/** A case of a day or two shows those alone; every other one the whole week, since silence is part of a rhythm. */
export const rowsOfWeek = (week: readonly number[]): readonly WeekRow[] => {
  const rows = Array.from({ length: 7 }, (_, day) => ({
    day,
    hours: week.slice(day * hoursOfDay, (day + 1) * hoursOfDay),
  }));
  const filled = rows.filter(({ hours }) => sumOf(hours) > 0);
  return filled.length > 2 ? rows : filled;
};

/** By so much more than the next one an hour stands out. */
const standsOut = 1.25;

/** The hour of the week in which most came, if one stands out at all: nearly as much elsewhere says nothing. */
export const busiestHour = (
  week: readonly number[],
): { readonly day: number; readonly hour: number; readonly count: number } | undefined => {
  const count = Math.max(0, ...week);
  const at = week.indexOf(count);
  const next = Math.max(0, ...week.filter((_, hour) => hour !== at));
  if (count < 2 || count < next * standsOut) return undefined;
  return { day: Math.floor(at / hoursOfDay), hour: at % hoursOfDay, count };
};

/** Four parts of a day, six hours each from midnight: what a table can say. */
export const partsOfDay = (hours: readonly number[]): readonly number[] =>
  [0, 6, 12, 18].map((from) => sumOf(hours.slice(from, from + 6)));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
