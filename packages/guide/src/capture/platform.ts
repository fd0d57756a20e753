import { z } from "zod";

import { factOf, httpsUrlSchema } from "../content/fact.ts";

/** What a picture or an export must show, or it proves little. */
export const showCodes = [
  "handle",
  "profile-link",
  "numeric-id",
  "phone-number",
  "mail-address",
  "mail-headers",
  "profile-pictures",
  "date-and-time",
  "overlap",
  "whole-chat",
  "post-link",
  "message-link",
  "transaction-id",
] as const;
export type ShowCode = (typeof showCodes)[number];

/** Plain English, one thought: this is knowledge, shown as it stands. */
const sentenceSchema = z
  .string()
  .min(10)
  .max(240)
  .regex(/^[A-Z"].*[.!?]$/, {
    error: "is not a sentence: a capital first, a full stop at the end",
  });

const sentencesSchema = z.array(sentenceSchema).min(1).readonly();

/** What becomes of the chat, for whoever blocks or reports. `may-go`: a choice in a dialog, or not the same everywhere. */
const effectSchema = z.strictObject({
  chat: z.enum(["stays", "hidden", "may-go", "gone"]),
  says: sentenceSchema,
});

const exportSchema = z.strictObject({
  /** The steps, in order. */
  how: factOf(sentencesSchema),
  page: factOf(httpsUrlSchema).exactOptional(),
  leavesOut: z.array(factOf(sentenceSchema)).readonly().exactOptional(),
  readyIn: factOf(z.enum(["at-once", "hours", "days", "weeks"])).exactOptional(),
  linkLastsDays: factOf(z.int().min(1).max(365)).exactOptional(),
  /** How to have the words without pictures: the only export for a protected case (care.md 2). */
  wordsOnly: factOf(sentenceSchema).exactOptional(),
});

/** One file of content/platforms. `any` holds what is true everywhere. */
export const platformSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: "is not an id like google-chat: small letters, digits and hyphens",
  }),
  name: z.string().min(1).max(60),
  kind: z.enum(["any", "social", "messaging", "dating", "email", "phone", "work", "payment"]),
  mustShow: factOf(z.array(z.enum(showCodes)).min(1).readonly()),
  /** Whether the other side is told of a screenshot. Absent: unknown. */
  screenshotNoticed: factOf(z.enum(["never", "sometimes", "always"])).exactOptional(),
  /** When it is told, or what to do instead. */
  screenshotAdvice: z.array(factOf(sentenceSchema)).readonly().exactOptional(),
  /** Absent: we know of no export. */
  export: exportSchema.exactOptional(),
  /** What goes by itself, or can be taken away by the other side. */
  disappears: z.array(factOf(sentenceSchema)).readonly().exactOptional(),
  onBlock: factOf(effectSchema).exactOptional(),
  onReport: factOf(effectSchema).exactOptional(),
  tips: z.array(factOf(sentenceSchema)).readonly().exactOptional(),
  editorNote: z.string().min(1).max(400).exactOptional(),
});
export type Platform = z.infer<typeof platformSchema>;
