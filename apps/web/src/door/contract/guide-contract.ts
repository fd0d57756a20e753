import { exhibitIdSchema, sourceSpanSchema } from "@holdfast/evidence";
import {
  assessmentSchema,
  contradictionSchema,
  guideFactsSchema,
  planChangeSchema,
  plannedTaskSchema,
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
