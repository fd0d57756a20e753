import { loadWordList } from "./secret-words.ts";

export type Strength = "weak" | "fair" | "strong";

/**
 * How long guessing would take somebody who has a copy of the place: each guess costs Argon2id over 64 MiB, so about ten
 * a second on one machine. `own` are words that others know of the person: they count as guessed first.
 */
export const measureStrength = async (
  passphrase: string,
  own: readonly string[] = [],
): Promise<Strength> => {
  // The list that we offer words from stands for the English dictionary, which would weigh 600 kB.
  const [{ ZxcvbnFactory }, common, words] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    loadWordList(),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, words: [...words] },
    graphs: common.adjacencyGraphs,
  });
  const { guessesLog10 } = zxcvbn.check(passphrase, [...own]);
  if (guessesLog10 < 11) return "weak";
  return guessesLog10 < 14 ? "fair" : "strong";
};
