import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type GuideFacts, guideFactsSchema } from "./facts.ts";
import {
  answerIn,
  openQuestions,
  type QuestionId,
  questionIds,
  questionOf,
  withAnswer,
} from "./questions.ts";

const asked = questionIds.flatMap((id) => questionOf(id) ?? []);

describe("questions", () => {
  it("are each a fact, and every option of theirs is one of its values", () => {
    expect(asked.map(({ id }) => id)).toEqual([...questionIds]);
    for (const { id, options } of asked) {
      for (const option of options) {
        const facts = withAnswer({}, id, [option]);
        expect([id, answerIn(facts, id)]).toEqual([id, [option]]);
        expect(guideFactsSchema.parse(facts)).toEqual(facts);
      }
    }
  });

  it("are never asked when they were answered or passed over, whatever else was said", () => {
    const answer = fc
      .constantFrom(...asked.filter(({ options }) => options.length > 0))
      .chain(({ id, options }) =>
        fc.record({ id: fc.constant(id), value: fc.constantFrom(...options), skip: fc.boolean() }),
      );
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        let facts: GuideFacts = {};
        const passed = new Set<QuestionId>();
        for (const { id, value, skip } of answers) {
          if (skip) passed.add(id);
          else facts = withAnswer(facts, id, [value]);
        }
        for (const stage of ["understand", "plan"] as const) {
          for (const { id } of openQuestions(facts, passed, stage)) {
            expect(passed.has(id)).toBe(false);
            expect(facts[id]).toBeUndefined();
          }
        }
      }),
    );
  });

  it("begin with safety", () => {
    expect(openQuestions({}, new Set(), "understand")[0]?.id).toBe("danger");
  });

  it("take an answer back with everything that hung on it", () => {
    const facts = withAnswer({ who: "stranger" }, "gave", ["money", "id-document"]);
    expect(facts).toEqual({ who: "stranger", gave: ["money", "id-document"], paid: true });
    expect(withAnswer(facts, "gave", [])).toEqual({ who: "stranger" });
    expect(withAnswer({}, "sharedWhere", ["claims"])).toEqual({
      sharedWhere: "claims",
      alreadyShared: false,
    });
  });

  it("do not ask whoever helps what only the person can know", () => {
    const ids = openQuestions({ role: "parent" }, new Set(), "plan").map(({ id }) => id);
    expect(ids).not.toContain("tellFamily");
    expect(ids).toContain("police");
  });
});
