import { type EventTime, type Item, wallTimeToUtcMs, type ZoneOffsets } from "@holdfast/evidence";

import { createLocalClock } from "../../workers/vault/count-days.ts";

/** A clock's reading: "as if UTC" milliseconds, and whether a zone stands behind it. */
export interface LocalTime {
  readonly wallMs: number;
  /** True where the clock is UTC's own, because no zone of the case is known. */
  readonly isUtc: boolean;
}

const dayMs = 86_400_000;

/** Where a time stands on the clock that its day is counted by; the same rule as the worker's `countDays`. */
export const createLocalTimes = (
  zones: ZoneOffsets,
  zone: string | undefined,
): ((time: EventTime) => LocalTime | undefined) => {
  const localOf = createLocalClock(zones, zone);
  return (time) => {
    switch (time.kind) {
      case "wall":
        return { wallMs: wallTimeToUtcMs(time.local), isUtc: false };
      case "instant":
        return { wallMs: localOf(time.at), isUtc: zone === undefined };
      case "range":
        return { wallMs: localOf(time.earliest), isUtc: zone === undefined };
      case "unknown":
        return undefined;
    }
  };
};

/** "2026-03-05", as days of the door are named; `undefined` for what has no known time. */
export const dayOf = (local: LocalTime | undefined): string | undefined =>
  local === undefined
    ? undefined
    : new Date(Math.floor(local.wallMs / dayMs) * dayMs).toISOString().slice(0, 10);

/** The clock only, in the reader's form; nothing where the source gives a day at most. */
export const createClockWords = (locale: string): ((item: Item, local: LocalTime) => string) => {
  const format = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  return ({ time }, { wallMs }) =>
    "precision" in time && time.precision === "day" ? "" : format.format(wallMs);
};

/** "Thursday, 5 March 2026" of a day of the door. */
export const createDayWords = (locale: string): ((day: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  return (day) => format.format(Date.parse(`${day}T00:00:00Z`));
};
