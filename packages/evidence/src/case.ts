import { z } from "zod";

import { handleSchema } from "./item.ts";
import { caseIdSchema, instanceIdSchema } from "./ids.ts";

/**
 * Care rule 1: what matters is how old anyone was in the pictures. `unasked` is asked at the first picture, and
 * counts as `protected` until it is answered.
 */
export const picturesPolicySchema = z.enum(["all-adult", "protected", "unasked"]);
export type PicturesPolicy = z.infer<typeof picturesPolicySchema>;

/** The parts of a threat as the person gave them; `amount` is a decimal string: money is never a float. */
export const threatSchema = z
  .strictObject({
    demand: z.string().exactOptional(),
    amount: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .exactOptional(),
    currency: z.string().exactOptional(),
    deadline: z
      .strictObject({ quote: z.string(), means: z.string().exactOptional() })
      .readonly()
      .exactOptional(),
    paymentAddress: z.string().exactOptional(),
    shown: z.string().exactOptional(),
  })
  .readonly();
export type Threat = z.infer<typeof threatSchema>;

/** Several handles that the person said are one somebody. */
export const partySchema = z
  .strictObject({
    id: z.string().min(1),
    role: z.enum(["self", "threatening", "other"]),
    label: z.string().exactOptional(),
    handles: z.array(handleSchema).readonly(),
  })
  .readonly();
export type Party = z.infer<typeof partySchema>;

/** Facts that the person answered; every one may stay unanswered. */
export const factsSchema = z
  .strictObject({
    /** IANA name. Asked, never read off the machine. */
    zone: z.string().exactOptional(),
    language: z.string().exactOptional(),
    livesIn: z.string().length(2).exactOptional(),
    ageInPictures: z.enum(["all-adult", "some-under-18", "unknown"]).exactOptional(),
    underEighteen: z.boolean().exactOptional(),
    strangers: z.boolean().exactOptional(),
    threat: threatSchema.exactOptional(),
    parties: z.array(partySchema).readonly().exactOptional(),
  })
  .readonly();
export type Facts = z.infer<typeof factsSchema>;

export const caseSchema = z
  .strictObject({
    id: caseIdSchema,
    instance: instanceIdSchema,
    createdAt: z.int(),
    pictures: picturesPolicySchema,
    facts: factsSchema,
  })
  .readonly();
export type Case = z.infer<typeof caseSchema>;
