import { foldText, wordsOf } from "./fold-text.ts";

/** The trigram index knows nothing shorter. */
const shortestPart = 3;

/**
 * One word of a query. `part`: found anywhere in a text, three characters and more. `words`: shorter ones must stand as
 * words of their own ("no" is not found in "know"; in scripts without spaces every character is a word). `mark`: no
 * letters at all, an emoji for example.
 */
export type SearchTerm =
  | { readonly kind: "part"; readonly text: string; readonly words: readonly string[] }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "mark"; readonly text: string };

/** Every word of the query must be found. See [Note: folded text]. */
export const parseQuery = (query: string): readonly SearchTerm[] =>
  foldText(query)
    .split(" ")
    .filter((text) => text !== "")
    .map((text) => {
      const words = wordsOf(text);
      if (Array.from(text).length >= shortestPart) return { kind: "part", text, words };
      return words.length > 0 ? { kind: "words", words } : { kind: "mark", text };
    });

/** The one definition of a hit: indexes only propose, this decides. */
export const matches = (folded: string, terms: readonly SearchTerm[]): boolean => {
  let words: readonly string[] | undefined;
  return terms.every((term) => {
    if (term.kind !== "words") return folded.includes(term.text);
    words ??= wordsOf(folded);
    return hasSequence(words, term.words);
  });
};

/** Whether every term stands as whole words: such hits come first. */
export const matchesWholeWords = (folded: string, terms: readonly SearchTerm[]): boolean => {
  const words = wordsOf(folded);
  return terms.every((term) => term.kind !== "mark" && hasSequence(words, term.words));
};

const hasSequence = (words: readonly string[], wanted: readonly string[]): boolean => {
  const first = wanted[0];
  if (first === undefined) return false;
  for (let at = words.indexOf(first); at !== -1; at = words.indexOf(first, at + 1)) {
    if (wanted.every((word, index) => words[at + index] === word)) return true;
  }
  return false;
};

/** For the word index; `undefined` when a term has no words. */
export const toWordMatch = (terms: readonly SearchTerm[]): string | undefined => {
  const phrases = terms.map((term) => (term.kind === "mark" ? [] : term.words));
  if (phrases.some((words) => words.length === 0)) return undefined;
  return phrases.map((words) => `"${words.join(" ")}"`).join(" AND ");
};

/** For the trigram index: the terms that it can look up; `undefined` when there is none. */
export const toPartMatch = (terms: readonly SearchTerm[]): string | undefined => {
  const parts = terms.flatMap((term) =>
    term.kind === "part" ? [`"${term.text.replaceAll('"', '""')}"`] : [],
  );
  return parts.length === 0 ? undefined : parts.join(" AND ");
};
