import type { AppWords } from "@holdfast/words";

import type { RhythmUnit } from "./rhythm.ts";

/** A bar's stretch of time in the reader's form; a week by its Monday. */
export const createBarWords = (
  locale: AppWords["locale"],
  unit: RhythmUnit,
): ((start: string) => string) => {
  const format = new Intl.DateTimeFormat(
    locale,
    unit === "month"
      ? { month: "long", year: "numeric", timeZone: "UTC" }
      : { dateStyle: "full", timeZone: "UTC" },
  );
  return (start) => format.format(Date.parse(`${start}T00:00:00Z`));
};
