import { syllable } from "syllable";
import { describe, expect, it } from "vitest";

import { expandMessage } from "./expand-message.mjs";
import { corrections, countTexts, gradeOf, syllablesOf, wordsOf } from "./reading-grade.mjs";

describe("expandMessage", () => {
  it("reads every branch of a plural, with a number for the hash", () => {
    expect(
      expandMessage(
        "{count, plural, =0 {Nothing is kept.} one {One thing.} other {# things.}} Good.",
      ),
    ).toEqual(["Nothing is kept. Good.", "One thing. Good.", "3 things. Good."]);
  });

  it("reads choices inside choices, and two beside each other, each branch once", () => {
    expect(
      expandMessage(
        "{a, select, x {{n, plural, one {one X} other {# Xs}}} other {Y}} {b, select, p {P} other {Q}}",
      ),
    ).toEqual(["one X Q", "3 Xs Q", "Y Q", "Y P"]);
  });

  it("puts a plain word for a placeholder, and passes over tags", () => {
    expect(expandMessage("Call {number} <b>now</b>, {day, date, long}.")).toEqual([
      "Call thing now, thing.",
    ]);
  });

  it("takes quoted braces and doubled quotes as they are meant", () => {
    expect(expandMessage("It''s '{not}' a place. Don't.")).toEqual(["It's {not} a place. Don't."]);
  });

  it("refuses a brace that is never closed", () => {
    expect(() => expandMessage("Call {number")).toThrow("never closed");
  });
});

describe("syllablesOf", () => {
  it.each([
    ["you", 1],
    ["don’t", 1],
    ["saved", 1],
    ["locked", 1],
    ["picture", 2],
    ["people", 2],
    ["opened", 2],
    ["police", 2],
    ["everything", 3],
    ["screenshot", 2],
    ["another", 3],
    ["deleted", 3],
    ["somebody", 3],
    ["evidence", 3],
    ["information", 4],
    ["application", 4],
    ["AI", 2],
    ["988", 1],
  ])("counts %s as %i", (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });

  it("corrects only words that would be counted wrongly", () => {
    const needless = Object.entries(corrections).filter(
      ([word, count]) => syllable(word) === count,
    );
    expect(needless).toEqual([]);
  });
});

describe("gradeOf", () => {
  it("is the formula of 1975", () => {
    const counts = countTexts(["The cat sat on the mat. It was a happy cat."]);
    expect(counts).toMatchObject({ words: 11, sentences: 2, syllables: 12 });
    expect(gradeOf(counts)).toBeCloseTo(0.39 * (11 / 2) + 11.8 * (12 / 11) - 15.59, 10);
  });

  it("finds a notice of the law harder than a line for a child", () => {
    const law =
      "Pursuant to the aforementioned legislation, dissemination of intimate material constitutes an offence.";
    const child = "You did nothing wrong. We can help you now.";
    expect(gradeOf(countTexts([law]))).toBeGreaterThan(15);
    expect(gradeOf(countTexts([child]))).toBeLessThan(2);
  });

  it("takes a title without a full stop as a sentence, and a decimal for no end", () => {
    expect(countTexts(["Get help first", "It took 2.5 days. Then it came."]).sentences).toBe(3);
  });
});

describe("wordsOf", () => {
  it("keeps a name, a hyphenated word and a contraction in one piece", () => {
    expect(wordsOf("The @name isn’t well-known (yet).")).toEqual([
      "The",
      "@name",
      "isn’t",
      "well-known",
      "yet",
    ]);
  });
});
