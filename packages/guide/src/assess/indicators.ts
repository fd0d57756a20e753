import { z } from "zod";

import { factOf } from "../content/fact.ts";
import { guideFactsSchema } from "./facts.ts";
import { gates, scenarios } from "./scenarios.ts";
import { meanings } from "./words/meanings.ts";

const factNames = guideFactsSchema.keyof();

/** Answered, and with one of these values. A list of the facts counts when any of its entries is named. */
const factConditionSchema = z.strictObject({
  fact: factNames,
  is: z
    .array(z.union([z.string(), z.boolean()]))
    .min(1)
    .readonly(),
});

/** What stands in the text beside words: found by form, not by language. */
export const traces = [
  "coin-address",
  "amount",
  "deadline",
  "stranger-named",
  "disguised-words",
  "sender-is-receiver",
  "picture-attached",
  "mail-only",
  "chat-channel",
  "words-given",
] as const;
export type Trace = (typeof traces)[number];

/**
 * Something is heard: one meaning of each group, near each other.
 * `within`: 0 is one sentence, 1 the next one too; `text` is anywhere.
 */
const heardConditionSchema = z.strictObject({
  heard: z
    .array(z.array(z.enum(meanings)).min(1).readonly())
    .min(1)
    .readonly(),
  within: z.union([z.int().min(0).max(6), z.literal("text")]).exactOptional(),
});

const traceConditionSchema = z.strictObject({ trace: z.enum(traces) });

export type Condition =
  | z.infer<typeof factConditionSchema>
  | z.infer<typeof heardConditionSchema>
  | z.infer<typeof traceConditionSchema>
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    factConditionSchema,
    heardConditionSchema,
    traceConditionSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1).readonly() }),
    z.strictObject({ any: z.array(conditionSchema).min(1).readonly() }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const sentenceSchema = z
  .string()
  .min(10)
  .max(240)
  .regex(/^["“\p{Lu}].*[.!?”]$/u, {
    error: "is not a sentence: a capital first, a full stop at the end",
  });

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Why it counts, as it is shown to the person. */
  why: factOf(sentenceSchema),
  /** 3 strong, 2 medium, 1 weak; below 0 it speaks against it. Judgement, not measured: only the reasons are sourced. */
  points: z.partialRecord(z.enum(scenarios), z.int().min(-9).max(9)),
  /** One of the stock parts of mass mail; several different ones make one. */
  part: z
    .string()
    .regex(/^[a-z-]+$/)
    .exactOptional(),
  /** Speaks against a mass mail: whatever else is there, it is not called one. */
  vetoes: z.literal("mass-bluff").exactOptional(),
  gate: z.enum(gates).exactOptional(),
  when: conditionSchema,
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** One file of content/indicators. */
export const indicatorsSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  about: sentenceSchema,
  indicators: z.array(indicatorSchema).min(1).readonly(),
});
