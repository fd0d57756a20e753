import type { Meaning } from "./meanings.ts";
import { rememberWords } from "./fold-word.ts";
import type { Word } from "./read-words.ts";

/**
 * [Note: word classes] Each step of a pattern is a class of words ("send, sends, post …"), kept once and known by a number. A
 * word of a text is looked up once; after that a pattern is numbers against numbers, and a sentence that lacks one of its
 * classes is not looked at for it. Ten thousand mails in a minute need that.
 */
export interface Step {
  readonly wordClass: number;
  readonly isOptional: boolean;
  /** Up to so many words that do not matter come before it. */
  readonly gap: number;
}

export interface Pattern<M extends string = Meaning> {
  readonly meaning: M;
  /** Its last word ends a clause. */
  readonly endsClause: boolean;
  readonly steps: readonly Step[];
  /** Classes that a sentence must have. */
  readonly required: readonly number[];
}

/** How a language says some meanings: those of the indicators, or others. */
export interface Sayings<M extends string = Meaning> {
  readonly id: string;
  readonly common: readonly string[];
  readonly negations: readonly string[];
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Readonly<Partial<Record<M, readonly string[]>>>;
}

export interface CompiledLexicon<M extends string = Meaning> {
  readonly id: string;
  readonly common: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** The classes that a word belongs to. */
  readonly classesOf: (word: Pick<Word, "folded" | "isName">) => ReadonlySet<number>;
  /** Patterns by the class of theirs that has the fewest words. */
  readonly byRarest: ReadonlyMap<number, readonly Pattern<M>[]>;
}

/** Makes a lexicon ready to match. A set that does not exist is a fault of the build and throws. */
export const compileLexicon = <M extends string>(
  foldWord: (word: string) => string,
  meanings: readonly M[],
  lexicon: Sayings<M>,
): CompiledLexicon<M> => {
  const fold = (word: string): string => foldWord(word).replaceAll("-", "");
  const classes = createWordClasses();
  // Most steps are one of a few sets, of hundreds of words each: they are spelled out once.
  const spellOut = rememberWords((word): readonly string[] =>
    expand(lexicon, word).map((one) => foldEntry(one, fold)),
  );
  const classOf = rememberWords((step) => classes.add(step.split("|").flatMap(spellOut)));
  const byRarest = new Map<number, Pattern<M>[]>();
  for (const meaning of meanings) {
    for (const whole of lexicon.phrases[meaning] ?? []) {
      const endsClause = whole.endsWith(" $");
      const text = endsClause ? whole.slice(0, -2) : whole;
      const steps = stepsOf(text, classOf);
      const required = steps.filter((step) => !step.isOptional).map((step) => step.wordClass);
      const rarest = required.toSorted((a, b) => classes.sizeOf(a) - classes.sizeOf(b))[0];
      if (rarest === undefined) throw new Error(`${lexicon.id}: "${text}" asks for nothing`);
      push(byRarest, rarest, { meaning, endsClause, steps, required });
    }
  }
  return {
    id: lexicon.id,
    common: new Set(lexicon.common.map(fold)),
    negations: new Set(lexicon.negations.map(fold)),
    classesOf: classes.of,
    byRarest,
  };
};

const foldEntry = (word: string, fold: (word: string) => string): string =>
  word.endsWith("*")
    ? `${fold(word.slice(0, -1))}*`
    : word === "#" || word === "^" || word === "^^"
      ? word
      : fold(word);

const stepsOf = (text: string, classOf: (step: string) => number): readonly Step[] => {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of text.split(" ")) {
    if (/^_+$/.test(part)) {
      gap += part === "_" ? 3 : 6;
      continue;
    }
    const isOptional = part.endsWith("?");
    const bare = (isOptional ? part.slice(0, -1) : part).replace(/^\(|\)$/g, "");
    steps.push({ wordClass: classOf(bare), isOptional, gap });
    gap = 0;
  }
  return steps;
};

const expand = (lexicon: Pick<Sayings, "id" | "sets">, word: string): readonly string[] => {
  if (!word.startsWith("@")) return [word];
  const set = lexicon.sets[word.slice(1)];
  if (set === undefined) throw new Error(`${lexicon.id}: no set "${word}"`);
  return set.flatMap((one) => expand(lexicon, one));
};

/** Classes of words, of beginnings (`send*`), of numbers (`#`) of names (`^`), and of names that are no other word (`^^`). */
const createWordClasses = () => {
  const sizes: number[] = [];
  const byWord = new Map<string, number[]>();
  const byBeginning = new Map<string, number[]>();
  const ofNumbers: number[] = [];
  const ofNames: number[] = [];
  const ofStrangeNames: number[] = [];
  const addEntry = (entry: string, wordClass: number): void => {
    if (entry === "#") ofNumbers.push(wordClass);
    else if (entry === "^") ofNames.push(wordClass);
    else if (entry === "^^") ofStrangeNames.push(wordClass);
    else if (entry.endsWith("*")) push(byBeginning, entry.slice(0, -1), wordClass);
    else push(byWord, entry, wordClass);
  };
  return {
    /** A new class, by its number. */
    add: (entries: readonly string[]): number => {
      const distinct = new Set(entries);
      const wordClass = sizes.length;
      let size = 0;
      for (const entry of distinct) {
        addEntry(entry, wordClass);
        // Beginnings stand for several words each; numbers for a great many.
        size += /[*#^]$/.test(entry) ? 3 : 1;
      }
      sizes.push(size);
      return wordClass;
    },
    sizeOf: (wordClass: number): number => sizes[wordClass] ?? 0,
    of: createClassesOf(
      (word) => {
        const found = new Set(byWord.get(word));
        for (let length = 1; length <= word.length; length += 1) {
          for (const one of byBeginning.get(word.slice(0, length)) ?? []) found.add(one);
        }
        if (/^\d/.test(word)) for (const one of ofNumbers) found.add(one);
        return found;
      },
      { ofNames, ofStrangeNames },
    ),
  };
};

const createClassesOf = (
  find: (word: string) => ReadonlySet<number>,
  names: { readonly ofNames: readonly number[]; readonly ofStrangeNames: readonly number[] },
): CompiledLexicon["classesOf"] => {
  const ofWord = rememberWords(find);
  const ofName = rememberWords((word): ReadonlySet<number> => {
    const known = ofWord(word);
    return new Set([...known, ...names.ofNames, ...(known.size === 0 ? names.ofStrangeNames : [])]);
  });
  return ({ folded, isName }) => (isName ? ofName(folded) : ofWord(folded));
};

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
};
