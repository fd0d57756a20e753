import { z } from "zod";

import { groundSchema } from "../../content/fact.ts";
import { type Meaning, meanings } from "./meanings.ts";

/**
 * A word or a gap: `send`, `record*` (every word that begins so), `(you|him)`, `@me` (a set of this file), `#` (a number in
 * digits), `^` (a name: a capital letter inside a sentence), `^^` (a name that is no other word of this file), `_` (up to three words that do not matter), `__` (up to six), and `$` at the very end (a comma or a full stop comes).
 */
const one = String.raw`(?:[\p{L}\p{M}\p{N}]+\*?|@[a-z0-9-]+|#|\^{1,2})`;
const step = String.raw`(?:_{1,2}|${one}\??|\(${one}(?:\|${one})*\)\??)`;
export const patternSchema = z.string().regex(new RegExp(`^${step}(?: ${step})*(?: \\$)?$`, "u"), {
  error:
    "is not a pattern: words, word*, (this|that), #, ^, ^^, @set, _ or __, each perhaps with ? after it, with one space between, perhaps $ at the end",
});

/** Single words, or beginnings of words with a `*`. */
const wordListSchema = z
  .array(z.string().regex(/^[\p{L}\p{M}\p{N}'’$]+\*?$/u, { error: "is not one word, or word*" }))
  .min(1)
  .readonly();

const phrasesShape = Object.fromEntries(
  meanings.map((meaning) => [meaning, z.array(patternSchema).min(1).readonly().exactOptional()]),
);

/**
 * One file of content/words: how a language says what the indicators listen for.
 *
 * Written as people type: case, accents and apostrophes do not matter, they are folded on both sides.
 */
export const lexiconSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2,3}(-[a-z]+)?$/, { error: "is not an id like es or ur-latn" }),
  name: z.string().min(2),
  /** Who made it and whether a person who speaks the language has checked it. */
  ground: groundSchema,
  checkedBySpeaker: z.boolean(),
  /** Small words by which the language is recognised; thirty to eighty. */
  common: z.array(z.string().min(1)).min(20).readonly(),
  /** Words that turn the next words around: not, never. */
  negations: z.array(z.string().min(1)).min(1).readonly(),
  sets: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(z.string().min(1)).min(1).readonly()),
  phrases: z.strictObject(phrasesShape),
  money: z.strictObject({
    /** By ISO 4217 code, or the short name of a coin. */
    currencies: z.record(z.string().regex(/^[A-Z]{3,5}$/), wordListSchema),
    /** Powers of ten only. */
    multipliers: z.record(z.string().regex(/^10+$/), wordListSchema),
    /** What "Rs" means to whoever writes this language. */
    rupees: z.enum(["INR", "PKR", "LKR", "NPR"]).exactOptional(),
  }),
  time: z.strictObject({
    numbers: z.record(z.string().regex(/^\d+$/), wordListSchema),
    minutes: wordListSchema,
    hours: wordListSchema,
    days: wordListSchema,
    weeks: wordListSchema,
    cues: wordListSchema,
    /** Before a span that is over: for, since, last. */
    past: wordListSchema,
    /** After it: ago. */
    ago: wordListSchema,
    until: wordListSchema,
    moments: wordListSchema,
  }),
  editorNote: z.string().min(1).max(400).exactOptional(),
});

type LexiconFile = z.infer<typeof lexiconSchema>;

/** A lexicon as the compiler reads it. */
export interface Lexicon extends Omit<LexiconFile, "phrases"> {
  readonly phrases: Readonly<Partial<Record<Meaning, readonly string[]>>>;
}
