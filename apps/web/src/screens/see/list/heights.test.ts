import fc from "fast-check";
import { expect, it } from "vitest";

import { createHeights } from "./heights.ts";

it("agrees with adding up, whatever is measured in which order", () => {
  const height = fc.integer({ min: 1, max: 4_000 });
  fc.assert(
    fc.property(
      fc.array(height, { minLength: 1, maxLength: 50 }),
      fc.array(fc.tuple(fc.nat(49), height), { maxLength: 30 }),
      fc.nat(100_000),
      (guesses, changes, top) => {
        const heights = createHeights(guesses);
        const model = [...guesses];
        for (const [at, next] of changes) {
          const block = at % model.length;
          heights.set(block, next);
          model[block] = next;
          const before = model.slice(0, block).reduce((sum, one) => sum + one, 0);
          expect(heights.topOf(block)).toBe(before);
        }
        const tops = model.map((_, index) => model.slice(0, index).reduce((a, b) => a + b, 0));
        expect(heights.total()).toBe(model.reduce((a, b) => a + b, 0));
        expect(heights.blockAt(top)).toBe(tops.findLastIndex((start) => start <= top));
      },
    ),
  );
});
