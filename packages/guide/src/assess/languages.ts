import type { FoldWithOrigin } from "@holdfast/casework";

import type { MoneyWords } from "./find/amounts.ts";
import type { TimeWords } from "./find/deadlines.ts";
import { type CompiledLexicon, compileLexicon } from "./words/compile-lexicon.ts";
import type { Lexicon } from "./words/lexicon.ts";
import { createWordTable } from "./words/word-table.ts";

/** All languages, made ready once. */
export interface Languages {
  readonly lexicons: readonly CompiledLexicon[];
  /** What these languages call money and time. English counts always: half the world's demands are in dollars and hours. */
  readonly wordsOf: (
    spoken: readonly CompiledLexicon[],
    country?: string,
  ) => { readonly money: MoneyWords; readonly time: TimeWords };
}

export const createLanguages = (deps: FoldWithOrigin, lexicons: readonly Lexicon[]): Languages => {
  const made = new Map<string, { readonly money: MoneyWords; readonly time: TimeWords }>();
  return {
    lexicons: lexicons.map((lexicon) => compileLexicon(deps, lexicon)),
    wordsOf: (spoken, country) => {
      const ids = new Set([...spoken.map(({ id }) => id), "en"]);
      const key = `${[...ids].join(" ")} ${country ?? ""}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const used = lexicons.filter(({ id }) => ids.has(id));
      const words = { money: moneyOf(deps, used, country), time: timeOf(deps, used) };
      made.set(key, words);
      return words;
    },
  };
};

const rupeesOf: Readonly<Record<string, string>> = { PK: "PKR", LK: "LKR", NP: "NPR", IN: "INR" };

const moneyOf = (
  deps: FoldWithOrigin,
  lexicons: readonly Lexicon[],
  country: string | undefined,
): MoneyWords => ({
  currencies: createWordTable(
    lexicons.flatMap(({ money }) => entriesOf(deps, money.currencies, (code) => code)),
  ),
  multipliers: createWordTable(
    lexicons.flatMap(({ money }) => entriesOf(deps, money.multipliers, Number)),
  ),
  rupees:
    rupeesOf[country ?? ""]
    ?? lexicons.find(({ money }) => money.rupees !== undefined)?.money.rupees
    ?? "INR",
});

const entriesOf = <T>(
  deps: FoldWithOrigin,
  lists: Readonly<Record<string, readonly string[]>>,
  read: (key: string) => T,
): readonly (readonly [string, T])[] =>
  Object.entries(lists).flatMap(([key, words]) =>
    words.map((word) => [foldEntry(deps, word), read(key)] as const),
  );

const timeOf = (deps: FoldWithOrigin, lexicons: readonly Lexicon[]): TimeWords => {
  const marks = (read: (time: Lexicon["time"]) => readonly string[]) =>
    createWordTable(
      lexicons.flatMap(({ time }) =>
        read(time).map((word) => [foldEntry(deps, word), true] as const),
      ),
    );
  const unit = (words: readonly string[], minutes: number) =>
    words.map((word) => [foldEntry(deps, word), minutes] as const);
  return {
    numbers: createWordTable(lexicons.flatMap(({ time }) => entriesOf(deps, time.numbers, Number))),
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

const foldEntry = (deps: FoldWithOrigin, word: string): string =>
  deps.fold(word).folded.replace(/['’ʼ]/g, "");
