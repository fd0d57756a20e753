import type { CompiledLexicon } from "../words/compile-lexicon.ts";
import type { Hearing } from "../words/hear.ts";
import type { Meaning } from "../words/meanings.ts";
import type { Word } from "../words/read-words.ts";

/** Sentences that say one of these name programs, firms, coins and streets: what a mail for thousands names, too. */
const stock: ReadonlySet<Meaning> = new Set<Meaning>([
  "claims-hack",
  "malware",
  "claims-recording",
  "webcam",
  "adult-sites",
  "split-screen",
  "own-address",
  "password-quote",
  "cannot-be-traced",
  "home-address-known",
  "crypto",
  "pay-me",
  "cash-app",
  "mobile-money",
  "bank-transfer",
  "gift-card",
  "fake-authority",
]);

/**
 * Words with a capital letter inside a sentence that no lexicon of its languages knows, in sentences that hold none of the stock claims. What
 * stands in the first sentence is how the reader is greeted, from breached data, or what the writer is called. A mail
 * for thousands names nobody; one that does may be from somebody who knows the reader. German writes every noun so: nothing
 * is found there, nor in scripts without capital letters.
 */
export const findStrangeNames = (
  words: readonly Word[],
  hearings: readonly Hearing[],
  spoken: readonly CompiledLexicon[],
): readonly { readonly start: number; readonly end: number }[] => {
  if (spoken.some(({ id }) => id === "de")) return [];
  const explained = new Set(
    hearings.filter(({ meaning }) => stock.has(meaning)).map(({ sentence }) => sentence),
  );
  const first = words[0]?.sentence;
  const greeted = new Set(
    words.filter(({ sentence }) => sentence === first).map(({ folded }) => folded),
  );
  return words.filter(
    ({ isName, folded, sentence }) =>
      isName
      && folded.length > 2
      && !explained.has(sentence)
      && !greeted.has(folded)
      && spoken.every(
        (lexicon) =>
          !lexicon.common.has(folded) && lexicon.classesOf({ folded, isName: false }).size === 0,
      ),
  );
};
