import type { FoldWithOrigin } from "@holdfast/casework";

import type { MoneyWords } from "./find/amounts.ts";
import type { TimeWords } from "./find/deadlines.ts";
import { type CompiledLexicon, compileLexicon } from "./words/compile-lexicon.ts";
import type { Lexicon } from "./words/lexicon.ts";
import { createFoldWord } from "./words/fold-word.ts";
import { meanings } from "./words/meanings.ts";
import { createWordTable } from "./words/word-table.ts";

/** All languages, made ready once. */
export interface Languages {
  readonly lexicons: readonly CompiledLexicon[];
  /** A word as it is compared. */
  readonly foldWord: (word: string) => string;
  /** What these languages call money and time. English counts always: half the world's demands are in dollars and hours. */
  readonly wordsOf: (
    spoken: readonly CompiledLexicon[],
    country?: string,
  ) => { readonly money: MoneyWords; readonly time: TimeWords };
}

export const createLanguages = (deps: FoldWithOrigin, lexicons: readonly Lexicon[]): Languages => {
  const made = new Map<string, { readonly money: MoneyWords; readonly time: TimeWords }>();
  const foldWord = createFoldWord(deps);
  return {
    lexicons: lexicons.map((lexicon) => compileLexicon(foldWord, meanings, lexicon)),
    foldWord,
    wordsOf: (spoken, country) => {
      const ids = new Set([...spoken.map(({ id }) => id), "en"]);
      const key = `${[...ids].join(" ")} ${country ?? ""}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const used = [...ids].flatMap((id) => lexicons.filter((lexicon) => lexicon.id === id));
      const words = { money: moneyOf(foldWord, used, country), time: timeOf(foldWord, used) };
      made.set(key, words);
      return words;
    },
  };
};

const rupeesOf: Readonly<Record<string, string>> = { PK: "PKR", LK: "LKR", NP: "NPR", IN: "INR" };

const moneyOf = (
  foldWord: (word: string) => string,
  lexicons: readonly Lexicon[],
  country: string | undefined,
): MoneyWords => ({
  currencies: createWordTable(
    lexicons.flatMap(({ money }) => entriesOf(foldWord, money.currencies, (code) => code)),
  ),
  multipliers: createWordTable(
    lexicons.flatMap(({ money }) => entriesOf(foldWord, money.multipliers, Number)),
  ),
  rupees:
    rupeesOf[country ?? ""]
    ?? lexicons.find(({ money }) => money.rupees !== undefined)?.money.rupees
    ?? "INR",
});

const entriesOf = <T>(
  foldWord: (word: string) => string,
  lists: Readonly<Record<string, readonly string[]>>,
  read: (key: string) => T,
): readonly (readonly [string, T])[] =>
  Object.entries(lists).flatMap(([key, words]) =>
    words.map((word) => [foldWord(word), read(key)] as const),
  );

const timeOf = (foldWord: (word: string) => string, lexicons: readonly Lexicon[]): TimeWords => {
  const marks = (read: (time: Lexicon["time"]) => readonly string[]) =>
    createWordTable(
      lexicons.flatMap(({ time }) => read(time).map((word) => [foldWord(word), true] as const)),
    );
  const unit = (words: readonly string[], minutes: number) =>
    words.map((word) => [foldWord(word), minutes] as const);
  return {
    numbers: createWordTable(
      lexicons.flatMap(({ time }) => entriesOf(foldWord, time.numbers, Number)),
    ),
    units: createWordTable(
      lexicons.flatMap(({ time }) => [
        ...unit(time.minutes, 1),
        ...unit(time.hours, 60),
        ...unit(time.days, 1440),
        ...unit(time.weeks, 10_080),
      ]),
    ),
    cues: marks(({ cues }) => cues),
    past: marks(({ past }) => past),
    ago: marks(({ ago }) => ago),
    until: marks(({ until }) => until),
    moments: marks(({ moments }) => moments),
  };
};
