import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toUtf8Span } from "./utf8-span.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("toUtf8Span", () => {
  it("finds the quotation again in the bytes of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = Array.from(text);
        const [from = 0, to = 0] = [
          a % (characters.length + 1),
          b % (characters.length + 1),
        ].toSorted((x, y) => x - y);
        const start = characters.slice(0, from).join("").length;
        const quote = characters.slice(from, to).join("");
        const span = toUtf8Span(text, { start, end: start + quote.length });
        expect(new TextDecoder().decode(bytesOf(text).subarray(span.start, span.end))).toBe(
          new TextDecoder().decode(bytesOf(quote)),
        );
      }),
    );
  });

  it("counts Urdu, Hindi and pictures as the bytes that they are", () => {
    expect(toUtf8Span("پیسے भेजो 😡 now", { start: 0, end: 4 })).toEqual({ start: 0, end: 8 });
    expect(toUtf8Span("😡 now", { start: 3, end: 6 })).toEqual({ start: 5, end: 8 });
  });
});
