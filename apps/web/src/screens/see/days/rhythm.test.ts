import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { drawRhythm, longestQuiet, nearestFilled } from "./rhythm.ts";

const dayMs = 86_400_000;
const day = (offset: number): string =>
  new Date(Date.UTC(2026, 0, 1) + offset * dayMs).toISOString().slice(0, 10);

const counted = fc
  .uniqueArray(fc.nat(4_000), { maxLength: 80 })
  .map((offsets) =>
    offsets.toSorted((a, b) => a - b).map((offset) => ({ day: day(offset), total: 3, atNight: 1 })),
  );

describe("drawRhythm", () => {
  it("loses nothing in days, weeks or months, and leaves no stretch out", () => {
    fc.assert(
      fc.property(counted, (days) => {
        const { all, unit } = drawRhythm(days, []);
        expect(all.reduce((sum, { total }) => sum + total, 0)).toBe(days.length * 3);
        expect(all.reduce((sum, { atNight }) => sum + atNight, 0)).toBe(days.length);
        expect(new Set(all.map(({ start }) => start)).size).toBe(all.length);
        const steps = all.slice(1).map(({ start }, index) => {
          const before = all[index];
          return (Date.parse(start) - Date.parse(before?.start ?? "")) / dayMs;
        });
        const allowed = { day: [1], week: [7], month: [28, 29, 30, 31] }[unit];
        expect(steps.every((step) => allowed.includes(step))).toBe(true);
      }),
    );
  });

  it("begins weeks on Monday and leads to the first day with something", () => {
    const { all, unit } = drawRhythm(
      [
        { day: "2026-03-05", total: 1, atNight: 0 },
        { day: "2026-07-01", total: 2, atNight: 2 },
      ],
      [],
    );
    expect(unit).toBe("week");
    expect(all[0]).toMatchObject({ start: "2026-03-02", firstDay: "2026-03-05" });
    expect(all[1]).toMatchObject({ total: 0, firstDay: undefined });
  });

  it("draws a part over the days of all", () => {
    const all = [
      { day: "2026-03-05", total: 1, atNight: 0 },
      { day: "2026-03-08", total: 1, atNight: 0 },
    ];
    const { rows } = drawRhythm(all, [{ of: "platform", name: "Mail", days: all.slice(1) }]);
    expect(rows[0]?.bars.map(({ total }) => total)).toEqual([0, 0, 0, 1]);
  });
});

it("finds the longest quiet of whole days, and none where a day came after the other", () => {
  const at = (...days: readonly string[]) => longestQuiet(days.map((one) => ({ day: one })));
  expect(at("2026-03-01", "2026-03-04", "2026-03-31", "2026-04-02")).toEqual({
    after: "2026-03-04",
    days: 26,
  });
  expect(at("2026-03-01", "2026-03-02", "2026-03-04")).toBe(undefined);
  expect(at("2026-03-01")).toBe(undefined);
});

it("leads from an empty day to the nearest one with something", () => {
  const bars = [2, 0, 0, 0, 1].map((total, index) => ({
    start: day(index),
    total,
    atNight: 0,
    firstDay: day(index),
  }));
  expect([0, 1, 2, 3, 4].map((index) => nearestFilled(bars, index))).toEqual([0, 0, 0, 4, 4]);
});
