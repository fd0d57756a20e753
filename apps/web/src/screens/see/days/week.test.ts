import fc from "fast-check";
import { expect, it } from "vitest";

import { busiestHour, partsOfDay, rowsOfWeek } from "./week.ts";

const weekWith = (counts: Readonly<Record<number, number>>): readonly number[] =>
  Array.from({ length: 168 }, (_, hour) => counts[hour] ?? 0);

it("shows the days that there are of a case of a day or two, and else the whole week", () => {
  expect(rowsOfWeek(weekWith({})).length).toBe(0);
  expect(rowsOfWeek(weekWith({ 30: 2, 160: 1 })).map(({ day }) => day)).toEqual([1, 6]);
  expect(rowsOfWeek(weekWith({ 1: 1, 30: 2, 160: 1 })).length).toBe(7);
});

it("names the hour of most only where one stands out", () => {
  expect(busiestHour(weekWith({ 21: 5, 45: 3 }))).toEqual({ day: 0, hour: 21, count: 5 });
  expect(busiestHour(weekWith({ 21: 5, 45: 5 }))).toBe(undefined);
  expect(busiestHour(weekWith({ 21: 77, 45: 76 }))).toBe(undefined);
  expect(busiestHour(weekWith({ 21: 1 }))).toBe(undefined);
});

it("loses nothing when hours are put together", () => {
  const hours = fc.array(fc.nat(1_000), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(hours, (counts) => {
      const parts = partsOfDay(counts);
      expect(parts.length).toBe(4);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(
        counts.reduce((sum, count) => sum + count, 0),
      );
    }),
  );
});
