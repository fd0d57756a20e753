import type { FoldWithOrigin } from "@holdfast/casework";

/** Past so many it is no language any more but somebody's noise, and is let go of. */
const maximumRemembered = 50_000;

/**
 * Folds single words, without their apostrophes, and remembers them: a language has some thousands, and ten thousand mails are
 * made of the same ones.
 */
export const createFoldWord = (deps: FoldWithOrigin): ((word: string) => string) =>
  rememberWords((word) => deps.fold(word).folded.replace(/['’ʼ]/g, ""));

/** What a word leads to, made once. */
export const rememberWords = <T>(make: (word: string) => T): ((word: string) => T) => {
  const made = new Map<string, T>();
  return (word) => {
    const known = made.get(word);
    if (known !== undefined) return known;
    const value = make(word);
    if (made.size >= maximumRemembered) made.clear();
    made.set(word, value);
    return value;
  };
};
