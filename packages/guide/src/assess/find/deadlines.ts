import type { Stretch } from "../undisguise/mapped-text.ts";
import type { Word } from "../words/read-words.ts";
import type { WordTable } from "../words/word-table.ts";

/** A time that they set, in their words, and how long it is when they count it. */
export interface FoundDeadline extends Stretch {
  /** `undefined` for "until Friday": whoever reads knows which. */
  readonly minutes: number | undefined;
  readonly sentence: number;
}

/** What the languages of the text call spans of time. */
export interface TimeWords {
  readonly numbers: WordTable<number>;
  /** Minutes of one: hour* is 60. */
  readonly units: WordTable<number>;
  /** "within", "you have", "left": a span of time is a deadline with one of them near. */
  readonly cues: WordTable<true>;
  /** "for", "since", "last" before it, "ago" after it: it is over. */
  readonly past: WordTable<true>;
  readonly ago: WordTable<true>;
  /** "midnight", "tomorrow", "friday", after one of `until`. */
  readonly moments: WordTable<true>;
  readonly until: WordTable<true>;
}

const cueReach = 5;

/** @param words of the whole text; spans that a cue makes a deadline are given in their order */
export const findDeadlines = (
  words: readonly Word[],
  time: TimeWords,
): readonly FoundDeadline[] => {
  const found: FoundDeadline[] = [];
  for (const [index, word] of words.entries()) {
    const span = spanAt(words, index, time) ?? momentAt(words, index, time);
    if (span === undefined) continue;
    if (found.some(({ end }) => end > word.start)) continue;
    found.push(span);
  }
  return found;
};

/** "48 hours", "two days", "48hrs". */
const spanAt = (
  words: readonly Word[],
  index: number,
  time: TimeWords,
): FoundDeadline | undefined => {
  const word = words[index];
  if (word === undefined) return undefined;
  const joined = /^(\d+)(\p{L}+)$/u.exec(word.folded);
  const count = joined === null ? countOf(word.folded, time) : Number(joined[1]);
  if (count === undefined || count <= 0 || count > 2000) return undefined;
  const unitWord = joined === null ? words[index + 1] : word;
  const unit = time.units.find(joined?.[2] ?? unitWord?.folded ?? "");
  if (unit === undefined || unitWord === undefined || unitWord.sentence !== word.sentence) {
    return undefined;
  }
  const last = joined === null ? index + 1 : index;
  const isOver =
    words.slice(Math.max(0, index - 2), index).some(({ folded }) => time.past.find(folded))
    || words.slice(last + 1, last + 2).some(({ folded }) => time.ago.find(folded));
  if (isOver) return undefined;
  const near = around(words, index, last);
  const before = words[index - 1];
  // "36 hours." between two commas or by itself is a deadline too.
  const isAlone =
    unitWord.endsClause
    && (before === undefined || before.sentence !== word.sentence || before.endsClause);
  if (!isAlone && !near.some(({ folded }) => time.cues.find(folded))) return undefined;
  return {
    start: word.start,
    end: unitWord.end,
    minutes: Math.round(count * unit),
    sentence: word.sentence,
  };
};

const countOf = (folded: string, time: TimeWords): number | undefined =>
  /^\d{1,4}$/.test(folded) ? Number(folded) : time.numbers.find(folded);

const around = (words: readonly Word[], first: number, last: number): readonly Word[] =>
  [
    ...words.slice(Math.max(0, first - cueReach), first),
    ...words.slice(last + 1, last + 1 + cueReach),
  ].filter(({ sentence }) => sentence === words[first]?.sentence);

/** "until Friday", "before midnight". */
const momentAt = (
  words: readonly Word[],
  index: number,
  time: TimeWords,
): FoundDeadline | undefined => {
  const cue = words[index];
  if (cue === undefined || time.until.find(cue.folded) === undefined) return undefined;
  for (const word of words.slice(index + 1, index + 4)) {
    if (word.sentence !== cue.sentence) break;
    if (time.moments.find(word.folded))
      return { start: cue.start, end: word.end, minutes: undefined, sentence: word.sentence };
  }
  return undefined;
};
