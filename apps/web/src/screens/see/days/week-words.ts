import type { AppWords } from "@holdfast/words";

/** A Monday. */
const mondayMs = Date.UTC(2026, 0, 5);
const hourMs = 3_600_000;

/** Days of the week and hours in the reader's form; 0 is Monday, hour 24 is midnight again. */
export const createWeekWords = (locale: AppWords["locale"]) => {
  const hours = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  return {
    weekday: (day: number, weekday: "short" | "long"): string =>
      new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(
        mondayMs + day * 24 * hourMs,
      ),
    hour: (hour: number): string => hours.format(mondayMs + hour * hourMs),
  };
};
