import type { FoldWithOrigin } from "@holdfast/casework";

import { findHandles } from "../assess/find/handles.ts";
import { maximumHeardCharacters } from "../assess/listen.ts";
import type { Stretch } from "../assess/undisguise/mapped-text.ts";
import { toOriginal } from "../assess/undisguise/mapped-text.ts";
import { undisguise } from "../assess/undisguise/undisguise.ts";
import type { CompiledLexicon } from "../assess/words/compile-lexicon.ts";
import { hear, type Hearing } from "../assess/words/hear.ts";
import { languagesOf } from "../assess/words/languages-of.ts";
import { readWords, type Word } from "../assess/words/read-words.ts";
import { type DraftKind, draftKinds } from "./draft-kinds.ts";

export interface CheckDraftDeps extends FoldWithOrigin {
  readonly foldWord: (word: string) => string;
  readonly lexicons: readonly CompiledLexicon<DraftKind>[];
}

/** A stretch of the draft that could hurt, and how; `start` and `end` in UTF-16 code units of the draft. */
export interface DraftMark extends Stretch {
  /** In the order of `draftKinds`; never empty. */
  readonly kinds: readonly DraftKind[];
}

/**
 * Marks what in a draft could hurt whoever sends it. Marks do not overlap and stand in the order of the text.
 *
 * What is turned around ("I will not pay") is not marked. Nothing marked means that nothing was found, not that it is safe to
 * send: the screen says so.
 *
 * @param country where the person lives, for telephone numbers written without a country
 */
export const checkDraft = (
  { foldWord, lexicons }: CheckDraftDeps,
  given: string,
  country?: string,
): readonly DraftMark[] => {
  const text = given.slice(0, maximumHeardCharacters);
  const { seen, plain } = undisguise(text);
  const words = readWords(foldWord, plain);
  const spoken = languagesOf(words, lexicons);
  const heard = hear(words, spoken)
    .filter((hearing) => !hearing.isNegated && !isRefused(hearing, words, spoken))
    .map(({ meaning, start, end }) => ({ kind: meaning, start, end }))
    .filter((one, _index, all) => !isThreatOfRegret(one, all));
  // An address or a number is a way to somebody, whoever's it is.
  const facts = [...findHandles(seen.text, country), ...longNumbersIn(seen.text)].map((found) => ({
    kind: "personal-facts" as const,
    ...toOriginal(seen, found),
  }));
  return cutIntoMarks([...heard, ...facts, ...shoutingIn(text)]);
};

/** What can be said no to. "Don't do this" is no refusal: it pleads. */
const refusable: ReadonlySet<DraftKind> = new Set([
  "threat-back",
  "more-pictures",
  "meeting",
  "paying",
]);

/** So many words before, and in languages where the small word comes last also after, within the clause. */
const refusalReach = 3;

/** "I am not going to pay": saying no is no harm. */
const isRefused = (
  { meaning, start, end, language }: Hearing<DraftKind>,
  words: readonly Word[],
  spoken: CheckDraftDeps["lexicons"],
): boolean => {
  if (!refusable.has(meaning)) return false;
  const isNo = ({ folded }: Word): boolean => spoken.some(({ negations }) => negations.has(folded));
  const first = words.findIndex((word) => word.start >= start);
  const last = words.findLastIndex((word) => word.end <= end);
  const before = words.slice(Math.max(0, first - refusalReach), first);
  const clauseBefore = before.slice(before.findLastIndex((word) => word.endsClause) + 1);
  if (clauseBefore.some(isNo)) return true;
  if (!saysNoLast.has(language) || (words[last]?.endsClause ?? true)) return false;
  const after = words.slice(last + 1, last + 1 + refusalReach);
  const clauseEnd = after.findIndex((word) => word.endsClause);
  return after.slice(0, clauseEnd === -1 ? undefined : clauseEnd + 1).some(isNo);
};

/** "Ich zahle nicht". */
const saysNoLast: ReadonlySet<string> = new Set(["de"]);

interface Found extends Stretch {
  readonly kind: DraftKind;
}

/** "You will be sorry" says sorry for nothing. */
const isThreatOfRegret = ({ kind, start, end }: Found, all: readonly Found[]): boolean =>
  kind === "apology"
  && all.some((one) => one.kind === "threat-back" && one.start <= start && end <= one.end);

/** Of a card, an account or a document. */
const longNumbersIn = (text: string): readonly Stretch[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])\d(?:[ -]?\d){9,25}(?![\p{L}\p{N}])/gu)].map(
    ({ index, 0: { length } }) => ({ start: index, end: index + length }),
  );

/** Capital letters and marks that shout, in scripts that have them: most of the words of what is said in one breath. */
const shoutingIn = (text: string): readonly Found[] => {
  const marks = [...text.matchAll(/[!¡?]*!(?:[!?]){2,}/gu)];
  const capitals = [
    ...text.matchAll(/(?<!\p{L})\p{Lu}{2,}(?:[ ,'’.!?-]+(?:\p{Lu}{2,}|I|A|U))+(?!\p{L})/gu),
  ].filter(([found]) => found.replaceAll(/[^\p{Lu}]/gu, "").length >= 12);
  return [...marks, ...capitals].map(({ index, 0: { length } }) => ({
    kind: "anger",
    start: index,
    end: index + length,
  }));
};

/** Stretches that overlap are cut where one begins or ends, and said once with all their kinds. */
const cutIntoMarks = (found: readonly Found[]): readonly DraftMark[] => {
  const edges = [...new Set(found.flatMap(({ start, end }) => [start, end]))].toSorted(
    (a, b) => a - b,
  );
  const marks: DraftMark[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const here = new Set(
      found.filter((one) => one.start <= start && end <= one.end).map(({ kind }) => kind),
    );
    const kinds = draftKinds.filter((kind) => here.has(kind));
    const before = marks.at(-1);
    const isSame = before !== undefined && before.end === start && isEqual(before.kinds, kinds);
    if (isSame) marks[marks.length - 1] = { ...before, end };
    else if (kinds.length > 0) marks.push({ start, end, kinds });
  }
  return marks;
};

const isEqual = (one: readonly DraftKind[], other: readonly DraftKind[]): boolean =>
  one.length === other.length && one.every((kind, index) => kind === other[index]);
