import type { WordTable } from "../words/word-table.ts";
import type { Stretch } from "../undisguise/mapped-text.ts";

/** A sum with its currency, as the text names it. */
export interface FoundAmount extends Stretch {
  /** A decimal number as text: money is never a float. */
  readonly amount: string;
  /** ISO 4217, or the usual short name of a coin (`BTC`). */
  readonly currency: string;
}

const number = String.raw`\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,8})?`;
const sign = String.raw`us\s?\$|r\$|c\$|a\$|mx\$|s/\.?|rp\.?|rs\.?|[$€£₹¥₩₦₱₨₺₫₪₴₽฿]`;
const signed = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${sign})\s?(${number})\s?(?:(\p{L}+))?`,
  "gu",
);
/** "USD 1,290": the code before the sum. */
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\p{L}{2,10})\s(${number})(?![\p{L}\p{N}])`,
  "gu",
);
const followed = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$€£₹₦₱])(${number})\s?([$€£₹¥₩₦₱₨₺₫₪₴₽฿]|\p{L}[\p{L}\p{M}]*)(?:\s(\p{L}[\p{L}\p{M}]*))?(?:\s(\p{L}[\p{L}\p{M}]*))?`,
  "gu",
);

const currencyOfSign: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  r$: "BRL",
  c$: "CAD",
  a$: "AUD",
  mx$: "MXN",
  "s/": "PEN",
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "¥": "JPY",
  "₩": "KRW",
  "₦": "NGN",
  "₱": "PHP",
  "₺": "TRY",
  "₫": "VND",
  "₪": "ILS",
  "₴": "UAH",
  "₽": "RUB",
  "฿": "THB",
  rp: "IDR",
};

/** What the languages of the text call money. */
export interface MoneyWords {
  readonly currencies: WordTable<string>;
  /** "k", "lakh", "juta": how many times more. */
  readonly multipliers: WordTable<number>;
  /** What "Rs" and "₨" mean here: rupees of India or of Pakistan. */
  readonly rupees: string;
}

/** @param folded a folded text; places are given in it */
export const findAmounts = (folded: string, words: MoneyWords): readonly FoundAmount[] => {
  const found: FoundAmount[] = [];
  const add = (amount: FoundAmount): void => {
    if (!found.some((other) => other.start < amount.end && amount.start < other.end))
      found.push(amount);
  };
  for (const match of folded.matchAll(signed)) {
    const [whole, rawSign = "", digits = "", next = ""] = match;
    const times = words.multipliers.find(next);
    const end = match.index + (times === undefined ? whole.length - next.length : whole.length);
    add({
      amount: multiply(decimalOf(digits), times ?? 1),
      currency: currencyOf(rawSign, words),
      start: match.index,
      end: match.index + folded.slice(match.index, end).trimEnd().length,
    });
  }
  for (const match of folded.matchAll(named)) {
    const [whole, word = "", digits = ""] = match;
    const currency = words.currencies.find(word);
    if (currency === undefined) continue;
    add({
      amount: decimalOf(digits),
      currency,
      start: match.index,
      end: match.index + whole.length,
    });
  }
  for (const match of folded.matchAll(followed)) {
    const [, digits = "", first = "", second = "", third = ""] = match;
    const read = readFollowing([first, second, third], words);
    if (read === undefined) continue;
    add({
      amount: multiply(decimalOf(digits), read.times),
      currency: read.currency,
      start: match.index,
      end: endOfWords(match, read.count),
    });
  }
  return found.toSorted((a, b) => a.start - b.start);
};

/** "500 dollars", "5 lakh rupees", "500 us dollars". */
const readFollowing = (
  following: readonly string[],
  words: MoneyWords,
): { readonly times: number; readonly currency: string; readonly count: number } | undefined => {
  let times = 1;
  for (const [index, word] of following.entries()) {
    if (word === "") return undefined;
    const currency = currencyOfSign[word] ?? rupeesOf(word, words) ?? words.currencies.find(word);
    if (currency !== undefined) return { times, currency, count: index + 1 };
    const more = words.multipliers.find(word);
    if (more !== undefined) times *= more;
    else if (index > 0 || word !== "us") return undefined;
  }
  return undefined;
};

const rupeesOf = (word: string, words: MoneyWords): string | undefined =>
  word === "rs" || word === "₨" ? words.rupees : undefined;

const currencyOf = (rawSign: string, words: MoneyWords): string => {
  const plain = rawSign.replace(/[\s.]/g, "");
  return currencyOfSign[plain] ?? rupeesOf(plain, words) ?? "USD";
};

const endOfWords = (match: RegExpExecArray, count: number): number => {
  const [whole, digits = ""] = match;
  let end = digits.length;
  for (const word of match.slice(2, 2 + count)) {
    end = whole.indexOf(word ?? "", end) + (word?.length ?? 0);
  }
  return match.index + end;
};

/** The last sign with one or two digits after it (or with many, for coins) parts whole from rest; every other parts thousands. */
const decimalOf = (digits: string): string => {
  const last = digits.search(/[.,](?=\d*$)/);
  if (last === -1) return digits.replace(/[^\d]/g, "");
  const rest = digits.slice(last + 1);
  const whole = digits.slice(0, last).replace(/[^\d]/g, "");
  const isThousands = rest.length === 3 && whole !== "0" && whole !== "";
  return isThousands ? `${whole}${rest}` : `${whole}.${rest}`;
};

/** In digits, since 0.1 × 3 is no sum of money. */
const multiply = (amount: string, times: number): string => {
  if (times === 1) return amount;
  const [whole = "0", rest = ""] = amount.split(".");
  const zeros = String(times).length - 1;
  const moved = `${whole}${rest.padEnd(zeros, "0").slice(0, zeros)}`;
  const left = rest.slice(zeros);
  const plain = moved.replace(/^0+(?=\d)/, "");
  return left === "" ? plain : `${plain}.${left}`;
};
