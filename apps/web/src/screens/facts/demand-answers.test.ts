import { describe, expect, it } from "vitest";

import { changeThreat, isAmount, readAnswers } from "./demand-answers.ts";

describe("changeThreat", () => {
  it("keeps what is not asked here, and a meaning that belongs to unchanged words", () => {
    const before = {
      shown: "A picture of the lake",
      deadline: { quote: "by Friday", means: "25 September" },
    };
    expect(changeThreat(before, { ...readAnswers(before), amount: "49,90" })).toEqual({
      ...before,
      amount: "49.90",
    });
  });

  it("is nothing when nothing is said", () => {
    expect(changeThreat({ demand: "pay" }, readAnswers(undefined))).toBeUndefined();
  });
});

it.each([
  ["", true],
  ["500", true],
  ["49,90", true],
  ["a lot", false],
  ["1.000.000", false],
])("takes %j as an amount: %s", (text, expected) => {
  expect(isAmount(text)).toBe(expected);
});
