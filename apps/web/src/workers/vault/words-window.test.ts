import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cutWords, windowAround } from "./words-window.ts";

const encoder = new TextEncoder();

/** What a source gives for a window: no more than it has. */
const show = (file: string, offset: number, length: number) => {
  const window = windowAround({ offset, length });
  const bytes = encoder.encode(file);
  return cutWords(bytes.slice(window.offset, window.offset + window.length), window);
};

describe("words in their place", () => {
  it("are told from what stands before and after, with the edges of the file", () => {
    expect(show("one\ntwo\nthree", 4, 3)).toEqual({
      before: "one\n",
      words: "two",
      after: "\nthree",
      isAtBeginning: true,
      isAtEnd: true,
      isCut: false,
    });
  });

  it("are shown with whole characters, wherever the window cuts the file", () => {
    const letters = fc.array(fc.constantFrom("a", "é", "照", "\u{1F6A4}", "\n"), {
      maxLength: 900,
    });
    fc.assert(
      fc.property(letters, letters, letters, (before, words, after) => {
        const [start, middle] = [before.join(""), words.join("")];
        const file = `${start}${middle}${after.join("")}`;
        const shown = show(file, encoder.encode(start).length, encoder.encode(middle).length);
        expect(shown.words).toBe(middle);
        expect(start.endsWith(shown.before)).toBe(true);
        expect(after.join("").startsWith(shown.after)).toBe(true);
        expect(shown.isAtBeginning).toBe(encoder.encode(start).length <= 600);
        expect(shown.isAtEnd).toBe(encoder.encode(after.join("")).length <= 600);
      }),
    );
  });

  it("that are very long are shown by their beginning, and say so", () => {
    const shown = show(`${"é".repeat(40_000)} and more`, 0, 80_000);
    expect(shown.words).toBe("é".repeat(16_384));
    expect([shown.isCut, shown.isAtEnd, shown.after]).toEqual([true, false, ""]);
  });

  it("never need more of the file than a little around them", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(1_000_000_000), (offset, length) => {
        const window = windowAround({ offset, length });
        expect(window.length).toBeLessThan(35_000);
        expect(window.offset).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
