import { exhibitIdSchema, sourceSpanSchema } from "@holdfast/evidence";
import {
  assessmentSchema,
  contradictionSchema,
  draftKinds,
  factOf,
  gates,
  guideFactsSchema,
  planChangeSchema,
  plannedTaskSchema,
  scenarios,
} from "@holdfast/guide";
import { z } from "zod";

import { nothingSchema } from "./common.ts";

const mailSchema = z
  .strictObject({ senderIsReceiver: z.boolean(), hasPicture: z.boolean() })
  .readonly();
const textSchema = z
  .strictObject({ text: z.string(), mail: mailSchema.exactOptional() })
  .readonly();
const situation = {
  facts: guideFactsSchema,
  texts: z.array(textSchema).readonly(),
};

const saidSchema = factOf(z.string());

/** Asked of the guide worker, which has neither keys nor storage. */
export const guideContract = {
  understand: {
    name: "guide.understand",
    input: z.strictObject({
      ...situation,
      /** What was known when the plan was looked at last: for what became different. */
      before: z.strictObject(situation).readonly().exactOptional(),
      states: z.record(z.string(), z.enum(["done", "set-aside"])).readonly(),
    }),
    output: z
      .strictObject({
        assessment: assessmentSchema,
        plan: z.array(plannedTaskSchema).readonly(),
        changes: z.array(planChangeSchema).readonly(),
        contradictions: z.array(contradictionSchema).readonly(),
      })
      .readonly(),
  },
  checkDraft: {
    name: "guide.checkDraft",
    input: z
      .strictObject({
        draft: z.string(),
        country: z.string().exactOptional(),
        assessed: z
          .strictObject({
            adviceOf: z.enum([...scenarios, "unclear"]),
            certainty: z.enum(["clear", "likely", "unclear"]),
            gates: z.array(z.enum(gates)).readonly(),
          })
          .readonly()
          .exactOptional(),
      })
      .readonly(),
    output: z
      .strictObject({
        marks: z
          .array(
            z
              .strictObject({
                start: z.int().nonnegative(),
                end: z.int().nonnegative(),
                kinds: z.array(z.enum(draftKinds)).readonly(),
              })
              .readonly(),
          )
          .readonly(),
        why: z
          .array(z.strictObject({ kind: z.enum(draftKinds), text: saidSchema }).readonly())
          .readonly(),
        noReply: saidSchema,
        sentence: z.strictObject({ when: saidSchema, text: saidSchema }).readonly().exactOptional(),
        selfHarm: z.boolean(),
      })
      .readonly(),
  },
} as const;

/** Asked of the vault worker. */
export const keptWordsContract = {
  keptWords: {
    name: "guide.keptWords",
    input: nothingSchema,
    output: z
      .strictObject({
        conversations: z
          .array(
            z
              .strictObject({
                text: z.string(),
                mail: mailSchema.exactOptional(),
                parts: z
                  .array(
                    z
                      .strictObject({
                        exhibit: exhibitIdSchema,
                        rowId: z.int().exactOptional(),
                        source: sourceSpanSchema,
                        start: z.int().nonnegative(),
                        end: z.int().nonnegative(),
                      })
                      .readonly(),
                  )
                  .readonly(),
              })
              .readonly(),
          )
          .readonly(),
        /** The oldest, for which there was no room. */
        itemsLeftOut: z.int().nonnegative(),
      })
      .readonly(),
  },
} as const;
