import { expect, it } from "vitest";

import { marksOf } from "./bar-words.ts";

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, day) => ({
    start: new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10),
  }));

it("names each day of a few", () => {
  const marks = marksOf(daysFrom("2026-09-20", 3), "day", "en-GB");
  expect(marks.map(({ at, words }) => `${at} ${words}`)).toEqual([
    "0 Sun 20",
    "1 Mon 21",
    "2 Tue 22",
  ]);
});

it("names months where they begin, and lets the short rest of one go", () => {
  const marks = marksOf(daysFrom("2026-08-30", 40), "day", "en-GB");
  expect(marks.map(({ at, words }) => `${at} ${words}`)).toEqual(["2 Sept", "32 Oct"]);
});

it("always has a word for a case within one month", () => {
  expect(marksOf(daysFrom("2026-09-02", 20), "day", "en-GB").map(({ at }) => at)).toEqual([0]);
});
