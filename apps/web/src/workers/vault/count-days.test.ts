import { createIntlZoneOffsets, utcMsOf } from "@holdfast/evidence";
import type { SlotCount } from "@holdfast/vault";
import fc from "fast-check";
import { expect, test } from "vitest";

import { countDays, createLocalClock } from "./count-days.ts";

const zones = createIntlZoneOffsets();
const slotMs = 900_000;
const at = (startMs: number, more: Partial<SlotCount> = {}): SlotCount => ({
  slot: { startMs, isWall: false },
  items: 1,
  firstOrderMs: startMs,
  ...more,
});

test("a day is the day of the case's zone, and its nights are counted", () => {
  const local = createLocalClock(zones, "Asia/Karachi");
  const late = utcMsOf(2026, 3, 5, 19, 30, 0);
  const counted = countDays([at(late, { sender: "Robin", items: 3 })], local);
  expect(counted).toEqual({
    days: [
      {
        day: "2026-03-06",
        weekday: 5,
        startMs: late,
        total: 3,
        atNight: 3,
        bySender: { Robin: 3 },
      },
    ],
    withoutTime: 0,
    // A Friday, from midnight to one.
    week: Array.from({ length: 168 }, (_, hour) => (hour === 96 ? 3 : 0)),
  });
});

test("what a clock on a wall showed stays on its own day, whatever the zone", () => {
  const wall = utcMsOf(2026, 3, 5, 23, 45, 0);
  const slot = { startMs: wall, isWall: true };
  for (const zone of [undefined, "Asia/Karachi", "America/New_York"]) {
    const { days } = countDays([at(wall, { slot })], createLocalClock(zones, zone));
    expect(days.map(({ day }) => day)).toEqual(["2026-03-05"]);
  }
});

test("what is known by its day alone is not counted as a night", () => {
  const slot = { startMs: utcMsOf(2026, 3, 5, 0, 0, 0), isWall: true } as const;
  const local = createLocalClock(zones, undefined);
  const counted = countDays([at(0, { slot: { ...slot, isDay: true } }), at(0, { slot })], local);
  expect(counted.days.map(({ total, atNight }) => [total, atNight])).toEqual([[2, 1]]);
  expect(counted.week.filter((count) => count > 0)).toEqual([1]);
});

test("every item is on one day or without a time, days are in order, and clocks that change lose none", () => {
  const slots = fc.array(
    fc.record({
      // Around both changes of New York's clocks in 2026.
      quarter: fc.integer({ min: 0, max: 96 * 260 }),
      items: fc.integer({ min: 1, max: 50 }),
      isKnown: fc.boolean(),
    }),
  );
  const from = utcMsOf(2026, 3, 1, 0, 0, 0);
  fc.assert(
    fc.property(slots, (made) => {
      const counts = made.map(({ quarter, items, isKnown }): SlotCount => {
        const startMs = from + quarter * slotMs;
        return isKnown ? at(startMs, { items }) : { items, firstOrderMs: startMs };
      });
      const { days, withoutTime } = countDays(counts, createLocalClock(zones, "America/New_York"));
      const total = days.reduce((sum, day) => sum + day.total, withoutTime);
      expect(total).toBe(made.reduce((sum, { items }) => sum + items, 0));
      expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    }),
    { numRuns: process.env["SLOW"] === "1" ? 1_000 : 20 },
  );
});
