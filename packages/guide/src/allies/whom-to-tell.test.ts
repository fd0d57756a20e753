import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  confidantKinds,
  confidantQualities,
  type WhomAnswers,
  type WhomFacts,
  whomToTell,
} from "./whom-to-tell.ts";

const nothing: WhomAnswers = { qualities: {}, dangerous: [] };
const kinds = fc.subarray([...confidantKinds]);
const anyAnswers: fc.Arbitrary<WhomAnswers> = fc.record({
  qualities: fc.dictionary(fc.constantFrom(...confidantQualities), kinds),
  dangerous: kinds,
});
const anyFacts: fc.Arbitrary<WhomFacts> = fc.record(
  {
    age: fc.constantFrom("adult", "under-18", "unknown"),
    who: fc.constantFrom("stranger", "partner", "ex", "family", "colleague", "unknown"),
    tellFamily: fc.constantFrom("ok", "undecided", "dangerous"),
    beingKnown: fc.constantFrom("ok", "dangerous"),
  },
  { requiredKeys: [] },
);
const kindsOf = (facts: WhomFacts, answers: WhomAnswers): readonly string[] =>
  whomToTell(facts, answers).map(({ kind }) => kind);

describe("whomToTell", () => {
  it("puts the one for whom most speaks first, with the reasons", () => {
    const qualities = {
      "stayed-calm": ["sibling", "friend"],
      "can-come-tonight": ["sibling"],
    } as const;
    expect(whomToTell({}, { qualities, dangerous: [] })).toEqual([
      { kind: "sibling", reasons: ["stayed-calm", "can-come-tonight"] },
      { kind: "friend", reasons: ["stayed-calm"] },
      { kind: "helpline", reasons: ["always-there"] },
    ]);
  });

  it("suggests a helpline when every question was skipped", () => {
    expect(kindsOf({}, nothing)).toEqual(["helpline"]);
  });

  it("suggests a child line and a trusted adult to somebody under 18", () => {
    expect(kindsOf({ age: "under-18" }, nothing)).toEqual(["child-line", "trusted-adult"]);
  });

  it("puts a line first where being known is dangerous, even before somebody for whom much speaks", () => {
    const qualities = { "keeps-secrets": ["friend"], "stayed-calm": ["friend"] } as const;
    const told = kindsOf({ beingKnown: "dangerous" }, { qualities, dangerous: [] });
    expect(told).toEqual(["helpline", "friend"]);
  });

  it("suggests nobody at work when somebody at work threatens", () => {
    const qualities = { "stayed-calm": ["colleague"] } as const;
    expect(kindsOf({ who: "colleague" }, { qualities, dangerous: [] })).toEqual(["helpline"]);
  });

  it("never suggests family where that is dangerous or not wanted", () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyAnswers,
        fc.constantFrom("dangerous" as const, "undecided" as const),
        (facts, answers, tellFamily) => {
          const told = kindsOf({ ...facts, tellFamily }, answers);
          expect(told.filter((kind) => /^(sibling|parent|relative)$/.test(kind))).toEqual([]);
        },
      ),
    );
  });

  it("never suggests a person who would be dangerous to tell, and always a line", () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, answers) => {
        const told = kindsOf(facts, answers);
        const people = told.filter((kind) => !kind.endsWith("line"));
        expect(people.filter((kind) => answers.dangerous.some((one) => one === kind))).toEqual([]);
        expect(told.filter((kind) => kind.endsWith("line"))).toHaveLength(1);
      }),
    );
  });

  it("suggests only people who keep a secret where being known is dangerous", () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, answers) => {
        const told = kindsOf({ ...facts, beingKnown: "dangerous" }, answers);
        const people = told.filter((kind) => !kind.endsWith("line"));
        const keepers: readonly string[] = answers.qualities["keeps-secrets"] ?? [];
        expect(people.every((kind) => keepers.includes(kind))).toBe(true);
      }),
    );
  });
});
