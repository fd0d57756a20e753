import { entropyToMnemonic, mnemonicToEntropy, validateMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { err, ok, type RandomDep, type Result, Secret } from "@holdfast/evidence";

/** 128 bits: twelve words, the last of which carries a 4-bit checksum. */
const entropyLengthInBytes = 16;

/**
 * Twelve words to write on paper. They open the vault when the passphrase is forgotten.
 *
 * Source: BIP-39, English list: every word is known by its first four letters.
 */
export const createRecoveryWords = (deps: RandomDep): Secret<string> =>
  new Secret(entropyToMnemonic(deps.random.bytes(entropyLengthInBytes), wordlist));

/**
 * The secret behind the words. Upper case, several spaces and line breaks do not matter.
 *
 * Errors: `recovery_words_unknown` names the places (from 1) of words that are not on the list;
 * `recovery_words_wrong` when all are, but the checksum does not fit: a word is wrong or out of its place.
 */
export const recoveryWordsToKey = (
  words: Secret<string>,
): Result<Secret<Uint8Array<ArrayBuffer>>, RecoveryWordsError> => {
  const list = words
    .reveal()
    .normalize("NFKD")
    .toLowerCase()
    .split(/[\s,.;]+/)
    .filter((word) => word !== "");
  const places = list.flatMap((word, index) => (wordlist.includes(word) ? [] : [index + 1]));
  if (places.length > 0) return err({ code: "recovery_words_unknown", places });
  const mnemonic = list.join(" ");
  if (list.length !== 12 || !validateMnemonic(mnemonic, wordlist)) {
    return err({ code: "recovery_words_wrong", count: list.length });
  }
  return ok(new Secret(new Uint8Array(mnemonicToEntropy(mnemonic, wordlist))));
};

export type RecoveryWordsError =
  | { readonly code: "recovery_words_unknown"; readonly places: readonly number[] }
  | { readonly code: "recovery_words_wrong"; readonly count: number };
