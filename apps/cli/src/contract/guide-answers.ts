import { demandKinds, gates, paymentNetworks, scenarios, whens } from "@holdfast/guide";
import { sourceSpanSchema } from "@holdfast/evidence";
import { z } from "zod";

import { answerHead } from "./common.ts";

const scenarioSchema = z.enum([...scenarios, "unclear"]);

const spanSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().describe("The exact text, as it was written."),
  text: z.int().nonnegative().optional().describe("Which of `read`, when there are several."),
  exhibit: z.string().optional().describe("Only in a case: where the words are kept."),
  source: sourceSpanSchema
    .optional()
    .describe("Only in a case: the item’s place in its source, as on the timeline."),
});

const threatSchema = z.strictObject({
  urgency: z
    .enum(["now", "today", "days", "none"])
    .describe("For the person’s sake; never a clock of those who threaten."),
  demands: z.array(
    z.strictObject({
      kind: z.enum(demandKinds),
      amount: z.string().nullable().describe("Decimal."),
      currency: z.string().nullable().describe("ISO 4217, or a coin’s short name."),
    }),
  ),
  deadline: z
    .strictObject({
      quote: z.string(),
      instant: z.null().describe("Never known: nobody can tell when their clock began."),
      minutes: z
        .int()
        .positive()
        .nullable()
        .describe("Null when it was not counted (“until Friday”)."),
    })
    .nullable(),
  payment: z.array(
    z.strictObject({
      network: z.enum(paymentNetworks),
      value: z.string(),
      valid: z.boolean().describe("The checksum holds, or, where there is none, the form."),
    }),
  ),
  handles: z.array(
    z.strictObject({
      kind: z.enum(["email", "phone", "username", "url"]),
      value: z
        .string()
        .describe(
          "As it was written, a phone number as E.164. Addresses are live: do not make links of them.",
        ),
    }),
  ),
});

const assessedShape = {
  scenario: scenarioSchema,
  certainty: z.enum(["clear", "likely", "unclear"]),
  alternatives: z
    .array(z.enum(scenarios))
    .describe("What something else speaks for, strongest first."),
  adviceOf: scenarioSchema.describe(
    "Whose advice is given: where it is unclear, that of the more dangerous one.",
  ),
  gates: z.array(z.enum(gates)).describe("What comes before everything else."),
  credibility: z.enum(["claim-only", "proof-shown", "acted-before", "unknown"]),
  threat: threatSchema,
  askNext: z.enum(["met-in-person"]).nullable().describe("The one question whose answer decides."),
};

export const assessAnswerSchema = z.strictObject({
  ...answerHead("assess"),
  ...assessedShape,
  reasons: z.array(
    z.strictObject({
      indicator: z.string(),
      points: z
        .partialRecord(z.enum(scenarios), z.int())
        .describe("Uncalibrated judgement: they only order, and are no probability."),
      because: z.strictObject({ fact: z.string() }).nullable(),
      span: spanSchema
        .nullable()
        .describe("Bytes of UTF-8, half open, in what `spansIn` of its text says."),
      source: z.string().nullable(),
    }),
  ),
  read: z
    .array(
      z.strictObject({
        spansIn: z
          .enum(["file", "decoded", "item"])
          .describe(
            "file: the bytes of the file. decoded: `text`, which was decoded from a mail or from another encoding. item: the words of one item of the case (subject, blank line, text).",
          ),
        whole: z.boolean().describe("False when it was too long to be read to its end."),
        name: z.string().optional(),
        text: z.string().optional(),
        items: z.int().nonnegative().optional(),
      }),
    )
    .describe("The texts that were read, as `text` of a span counts them."),
  itemsLeftOut: z
    .int()
    .nonnegative()
    .describe("The oldest messages of a case, for which there was no room."),
});
export type AssessAnswer = z.infer<typeof assessAnswerSchema>;

export const planAnswerSchema = z.strictObject({
  ...answerHead("plan"),
  tasks: z
    .array(
      z.strictObject({
        id: z.string(),
        when: z.enum(whens),
        after: z.array(z.string()).describe("Done, or set aside by the person, before this one."),
        why: z.strictObject({
          code: z.string(),
          params: z.record(z.string(), z.string()),
          text: z.string(),
          source: z.string().nullable(),
        }),
        mayBeNoticed: z.boolean().describe("The other person may see that something was changed."),
        losesEvidence: z
          .boolean()
          .describe("Something that could be proof may be gone afterwards."),
        leavesDevice: z.string().nullable().describe("What leaves the device."),
        minutes: z.int().positive(),
        title: z.string(),
        steps: z.array(z.string()),
        needs: z.array(z.string()),
      }),
    )
    .describe("In the order in which they are shown."),
  contradictions: z
    .array(
      z.strictObject({
        id: z.string(),
        about: z.string(),
        tasks: z.array(z.string()),
        says: z.array(
          z.strictObject({ who: z.string(), says: z.string(), source: z.string().nullable() }),
        ),
        weTake: z.string(),
      }),
    )
    .describe("Where official advice about these tasks does not agree."),
  assessment: z
    .strictObject({
      scenario: scenarioSchema,
      certainty: assessedShape.certainty,
      adviceOf: scenarioSchema,
      gates: assessedShape.gates,
    })
    .describe("What the plan was made for; all of it: holdfast assess."),
});
export type PlanAnswer = z.infer<typeof planAnswerSchema>;
