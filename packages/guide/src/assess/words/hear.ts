import type { CompiledLexicon, Pattern } from "./compile-lexicon.ts";
import type { Meaning } from "./meanings.ts";
import type { Word } from "./read-words.ts";

/** Something that the text says, and where. */
export interface Hearing<M extends string = Meaning> {
  readonly meaning: M;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly isQuoted: boolean;
  /** "I will never send it": said, and turned around. */
  readonly isNegated: boolean;
  readonly language: string;
}

/** Everything that these languages hear in the words, in the order of the text; the same meaning once at one place. */
export const hear = <M extends string>(
  words: readonly Word[],
  lexicons: readonly CompiledLexicon<M>[],
): readonly Hearing<M>[] => {
  const heard = new Map<string, Hearing<M>>();
  for (const sentence of sentencesOf(words)) {
    for (const lexicon of lexicons) {
      for (const hearing of hearSentence(sentence, lexicon)) {
        const key = `${hearing.meaning} ${hearing.start}`;
        const before = heard.get(key);
        if (before === undefined || isTruer(hearing, before)) heard.set(key, hearing);
      }
    }
  }
  return [...heard.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
};

/**
 * What one pattern hears plainly another may hear turned around: then it was said. Of equals, the shortest says where it is;
 * whatever more was matched is the words around it.
 */
const isTruer = (one: Hearing<string>, other: Hearing<string>): boolean =>
  one.isNegated === other.isNegated ? one.end < other.end : other.isNegated;

/** A phrase never goes over a sentence's end: what two sentences say apart is for the indicators to join. */
const sentencesOf = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const sentences: Word[][] = [];
  for (const word of words) {
    const current = sentences.at(-1);
    if (current !== undefined && current[0]?.sentence === word.sentence) current.push(word);
    else sentences.push([word]);
  }
  return sentences;
};

/** See [Note: word classes]. */
const hearSentence = <M extends string>(
  words: readonly Word[],
  lexicon: CompiledLexicon<M>,
): readonly Hearing<M>[] => {
  const classes = words.map((word) => lexicon.classesOf(word));
  const present = new Set<number>();
  for (const one of classes) for (const wordClass of one) present.add(wordClass);
  const hearings: Hearing<M>[] = [];
  for (const wordClass of present) {
    for (const pattern of lexicon.byRarest.get(wordClass) ?? []) {
      if (!pattern.required.every((needed) => present.has(needed))) continue;
      for (const matched of matchesOf(pattern, classes)) {
        if (pattern.endsClause && !isEndOfClause(words, matched)) continue;
        hearings.push(hearingOf(words, matched, pattern.meaning, lexicon));
      }
    }
  }
  return hearings;
};

/** The indices of the matched words of each match; at most one for each beginning. */
const matchesOf = (
  { steps }: Pick<Pattern, "steps">,
  classes: readonly ReadonlySet<number>[],
): readonly (readonly number[])[] => {
  const walk = (
    position: number,
    step: number,
    isFirst: boolean,
  ): readonly number[] | undefined => {
    const current = steps[step];
    if (current === undefined) return [];
    // Nothing stands before the first word of a phrase.
    const reach = isFirst ? 0 : current.gap;
    for (let here = position; here <= position + reach && here < classes.length; here += 1) {
      if (!(classes[here]?.has(current.wordClass) ?? false)) continue;
      const rest = walk(here + 1, step + 1, false);
      if (rest !== undefined) return [here, ...rest];
    }
    return current.isOptional ? walk(position, step + 1, isFirst) : undefined;
  };
  const matches: (readonly number[])[] = [];
  for (let at = 0; at < classes.length; at += 1) {
    const matched = walk(at, 0, true);
    if (matched !== undefined && matched.length > 0) matches.push(matched);
  }
  return matches;
};

const isEndOfClause = (words: readonly Word[], matched: readonly number[]): boolean =>
  words[matched.at(-1) ?? 0]?.endsClause ?? false;

const hearingOf = <M extends string>(
  words: readonly Word[],
  matched: readonly number[],
  meaning: M,
  lexicon: CompiledLexicon<M>,
): Hearing<M> => {
  const first = matched[0] ?? 0;
  const begin = words[first];
  return {
    meaning,
    start: begin?.start ?? 0,
    end: words[matched.at(-1) ?? first]?.end ?? 0,
    sentence: begin?.sentence ?? 0,
    isQuoted: begin?.isQuoted ?? false,
    isNegated: isTurnedAround(words, matched, lexicon),
    language: lexicon.id,
  };
};

/**
 * By a word just before, or between the words that were matched. A "not" that the pattern itself names ("if you do not pay")
 * belongs to what is said.
 */
const isTurnedAround = (
  words: readonly Word[],
  matched: readonly number[],
  lexicon: Pick<CompiledLexicon, "negations">,
): boolean => {
  const first = matched[0] ?? 0;
  const last = matched.at(-1) ?? first;
  for (let at = Math.max(0, first - 1); at < last; at += 1) {
    const word = words[at];
    if (word === undefined || matched.includes(at)) continue;
    // "No, I will send it": the comma ends what the word turns around.
    if (lexicon.negations.has(word.folded) && !(at < first && word.endsClause)) return true;
  }
  return false;
};
