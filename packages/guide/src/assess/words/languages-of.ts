import type { CompiledLexicon } from "./compile-lexicon.ts";
import type { Word } from "./read-words.ts";

/**
 * The languages that a text may be in: the one whose small words it uses most, and every other that comes near. People mix
 * languages in one sentence; a language too many costs a moment, one too few a threat. The one that is used most stands first.
 */
export const languagesOf = <L extends Pick<CompiledLexicon, "common">>(
  words: readonly Word[],
  lexicons: readonly L[],
): readonly L[] => {
  const counted = lexicons.map((lexicon) => ({
    lexicon,
    share:
      words.filter(({ folded }) => lexicon.common.has(folded)).length / Math.max(1, words.length),
  }));
  const best = Math.max(0, ...counted.map(({ share }) => share));
  // A few words tell no language: all are heard.
  if (words.length < 8 || best === 0) return lexicons;
  return counted
    .filter(({ share }) => share >= best * nearness)
    .toSorted((a, b) => b.share - a.share)
    .map(({ lexicon }) => lexicon);
};

const nearness = 0.35;
