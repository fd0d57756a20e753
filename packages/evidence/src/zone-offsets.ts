import type { ZoneOffsets } from "./event-time.ts";
import { wallTimeToUtcMs } from "./calendar.ts";

const hourMs = 3_600_000;
/** Offsets change at most every few weeks: a day's half is looked up once. */
const slotMs = 12 * hourMs;
/** Bounds the memory of a million different days. */
const maximumCachedSlots = 50_000;

/**
 * The offsets that a wall clock's time can have had in a zone, from the tz database of the JavaScript engine.
 *
 * Two when clocks went back (the hour happened twice). In a gap, when clocks went forward over a time that never was,
 * both sides are given too: a clock that was not set yet, or one set too early, may have shown it. None for a zone
 * that the engine does not know.
 *
 * The database's version cannot be asked through ECMA-402; in Node it is `process.versions.tz`.
 */
export const createIntlZoneOffsets = (): ZoneOffsets => {
  const formats = new Map<string, Intl.DateTimeFormat | undefined>();
  const cache = new Map<string, readonly number[]>();
  const formatOf = (zone: string): Intl.DateTimeFormat | undefined => {
    if (!formats.has(zone)) formats.set(zone, createFormat(zone));
    return formats.get(zone);
  };
  return {
    offsetsOf: (zone, wallAsUtcMs) => {
      const format = formatOf(zone);
      if (format === undefined) return [];
      const slot = Math.floor(wallAsUtcMs / slotMs);
      const key = `${zone}/${slot}`;
      let around = cache.get(key);
      if (around === undefined) {
        if (cache.size >= maximumCachedSlots) cache.clear();
        // Every offset in force from 16 h before the slot to 16 h after it: no zone is further from UTC.
        around = offsetsBetween(
          format,
          slot * slotMs - 16 * hourMs,
          (slot + 1) * slotMs + 16 * hourMs,
        );
        cache.set(key, around);
      }
      return around.length === 1 ? around : possibleOffsets(format, around, wallAsUtcMs);
    },
  };
};

const createFormat = (zone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      era: "short",
    });
  } catch (cause) {
    // ECMA-402 throws RangeError for a zone that it does not know: an expected answer here.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
};

/** Minutes east of UTC at an instant; seconds of old local mean times are rounded away. */
const offsetAt = (format: Intl.DateTimeFormat, atMs: number): number => {
  const parts = new Map(format.formatToParts(atMs).map((part) => [part.type, part.value]));
  const field = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  const year = field("year").padStart(4, "0");
  const local = wallTimeToUtcMs(
    `${year}-${field("month")}-${field("day")}T${field("hour")}:${field("minute")}:${field("second")}`,
  );
  return Math.round((local - Math.floor(atMs / 1_000) * 1_000) / 60_000);
};

/** Smallest first. Looks every four hours: no zone changed its clocks and changed them back within that. */
const offsetsBetween = (
  format: Intl.DateTimeFormat,
  fromMs: number,
  toMs: number,
): readonly number[] => {
  const found = new Set<number>();
  for (let at = fromMs; at <= toMs; at += 4 * hourMs) found.add(offsetAt(format, at));
  return [...found].sort((a, b) => a - b);
};

/** Those under which the zone really showed this time; all of them in a gap, where none did. */
const possibleOffsets = (
  format: Intl.DateTimeFormat,
  around: readonly number[],
  wallAsUtcMs: number,
): readonly number[] => {
  const shown = around.filter(
    (offset) => offsetAt(format, wallAsUtcMs - offset * 60_000) === offset,
  );
  return shown.length > 0 ? shown : around;
};
