import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cutSnippet, type FoldWithOrigin } from "./snippet.ts";

/** Lower case and no soft hyphens: enough of a fold to show that places are mapped back. */
const fold: FoldWithOrigin = {
  fold: (text) => {
    let folded = "";
    const origin: number[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charAt(i);
      if (unit === "\u00AD") continue;
      folded += unit.toLowerCase().charAt(0);
      origin.push(i);
    }
    return { folded, origin };
  },
};

describe("cutSnippet", () => {
  test("marks a match across an invisible hyphen and shows the original's own characters", () => {
    expect(cutSnippet(fold, "send the Mon\u00ADey now", ["money"])).toEqual([
      { text: "send the ", matched: false },
      { text: "Mon\u00ADey", matched: true },
      { text: " now", matched: false },
    ]);
  });

  test("is a stretch of the text, whatever the text and the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (text, words) => {
        const joined = cutSnippet(fold, text, words, 20)
          .map((part) => part.text)
          .join("");
        expect(text).toContain(joined);
      }),
      { numRuns: process.env["SLOW"] === "1" ? 1000 : 20 },
    );
  });

  test("moves its window to the first match of a long message", () => {
    const parts = cutSnippet(fold, `${"a ".repeat(300)}deadline ${"b ".repeat(300)}`, ["deadline"]);
    expect(parts.some((part) => part.matched && part.text === "deadline")).toBe(true);
  });
});
