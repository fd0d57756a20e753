import type { FoldWithOrigin } from "@holdfast/casework";

import { type FoundAmount, findAmounts } from "./find/amounts.ts";
import { type FoundDeadline, findDeadlines } from "./find/deadlines.ts";
import { type FoundHandle, findHandles } from "./find/handles.ts";
import { findPayments, type FoundPayment } from "./find/payments.ts";
import { findStrangeNames } from "./find/strange-names.ts";
import type { Languages } from "./languages.ts";
import { foldMapped } from "./undisguise/fold-mapped.ts";
import { toOriginal } from "./undisguise/mapped-text.ts";
import { undisguise } from "./undisguise/undisguise.ts";
import type { Hearing } from "./words/hear.ts";
import { hear } from "./words/hear.ts";
import { languagesOf } from "./words/languages-of.ts";
import { readWords } from "./words/read-words.ts";

/** Words that the other side sent, or that somebody wrote about it. */
export interface ThreatText {
  /** Exactly as it came: places count in it. */
  readonly text: string;
  /** What is known of the mail around it, where it was one. */
  readonly mail?: {
    /** The sender's address is one of the receivers'. */
    readonly senderIsReceiver: boolean;
    readonly hasPicture: boolean;
  };
}

/** Everything that is in one text, by form and by meaning. All places are in the text as it was given. */
export interface Listened {
  readonly text: string;
  readonly hearings: readonly Hearing[];
  readonly amounts: readonly FoundAmount[];
  readonly deadlines: readonly FoundDeadline[];
  readonly payments: readonly FoundPayment[];
  readonly handles: readonly FoundHandle[];
  /** Names beside the stock words: nobody puts those into a mail for thousands. See find/strange-names.ts. */
  readonly names: readonly { readonly start: number; readonly end: number }[];
  /** Something had to be undone before the words could be read: nobody does that by chance. */
  readonly isDisguised: boolean;
}

/** Past so many characters a text is a book, not a threat: what it costs to read grows with it. */
export const maximumHeardCharacters = 200_000;

export const listen = (
  deps: FoldWithOrigin,
  languages: Languages,
  given: string,
  country?: string,
): Listened => {
  const text = given.slice(0, maximumHeardCharacters);
  const { seen, plain, isDisguised } = undisguise(text);
  const words = readWords(languages.foldWord, plain);
  const spoken = languagesOf(words, languages.lexicons);
  const { money, time } = languages.wordsOf(spoken, country);
  const folded = foldMapped(deps, plain);
  const hearings = hear(words, spoken);
  const handles = findHandles(seen.text, country).map((found) => ({
    ...found,
    ...toOriginal(seen, found),
  }));
  return {
    text,
    hearings,
    amounts: findAmounts(folded.text, money).map((found) => ({
      ...found,
      ...toOriginal(folded, found),
    })),
    deadlines: findDeadlines(words, time),
    payments: findPayments(seen, hearings, handles),
    handles,
    names: findStrangeNames(words, hearings, spoken),
    isDisguised,
  };
};
