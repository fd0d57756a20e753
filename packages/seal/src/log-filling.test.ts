import fc from "fast-check";
import { expect, it } from "vitest";

import { countFilling, drawnSheets, linesPerSheet } from "./log-filling.ts";

/** The one random byte that is drawn. */
const drawing = (byte: number) => ({ random: { bytes: () => Uint8Array.of(byte) } });

const lengthAfter = (byte: number, log: Parameters<typeof countFilling>[1]): number =>
  log.lines + countFilling(drawing(byte), log) + log.ownLines;

const anyLog = fc.record({
  lines: fc.nat({ max: 20_000 }),
  ownLines: fc.integer({ min: 1, max: 500 }),
  isFirst: fc.boolean(),
});

const runs = { numRuns: process.env["SLOW"] === undefined ? 200 : 5_000 };

it("ends the log at the end of a sheet, with room for at least one more true line before the bag's own", () => {
  fc.assert(
    fc.property(anyLog, fc.nat({ max: 255 }), (log, byte) => {
      expect(lengthAfter(byte, log) % linesPerSheet).toBe(0);
      expect(countFilling(drawing(byte), log)).toBeGreaterThan(0);
    }),
    runs,
  );
});

it("makes the log as long for every number of lines on the same sheet", () => {
  fc.assert(
    fc.property(
      anyLog,
      fc.nat({ max: 255 }),
      fc.nat({ max: linesPerSheet - 1 }),
      fc.nat({ max: linesPerSheet - 1 }),
      (log, byte, some, others) => {
        const sheet = log.lines - (log.lines % linesPerSheet);
        expect(lengthAfter(byte, { ...log, lines: sheet + some })).toBe(
          lengthAfter(byte, { ...log, lines: sheet + others }),
        );
      },
    ),
    runs,
  );
});

it.each([
  ["first", true],
  ["later", false],
] as const)("draws every number of sheets with equal chances before a %s bag", (when, isFirst) => {
  const counts = new Map<number, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const sheets = lengthAfter(byte, { lines: 10, ownLines: 3, isFirst }) / linesPerSheet;
    counts.set(sheets, (counts.get(sheets) ?? 0) + 1);
  }
  expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: drawnSheets[when] }, (_, at) => at + 2),
  );
  expect(new Set(counts.values())).toEqual(new Set([256 / drawnSheets[when]]));
});
