import { z } from "zod";

import type { Assessment } from "../assess/assess.ts";
import { type GuideFacts, guideFactsSchema } from "../assess/facts.ts";
import { demandKinds, gates, scenarios } from "../assess/scenarios.ts";

/** What a plan is made from. */
export interface PlanInput {
  readonly facts: GuideFacts;
  readonly assessment: Pick<Assessment, "scenario" | "adviceOf" | "gates" | "threat">;
}

const adviceSchema = z.enum([...scenarios, "unclear"]);

/** When a task is for this person. Everything that is not answered counts as not known, never as no. */
export type PlanCondition =
  | { readonly fact: keyof GuideFacts; readonly is: readonly (string | boolean)[] }
  /** Whose advice is given; where it is unclear, that of the more dangerous possibility. `scenario` is what was said. */
  | { readonly advice: readonly z.infer<typeof adviceSchema>[] }
  | { readonly scenario: readonly z.infer<typeof adviceSchema>[] }
  | { readonly gate: readonly (typeof gates)[number][] }
  | { readonly demand: readonly (typeof demandKinds)[number][] }
  | { readonly all: readonly PlanCondition[] }
  | { readonly any: readonly PlanCondition[] }
  | { readonly not: PlanCondition };

export const planConditionSchema: z.ZodType<PlanCondition> = z.lazy(() =>
  z.union([
    z.strictObject({
      fact: guideFactsSchema.keyof(),
      is: z
        .array(z.union([z.string(), z.boolean()]))
        .min(1)
        .readonly(),
    }),
    z.strictObject({ advice: z.array(adviceSchema).min(1).readonly() }),
    z.strictObject({ scenario: z.array(adviceSchema).min(1).readonly() }),
    z.strictObject({ gate: z.array(z.enum(gates)).min(1).readonly() }),
    z.strictObject({ demand: z.array(z.enum(demandKinds)).min(1).readonly() }),
    z.strictObject({ all: z.array(planConditionSchema).min(1).readonly() }),
    z.strictObject({ any: z.array(planConditionSchema).min(1).readonly() }),
    z.strictObject({ not: planConditionSchema }),
  ]),
);

export const holds = (condition: PlanCondition, input: PlanInput): boolean => {
  if ("fact" in condition) {
    const value: unknown = input.facts[condition.fact];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return condition.is.some((wanted) => values.includes(wanted));
  }
  if ("advice" in condition) return condition.advice.includes(input.assessment.adviceOf);
  if ("scenario" in condition) return condition.scenario.includes(input.assessment.scenario);
  if ("gate" in condition)
    return condition.gate.some((gate) => input.assessment.gates.includes(gate));
  if ("demand" in condition) {
    return input.assessment.threat.demands.some(({ kind }) => condition.demand.includes(kind));
  }
  if ("not" in condition) return !holds(condition.not, input);
  if ("any" in condition) return condition.any.some((one) => holds(one, input));
  return condition.all.every((one) => holds(one, input));
};
