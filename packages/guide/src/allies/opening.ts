import { type Hours, type Weekday, weekdays } from "./helplines.ts";

/** `unknown`: the hours have exceptions (a feast, a public holiday) that no clock tells, or a zone that is not known here. */
export type Opening = "open" | "closed" | "unknown";

/**
 * Whether a line is there at an instant, by its hours alone: a public holiday that its source does not name is not known.
 *
 * @param instant milliseconds since 1970, UTC
 */
export const openingAt = (hours: Hours, instant: number): Opening => {
  if (!("open" in hours)) return hours.except === undefined ? "open" : "unknown";
  const there = clockThere(hours.zone, instant);
  if (there === undefined) return "unknown";
  const before = weekdays[(weekdays.indexOf(there.day) + 6) % 7];
  return hours.open.some(({ days, from, to }) => {
    if (from < to) return days.includes(there.day) && from <= there.time && there.time < to;
    // A span that ends past midnight belongs to the day on which it began.
    return (
      (days.includes(there.day) && from <= there.time)
      || (before !== undefined && days.includes(before) && there.time < to)
    );
  })
    ? "open"
    : "closed";
};

const clockThere = (
  zone: string,
  instant: number,
): { readonly day: Weekday; readonly time: string } | undefined => {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch (cause) {
    // ECMA-402 throws RangeError for a zone that this engine does not know: an expected answer here.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = weekdays.find((it) => it === parts.get("weekday")?.toLowerCase());
  return day === undefined
    ? undefined
    : { day, time: `${parts.get("hour")}:${parts.get("minute")}` };
};

/** Days in the order of the week, those that follow each other together: mon–fri and sun. */
export const runsOfDays = (
  days: readonly Weekday[],
): readonly { readonly first: Weekday; readonly last: Weekday }[] => {
  const runs: { first: Weekday; last: Weekday }[] = [];
  for (const [at, day] of weekdays.entries()) {
    if (!days.includes(day)) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.last === weekdays[at - 1]) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
};
