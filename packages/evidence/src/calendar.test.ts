import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  civilOfUtcMs,
  civilToWallTime,
  daysFromCivil,
  isCalendarDate,
  utcMsOf,
  utcMsToIso,
  wallTimeToUtcMs,
} from "./calendar.ts";

const runs = { numRuns: process.env["SLOW"] === "1" ? 100_000 : 5_000 };
/** From the year 0 to the year 9999: what four digits can write. */
const anyMs = fc.integer({
  min: Date.UTC(0, 0, 1) - 60_000_000_000_000,
  max: Date.UTC(9999, 11, 31),
});

describe("calendar", () => {
  it("reads every instant as Date does", () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        const date = new Date(ms);
        expect(civilOfUtcMs(ms)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          weekday: date.getUTCDay(),
        });
      }),
      runs,
    );
  });

  it("counts back to the same second", () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        const t = civilOfUtcMs(ms);
        expect(utcMsOf(t.year, t.month, t.day, t.hour, t.minute, t.second)).toBe(
          Math.floor(ms / 1_000) * 1_000,
        );
      }),
      runs,
    );
  });

  it("knows every day of eight hundred years, leap years and all", () => {
    let days = daysFromCivil(1600, 1, 1);
    for (let year = 1600; year < 2400; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(isCalendarDate(year, month, length)).toBe(true);
        expect(isCalendarDate(year, month, length + 1)).toBe(false);
        expect(daysFromCivil(year, month, 1)).toBe(days);
        days += length;
      }
    }
  });

  it.each([
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 0],
    [2026, 2, 29],
    [1900, 2, 29],
    [2026, 4, 31],
  ])("does not know the date %i-%i-%i", (year, month, day) => {
    expect(isCalendarDate(year, month, day)).toBe(false);
  });

  it("writes a wall time that reads back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }), (ms) => {
        const whole = Math.floor(ms / 1_000) * 1_000;
        const wall = civilToWallTime(civilOfUtcMs(ms));
        expect(wall).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
        expect(wallTimeToUtcMs(wall)).toBe(whole);
        expect(`${wall}.000Z`).toBe(new Date(whole).toISOString());
      }),
      runs,
    );
  });

  it("writes instants as ISO 8601, with milliseconds only where there are any", () => {
    expect(utcMsToIso(0)).toBe("1970-01-01T00:00:00Z");
    expect(utcMsToIso(-1)).toBe("1969-12-31T23:59:59.999Z");
    expect(utcMsToIso(Date.UTC(2026, 8, 25, 16, 0, 0, 40))).toBe("2026-09-25T16:00:00.040Z");
  });
});
