import fc from "fast-check";
import { expect, test } from "vitest";

import { type Bounded, withCertainOrder } from "./certain-order.ts";

const runs = process.env["SLOW"] === undefined ? 50 : 1_000;

/** Every pair is compared. */
const slowly = (entries: readonly Bounded[]): readonly boolean[] =>
  entries.map(
    (a) =>
      a.bounds !== undefined
      && !entries.some(
        (b) =>
          b.bounds !== undefined
          && a.bounds !== undefined
          && b.source !== a.source
          && a.bounds.earliest <= b.bounds.latest
          && b.bounds.earliest <= a.bounds.latest,
      ),
  );

test("calls the same entries uncertain as comparing every pair does, in the same order", () => {
  const entry = fc
    .tuple(fc.constantFrom("a", "b", "c"), fc.nat(60), fc.nat(15), fc.boolean())
    .map(([source, earliest, length, known]): Bounded => ({
      source,
      bounds: known ? { earliest, latest: earliest + length } : undefined,
    }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (list) => {
      const at = (e: Bounded): number => e.bounds?.earliest ?? Number.POSITIVE_INFINITY;
      const sorted = list.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
      const result = [...withCertainOrder(sorted)];
      expect(result.map((r) => r.entry)).toEqual(sorted);
      expect(result.map((r) => r.orderCertain)).toEqual(slowly(sorted));
    }),
    { numRuns: runs },
  );
});

test("holds no more than it was allowed and then calls the order uncertain", () => {
  const entries = Array.from({ length: 30 }, (_, at) => ({
    source: "a",
    bounds: { earliest: at, latest: 1_000 },
  }));
  expect([...withCertainOrder(entries, 10)].filter((r) => !r.orderCertain)).toHaveLength(20);
});
