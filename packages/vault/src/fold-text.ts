/**
 * [Note: folded text]
 * What is searched is not the text but its folded form, and a query is folded the same way: one shape for everything
 * that a person would call the same word. Folding twice changes nothing. The stored item is never folded.
 *
 * - compatibility forms and case (NFKC, lower case, ß as ss, final sigma, dotless i);
 * - no bidi marks, zero-width characters, soft hyphens, variation selectors, tatweel;
 * - no diacritics: Latin, Greek, Cyrillic accents, Arabic and Hebrew points, the Devanagari nukta;
 * - one letter for Arabic, Urdu and Persian variants of yeh, kaf, heh and alef;
 * - ASCII digits for the digits of other scripts; one space for any white space.
 *
 * `foldVersion` goes up with every change of the rules: an index made by other rules is built anew.
 */
export const foldVersion = 1;

const asciiOnly = /^[\t\n\r -~]*$/;
/* oxlint-disable no-misleading-character-class -- single marks are meant, each by itself */
const invisible =
  /[\u00ad\u034f\u061c\u0640\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;
const marks =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u0abc\u1ab0-\u1aff\u1dc0-\u1dff]/g;
/* oxlint-enable no-misleading-character-class */
const variants = /[ßςıøđłæœþðʼ’‘\u0629\u0643\u0649\u064a\u0671\u06be\u06c0-\u06c3\u06d2\u06d5]/g;
const variantOf: Readonly<Record<string, string>> = {
  ß: "ss",
  ς: "σ",
  ı: "i",
  ø: "o",
  đ: "d",
  ł: "l",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  "\u02bc": "'",
  "\u2019": "'",
  "\u2018": "'",
  "\u0629": "\u0647",
  "\u0643": "\u06a9",
  "\u0649": "\u06cc",
  "\u064a": "\u06cc",
  "\u0671": "\u0627",
  "\u06be": "\u0647",
  "\u06c0": "\u0647",
  "\u06c1": "\u0647",
  "\u06c2": "\u0647",
  "\u06c3": "\u0647",
  "\u06d2": "\u06cc",
  "\u06d5": "\u0647",
};
/** The code points of zero in scripts whose digits people type: Arabic, Urdu, Devanagari … Khmer. */
const otherDigits =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0be6-\u0bef\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]/g;
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50, 0xed0, 0x1040, 0x17e0];

/** See [Note: folded text]. */
export const foldText = (text: string): string => {
  if (asciiOnly.test(text)) return oneSpace(text.toLowerCase());
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(marks, "")
    .replace(invisible, "")
    .replace(variants, (letter) => variantOf[letter] ?? letter)
    .replace(otherDigits, digitToAscii)
    .normalize("NFC");
  return oneSpace(plain);
};

const oneSpace = (text: string): string => text.replace(/\s+/g, " ");

const digitToAscii = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((start) => start <= code) ?? code;
  return String(code - zero);
};

const wordRun = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** Scripts written without spaces: there every character is a word of its own. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]+/gu;

/** The words of a folded text, in order. */
export const wordsOf = (folded: string): readonly string[] => {
  const runs = folded.match(wordRun) ?? [];
  if (asciiOnly.test(folded)) return runs;
  return runs.flatMap((run) => run.match(unspaced) ?? []);
};

/** What the word index holds of a folded text. */
export const wordBody = (folded: string): string =>
  asciiOnly.test(folded) ? folded : wordsOf(folded).join(" ");
