import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { DayCount } from "../../../door/seeing.ts";
import { createBlocks, findBlock, rowsPerBlock } from "./blocks.ts";

const dayMs = 86_400_000;
const daysOf = (totals: readonly number[]): readonly DayCount[] =>
  totals.map((total, index) => {
    const startMs = Date.UTC(2026, 0, 1) + index * dayMs;
    const at = new Date(startMs);
    return {
      day: at.toISOString().slice(0, 10),
      weekday: at.getUTCDay(),
      startMs,
      total,
      atNight: 0,
      bySender: {},
    };
  });
const totals = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 60 });

describe("createBlocks", () => {
  it("holds every row of every day once, in order, and never more than a block's rows", () => {
    fc.assert(
      fc.property(totals, fc.nat(80), (counts, withoutTime) => {
        const days = daysOf(counts);
        const blocks = createBlocks({ days, withoutTime });
        const rows = blocks.flatMap(({ slices }) =>
          slices.flatMap(({ day, from, to }) =>
            Array.from({ length: to - from }, (_, index) => `${day}/${from + index}`),
          ),
        );
        const expected = [
          ...days.map(({ day, total }) => ({ day, total })),
          { day: undefined, total: withoutTime },
        ].flatMap(({ day, total }) => Array.from({ length: total }, (_, row) => `${day}/${row}`));
        expect(rows).toEqual(expected);
        expect(blocks.every(({ rows: count }) => count > 0 && count <= rowsPerBlock)).toBe(true);
      }),
    );
  });

  it("finds the block of any row again", () => {
    fc.assert(
      fc.property(totals, fc.nat(80), (counts, withoutTime) => {
        const blocks = createBlocks({ days: daysOf(counts), withoutTime });
        for (const [index, { slices }] of blocks.entries()) {
          for (const { day, from, to } of slices) {
            expect(findBlock(blocks, { day, row: from })).toBe(index);
            expect(findBlock(blocks, { day, row: to - 1 })).toBe(index);
          }
        }
      }),
    );
  });

  it("leads to the next day that has something, from a day that has nothing", () => {
    const [first, , third] = daysOf([30, 1, 30]);
    if (first === undefined || third === undefined) throw new Error("three days");
    const blocks = createBlocks({ days: [first, third], withoutTime: 0 });
    const found = blocks[findBlock(blocks, { day: "2026-01-02", row: 0 })];
    expect(found?.slices[0]).toMatchObject({ day: third.day, from: 0 });
  });
});
