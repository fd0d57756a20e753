import { cutSnippet } from "@holdfast/casework";
import { describe, expect, it } from "vitest";

import { foldWithOrigin, queryWords } from "./fold-with-origin.ts";

const marked = (text: string, query: string): readonly string[] =>
  cutSnippet(foldWithOrigin, text, queryWords(query))
    .filter(({ matched }) => matched)
    .map((part) => part.text);

describe("snippets", () => {
  it.each([
    ["a part of a word", "before Friday", "fri", ["Fri"]],
    ["other cases and accents", "Über die Brücke", "brucke", ["Brücke"]],
    ["Arabic without its points", "قُلْتُ لَكَ", "قلت", ["قُلْتُ"]],
    ["Devanagari digits", "कल १८ बजे", "18", ["१८"]],
    ["Chinese", "我会告诉你的家人", "家人", ["家人"]],
    ["several words in any order", "pay by Friday or else", "friday pay", ["pay", "Friday"]],
    ["nothing", "pay by Friday", "monday", []],
  ])("marks %s", (_, text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });
});
