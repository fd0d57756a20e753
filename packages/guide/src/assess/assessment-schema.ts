import { z } from "zod";

import { factOf } from "../content/fact.ts";
import type { Assessment, Reason } from "./assess.ts";
import { guideFactsSchema } from "./facts.ts";
import { paymentNetworks } from "./find/payments.ts";
import { demandKinds, gates, scenarios } from "./scenarios.ts";

const stretch = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const spanSchema = z
  .strictObject({ text: z.int().nonnegative(), ...stretch, quote: z.string() })
  .readonly();
const found = { ...stretch, text: z.int().nonnegative(), value: z.string() };

const reasonSchema: z.ZodType<Reason> = z
  .strictObject({
    indicator: z.string(),
    points: z.partialRecord(z.enum(scenarios), z.int()),
    why: factOf(z.string()),
    fact: guideFactsSchema.keyof().exactOptional(),
    span: spanSchema.exactOptional(),
  })
  .readonly();

/** An assessment that comes from somewhere else: a worker. */
export const assessmentSchema: z.ZodType<Assessment> = z
  .strictObject({
    scenario: z.enum([...scenarios, "unclear"]),
    certainty: z.enum(["clear", "likely", "unclear"]),
    alternatives: z.array(z.enum(scenarios)).readonly(),
    adviceOf: z.enum([...scenarios, "unclear"]),
    gates: z.array(z.enum(gates)).readonly(),
    credibility: z.enum(["claim-only", "proof-shown", "acted-before", "unknown"]),
    threat: z
      .strictObject({
        urgency: z.enum(["now", "today", "days", "none"]),
        demands: z
          .array(
            z
              .strictObject({
                kind: z.enum(demandKinds),
                amount: z.string().exactOptional(),
                currency: z.string().exactOptional(),
              })
              .readonly(),
          )
          .readonly(),
        deadline: z
          .strictObject({ quote: spanSchema, minutes: z.number().exactOptional() })
          .readonly()
          .exactOptional(),
        payment: z
          .array(
            z
              .strictObject({ ...found, network: z.enum(paymentNetworks), valid: z.boolean() })
              .readonly(),
          )
          .readonly(),
        handles: z
          .array(
            z
              .strictObject({ ...found, kind: z.enum(["email", "phone", "username", "url"]) })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
    askNext: z.literal("met-in-person").exactOptional(),
    reasons: z.array(reasonSchema).readonly(),
  })
  .readonly();
