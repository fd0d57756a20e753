import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { choosePlacesToAsk, countWrong } from "./paper-words.ts";

describe("the rehearsal of words on paper", () => {
  it("asks for different places of the paper, in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 6 }), (count, ask) => {
        const places = choosePlacesToAsk(count, ask, randomBytes);
        expect(new Set(places).size).toBe(Math.min(ask, count));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(1);
          expect(place).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  it("can ask for every place", () => {
    const seen = new Set<number>();
    for (let round = 0; round < 400; round += 1) {
      for (const place of choosePlacesToAsk(12, 3, randomBytes)) seen.add(place);
    }
    expect(seen.size).toBe(12);
  });

  it("forgives capitals and spaces, and nothing else", () => {
    const words = ["apple", "river", "stone"];
    expect(countWrong(words, [{ place: 2, answer: "  River " }])).toBe(0);
    expect(
      countWrong(words, [
        { place: 1, answer: "appel" },
        { place: 2, answer: "stone" },
        { place: 3, answer: "stone" },
      ]),
    ).toBe(2);
  });
});
