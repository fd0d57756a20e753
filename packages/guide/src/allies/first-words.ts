import { err, ok, type Result } from "@holdfast/evidence";
import { z } from "zod";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import { factOf } from "../content/fact.ts";

export const listeners = [
  "friend",
  "parent",
  "partner",
  "sibling",
  "teacher",
  "manager",
  "lawyer",
  "doctor",
  "unsure",
] as const;
const asks = [
  "sit-with-me",
  "look-at-nine",
  "come-to-police",
  "do-not-answer",
  "do-not-look",
  "tell-nobody",
] as const;

const text = factOf(z.string().min(1));

/** First words to somebody one trusts: what the person starts from, and changes. `{name}` is theirs to fill in. */
export const firstWordsSchema = z.strictObject({
  id: z.string(),
  about: z.string(),
  openings: z.array(z.strictObject({ to: z.enum(listeners), text })).readonly(),
  threat: text,
  pictures: text,
  tonight: text,
  asks: z.array(z.strictObject({ ask: z.enum(asks), text })).readonly(),
  /** For people to whom the one who threatens might write: beforehand, and only if the person wants. */
  warn: text,
});

export type FirstWords = z.infer<typeof firstWordsSchema>;
export type Listener = (typeof listeners)[number];
export type FirstAsk = (typeof asks)[number];

export interface Wish {
  readonly to: Listener;
  /** `company`: nothing is told, somebody is only asked to be there. */
  readonly tell: "company" | "threat" | "pictures";
  readonly asks: readonly FirstAsk[];
}

export const loadFirstWords = async (
  content: ContentPort,
): Promise<Result<FirstWords, LoadContentError>> => {
  const loaded = await content.loadContent("messages", "first-words");
  if (!loaded.ok) return loaded;
  const read = firstWordsSchema.safeParse(loaded.value);
  if (!read.success) return err({ code: "content_misfit", kind: "messages", id: "first-words" });
  return ok(read.data);
};

/** What makes sense to ask whom, when so much is told. */
export const asksFor = ({ to, tell }: Pick<Wish, "to" | "tell">): readonly FirstAsk[] =>
  asks.filter((ask) => {
    if (ask === "do-not-look") return to !== "manager" && tell === "pictures";
    // These would tell what was not to be told.
    if (ask === "come-to-police" || ask === "do-not-answer") return tell !== "company";
    return true;
  });

/** A draft, never sent by us. At work nothing is said of pictures (care.md 25), whatever was ticked. */
export function writeFirstWords(words: FirstWords, { to, tell, asks: wanted }: Wish): string {
  const atWork = to === "manager";
  // The openings for work, for a lawyer and for a doctor say of themselves that there is a threat.
  const saysThreat = atWork || to === "lawyer" || to === "doctor";
  const parts = words.openings.filter((opening) => opening.to === to).map((one) => one.text.value);
  if (tell === "company" && !saysThreat) parts.push(words.tonight.value);
  else if (!saysThreat) parts.push(words.threat.value);
  if (tell === "pictures" && !atWork) parts.push(words.pictures.value);
  const sensible = asksFor({ to, tell });
  for (const { ask, text: sentence } of words.asks) {
    if (!wanted.includes(ask) || !sensible.includes(ask)) continue;
    parts.push(sentence.value);
  }
  return parts.join("\n\n");
}
