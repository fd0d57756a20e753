import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { harshWords } from "./harsh-words.ts";
import { chooseSecretWords, loadWordList } from "./secret-words.ts";

describe("chooseSecretWords", () => {
  it("takes words of the list, and none that would hurt to read", async () => {
    const list = await loadWordList();
    expect(list).toHaveLength(7776);
    for (let round = 0; round < 500; round += 1) {
      const words = chooseSecretWords(list, 4, randomBytes);
      expect(words).toHaveLength(4);
      for (const word of words) {
        expect(list).toContain(word);
        expect(["shame", "threaten", "unloved", "grope", "undress", "mortuary"]).not.toContain(
          word,
        );
      }
    }
  });

  it("leaves out only words of the list", async () => {
    const list = new Set(await loadWordList());
    expect([...harshWords].filter((word) => !list.has(word))).toEqual([]);
  });

  it("draws every word equally often, whatever the list's length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), (length) => {
        const list = Array.from({ length }, (_, index) => `w${index}`);
        const counts = new Map<string, number>();
        // Every possible pair of bytes once: what is drawn again is drawn from the next pair.
        let next = 0;
        const random = (): Uint8Array => {
          const bytes = Uint8Array.of(next >> 8, next & 255);
          next += 1;
          return bytes;
        };
        const fair = 65_536 - (65_536 % length);
        for (const word of chooseSecretWords(list, fair, random)) {
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }
        expect(new Set(counts.values()).size).toBe(1);
        expect(counts.size).toBe(length);
      }),
    );
  });
});
