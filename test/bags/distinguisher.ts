import type { RealBag } from "./vault-and-bags.ts";

/**
 * What somebody sees of a bag who can compute everything but the preimage of a salted hash: every file in its order, to
 * the letter, with only those parts blacked out that are random or hashes of something random.
 */
export const sightOf = ({ plan, files, zip }: RealBag): ReadonlyMap<string, string> => {
  const black = (text: string): string =>
    text
      .replaceAll(plan.bag, "<bag>")
      .replaceAll(/\b(case-|Case )[0-9a-f]{4}\b/g, "$1<group>")
      .replaceAll(/\b[0-9a-f]{32,128}\b/g, (hash) => `<${hash.length} random>`)
      // For reading aloud, hashes are shown in groups of four.
      .replaceAll(/\b(?:[0-9a-f]{4}[ \n]+){7,}[0-9a-f]{4}\b/g, "<random in groups>")
      .replaceAll(/\bev-\d{6}\b/g, "<label>");
  const sight = new Map<string, string>([["zip", String(zip.length)]]);
  for (const [path, bytes] of files) {
    const text = black(Buffer.from(bytes).toString("utf8"));
    // Exhibits of one bag stand in its lists in the order of random names.
    const isList = /(?:manifest-sha\d+|items-sha256)\.txt$/.test(path);
    const seen = isList ? text.split("\n").toSorted().join("\n") : text;
    sight.set(`${sight.size} ${black(path)}`, `${bytes.length} ${seen}`);
  }
  return sight;
};

/** The numbers that a reader could hope to count by. */
export const numbersOf = ({ files, zip }: RealBag): ReadonlyMap<string, number> => {
  const numbers = new Map([
    ["zip", zip.length],
    ["files", files.size],
  ]);
  for (const [path, bytes] of files) {
    const name = path.slice(path.indexOf("/") + 1).replaceAll(/[0-9a-f]{32}/g, "<random>");
    const text = Buffer.from(bytes).toString("latin1");
    numbers.set(`size of ${name}`, bytes.length);
    numbers.set(`lines of ${name}`, text.split("\n").length);
    if (!name.endsWith("custody-details.jsonl")) continue;
    for (const [at, [, seq]] of [...text.matchAll(/"seq":(\d+)\}$/gm)].entries()) {
      numbers.set(`place of opened entry ${at}`, Number(seq));
    }
  }
  return numbers;
};

/**
 * How often a guesser is right who has learnt, from as many bags of each of two worlds, the best cut through one number,
 * and is then shown bags it has not seen. 0.5 is a coin.
 */
export const guessRate = (one: readonly number[], other: readonly number[]): number => {
  const learnt = bestCut(evens(one), evens(other));
  return rateOf(learnt, odds(one), odds(other));
};

interface Cut {
  readonly at: number;
  /** What lies above the cut is guessed to be of the other world. */
  readonly otherIsAbove: boolean;
}

const bestCut = (one: readonly number[], other: readonly number[]): Cut => {
  let best: Cut = { at: 0, otherIsAbove: true };
  let bestRate = 0;
  for (const at of new Set([...one, ...other])) {
    for (const otherIsAbove of [true, false]) {
      const rate = rateOf({ at, otherIsAbove }, one, other);
      if (rate > bestRate) {
        bestRate = rate;
        best = { at, otherIsAbove };
      }
    }
  }
  return best;
};

const rateOf = (cut: Cut, one: readonly number[], other: readonly number[]): number => {
  const isSaidOther = (value: number): boolean => value > cut.at === cut.otherIsAbove;
  const right =
    one.filter((value) => !isSaidOther(value)).length + other.filter(isSaidOther).length;
  return right / (one.length + other.length);
};

const evens = (values: readonly number[]): readonly number[] =>
  values.filter((_, at) => at % 2 === 0);
const odds = (values: readonly number[]): readonly number[] =>
  values.filter((_, at) => at % 2 === 1);
