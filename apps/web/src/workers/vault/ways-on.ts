import type { SearchQuery, Vault } from "@holdfast/vault";

import type { WaysOn } from "../../door/seeing.ts";

/** A sentence that was pasted in has a hundred words: only the first few are tried. */
const mostWords = 4;
const mostOthers = 4;

/** What would find something where this query found nothing: without the filter, written otherwise, with a word less. */
export const findWaysOn = (
  vault: Pick<Vault, "countHits" | "similarWords">,
  query: SearchQuery,
  mostCounted: number,
): WaysOn => {
  const { text, ...chosen } = query;
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const tried = [...otherSpellings(vault, words, chosen), ...oneWordLess(words)];
  const others = [...new Set(tried)]
    .map((other) => ({
      text: other,
      hits: vault.countHits({ ...chosen, text: other }, mostCounted),
    }))
    .filter(({ hits }) => hits.items > 0)
    .slice(0, mostOthers);
  if (Object.keys(chosen).length === 0) return { others };
  const everywhere = vault.countHits({ text }, mostCounted);
  return everywhere.items > 0 ? { everywhere, others } : { others };
};

/** Words that nothing has are the ones that are likely misspelt. */
const otherSpellings = (
  vault: Pick<Vault, "countHits" | "similarWords">,
  words: readonly string[],
  chosen: Omit<SearchQuery, "text">,
): readonly string[] =>
  words
    .slice(0, mostWords)
    .flatMap((word, at) =>
      vault.countHits({ ...chosen, text: word }, 1).items > 0
        ? []
        : vault.similarWords(word).map((other) => words.with(at, other).join(" ")),
    );

const oneWordLess = (words: readonly string[]): readonly string[] =>
  words.length < 2
    ? []
    : words.slice(0, mostWords).map((_, at) => words.filter((__, other) => other !== at).join(" "));
