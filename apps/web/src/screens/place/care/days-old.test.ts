import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { daysOld } from "./days-old.ts";

const at = (day: number, hour: number): number => new Date(2026, 2, day, hour).getTime();

describe("daysOld", () => {
  it("counts days as people do, over a change of the clock too", () => {
    expect(daysOld(at(10, 1), at(10, 23))).toBe(0);
    expect(daysOld(at(10, 23), at(11, 1))).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.nat(60),
        fc.nat(23),
        fc.nat(23),
        (day, later, first, second) => {
          expect(daysOld(at(day, first), at(day + later, second))).toBe(later);
        },
      ),
    );
  });

  it("never says that a backup is from tomorrow", () => {
    expect(daysOld(at(12, 1), at(10, 1))).toBe(0);
  });
});
