import { describe, expect, it } from "vitest";

import { findWaysOn } from "./ways-on.ts";

type Ask = Parameters<typeof findWaysOn>[1];

/** A case of these texts, all of them by mail; words are found as parts of them. */
const vaultOf = (texts: readonly string[], similar: Readonly<Record<string, string[]>> = {}) => ({
  countHits: ({ text, formats }: Ask) => ({
    items:
      formats?.includes("eml") === false
        ? 0
        : texts.filter((one) => text.split(" ").every((word) => one.includes(word))).length,
    more: false,
  }),
  similarWords: (word: string) => similar[word] ?? [],
});

describe("ways on from nothing found", () => {
  it("offers what the same words find without the filter, and nothing that finds nothing", () => {
    const vault = vaultOf(["blue umbrella", "umbrella"]);
    expect(findWaysOn(vault, { text: "umbrella", formats: ["pdf"] }, 10)).toEqual({
      everywhere: { items: 2, more: false },
      others: [],
    });
    expect(findWaysOn(vault, { text: "tide", formats: ["pdf"] }, 10)).toEqual({ others: [] });
  });

  it("tries another spelling of the word that nothing has, and keeps the others", () => {
    const vault = vaultOf(["blue umbrella"], { umbrela: ["umbrella", "ombrella"], blue: ["glue"] });
    expect(findWaysOn(vault, { text: "blue umbrela" }, 10).others).toEqual([
      { text: "blue umbrella", hits: { items: 1, more: false } },
      { text: "blue", hits: { items: 1, more: false } },
    ]);
  });

  it("leaves out one word after the other where each of them is found by itself", () => {
    const vault = vaultOf(["one two", "two three"]);
    expect(findWaysOn(vault, { text: "one two three" }, 10).others.map(({ text }) => text)).toEqual(
      ["two three", "one two"],
    );
  });
});
