import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { foldText } from "./fold-text.ts";
import { foldWithOrigin } from "./fold-with-origin.ts";

describe("foldWithOrigin", () => {
  it("folds plain text as search does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(foldWithOrigin(text).folded).toBe(foldText(text));
      }),
    );
  });

  it("tells for every folded character where it stood, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { folded, origin } = foldWithOrigin(text);
        expect(origin).toHaveLength(folded.length);
        expect(origin).toEqual(origin.toSorted((a, b) => a - b));
        expect(origin.every((at) => at >= 0 && at < text.length)).toBe(true);
      }),
    );
  });

  it("leads from a letter without its marks back to the letter with them", () => {
    const { folded, origin } = foldWithOrigin("a\u00ad\u0301  Ünder");
    expect(folded).toBe("a under");
    expect(origin[2]).toBe(5);
  });
});
