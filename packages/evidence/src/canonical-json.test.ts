import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalBytes, canonicalJson, type Json } from "./canonical-json.ts";

const runs = { numRuns: process.env["SLOW"] === "1" ? 1_000 : 20 };

/** RFC 8785 §3.2.3, written a second time: compare UTF-16 code units one by one. */
const compareCodeUnits = (a: string, b: string): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

const reference = (value: Json): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(reference).join(",")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${reference(member ?? null)}`).join(",")}}`;
};

const anyText = fc.string({ unit: "binary" }).filter((text) => !/\p{Surrogate}/u.test(text));
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    anyText,
    fc.array(tie("tree"), { maxLength: 5 }),
    fc.dictionary(anyText, tie("tree"), { maxKeys: 8 }),
  ),
}));

const reverseMembers = (value: Json): Json => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reverseMembers);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, member === undefined ? member : reverseMembers(member)]),
  );
};

describe("canonicalJson", () => {
  it("writes the example of RFC 8785, section 3.2.2", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        + '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("orders members by UTF-16 code units, as the example of section 3.2.3", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect([...written.matchAll(/"((?:[^"\\]|\\.)*)":0/g)].map((match) => match[1])).toEqual([
      "\\r",
      "1",
      "\u0080",
      "\u00f6",
      "\u20ac",
      "\ud83d\ude00",
      "\ufb33",
    ]);
  });

  it("equals a second implementation for any value", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(value)).toBe(reference(value));
      }),
      runs,
    );
  });

  it("does not depend on the order in which members were set", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(reverseMembers(value))).toBe(canonicalJson(value));
      }),
      runs,
    );
  });

  it("can be read back, and then written to the same bytes", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const written = canonicalJson(value);
        const read: Json = JSON.parse(written);
        expect(canonicalJson(read)).toBe(written);
      }),
      runs,
    );
  });

  it("leaves out members that are undefined, and writes minus zero as zero", () => {
    expect(canonicalJson({ b: -0, a: undefined })).toBe('{"b":0}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "\ud800", { "\udc00": 1 }, ["a", "\ud83d"]])(
    "refuses %j",
    (value) => {
      expect(() => canonicalJson(value)).toThrow("Broken assumption");
    },
  );

  it("gives UTF-8 bytes", () => {
    expect(canonicalBytes("é😀")).toEqual(
      Uint8Array.of(0x22, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0x22),
    );
  });
});
