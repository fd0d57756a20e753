import { z } from "zod";

import { gates, scenarios } from "../assess/scenarios.ts";
import { patternSchema } from "../assess/words/lexicon.ts";
import { factOf, groundSchema } from "../content/fact.ts";
import { type DraftKind, draftKinds } from "./draft-kinds.ts";

const phrasesShape = Object.fromEntries(
  draftKinds.map((kind) => [kind, z.array(patternSchema).min(1).readonly().exactOptional()]),
);

/**
 * One file of content/drafts: how a language says what could hurt whoever sends it. Small words and negations are those of
 * the file of the same name in content/words.
 */
export const draftWordsSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2,3}(-[a-z]+)?$/, { error: "is not an id like es or ur-latn" }),
  name: z.string().min(2),
  /** Who made it and whether a person who speaks the language has checked it. */
  ground: groundSchema,
  checkedBySpeaker: z.boolean(),
  sets: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(z.string().min(1)).min(1).readonly()),
  phrases: z.strictObject(phrasesShape),
});

/** A file of draft words as the compiler reads it. */
export interface DraftWords extends Omit<z.infer<typeof draftWordsSchema>, "phrases"> {
  readonly phrases: Readonly<Partial<Record<DraftKind, readonly string[]>>>;
}

const text = factOf(z.string().min(1).max(400));

/** content/replies: why each kind of words can hurt, and the few sentences that may be sent. */
export const replyAdviceSchema = z.strictObject({
  id: z.string(),
  about: z.string(),
  kinds: z.record(z.enum(draftKinds), text).readonly(),
  /** Said where nothing else is: no reply is owed. */
  noReply: text,
  /** One neutral sentence where a scenario allows it; none where one of these gates is open. */
  sentences: z
    .array(
      z
        .strictObject({
          id: z.string(),
          scenarios: z.array(z.enum(scenarios)).min(1).readonly(),
          unlessGates: z.array(z.enum(gates)).readonly(),
          when: text,
          text,
        })
        .readonly(),
    )
    .readonly(),
});
export type ReplyAdvice = z.infer<typeof replyAdviceSchema>;
export type ReplySentence = ReplyAdvice["sentences"][number];
