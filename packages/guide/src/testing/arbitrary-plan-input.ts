import fc from "fast-check";

import type { GuideFacts } from "../assess/facts.ts";
import { demandKinds, gates, scenarios } from "../assess/scenarios.ts";
import type { PlanInput } from "../plan/condition.ts";

/** Any answers, each of which may stay away. Only what plans look at has more than a few values. */
const arbitraryFacts: fc.Arbitrary<GuideFacts> = fc.record(
  {
    age: fc.constantFrom("adult", "under-18", "unknown"),
    who: fc.constantFrom(
      "stranger",
      "partner",
      "ex",
      "acquaintance",
      "family",
      "colleague",
      "unknown",
    ),
    channel: fc.constantFrom("email", "letter", "sms", "call", "instagram", "gmail"),
    proof: fc.constantFrom("none", "real-private", "public-only", "synthetic", "unknown"),
    picturesExist: fc.constantFrom("yes", "no", "unsure"),
    alreadyShared: fc.boolean(),
    paid: fc.boolean(),
    passwordQuoted: fc.constantFrom("none", "old", "current"),
    deviceWatched: fc.boolean(),
    selfHarm: fc.boolean(),
    danger: fc.boolean(),
    meetingDemanded: fc.boolean(),
    accountChanges: fc.boolean(),
    toldOthers: fc.boolean(),
    workLink: fc.boolean(),
    country: fc.constantFrom("GB", "US", "PK"),
    conductOn: fc.constant("2026-11-02"),
    ageInPictures: fc.constantFrom("all-adult", "some-under-18", "unknown"),
    police: fc.constantFrom("ok", "undecided", "no"),
    tellFamily: fc.constantFrom("ok", "undecided", "dangerous"),
    beingKnown: fc.constantFrom("ok", "dangerous"),
    role: fc.constantFrom("self", "parent", "teacher", "friend", "advocate"),
    holds: fc.subarray([
      "intimate-picture",
      "ordinary-picture",
      "chat",
      "call-recording",
      "identity-or-status",
      "work-content",
      "nothing-shown",
    ]),
    gave: fc.subarray(["money", "id-document", "bank-login", "account", "received-money"]),
    sharedWhere: fc.constantFrom("no", "claims", "private", "group", "public", "work", "school"),
  },
  { requiredKeys: [] },
);

/** Any facts beside any assessment, also such as no text leads to. */
export const arbitraryPlanInput: fc.Arbitrary<PlanInput> = fc
  .record({
    facts: arbitraryFacts,
    scenario: fc.constantFrom(...scenarios, "unclear"),
    adviceOf: fc.constantFrom(...scenarios, "unclear"),
    gates: fc.subarray([...gates]),
    demands: fc.subarray([...demandKinds]),
    urgency: fc.constantFrom("now", "today", "days", "none"),
  })
  .map(({ facts, scenario, adviceOf, gates: raised, demands, urgency }) => ({
    facts,
    assessment: {
      scenario,
      adviceOf,
      gates: raised,
      threat: { urgency, demands: demands.map((kind) => ({ kind })), payment: [], handles: [] },
    },
  }));
