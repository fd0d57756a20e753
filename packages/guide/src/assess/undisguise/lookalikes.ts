import { type MappedText, replaceMatches } from "./mapped-text.ts";

/**
 * Letters of other scripts that are drawn like Latin ones. Only within a word that is Latin otherwise, or in a text that is:
 * a Russian or Greek mail keeps its own letters. Source: Unicode UTS #39 confusables, the part seen in mails.
 */
const latinOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "аαɑ",
    b: "ЬвƄ",
    c: "сϲⅽ",
    d: "ԁⅾ",
    e: "еεҽ",
    f: "ƒ",
    g: "ɡց",
    h: "һհ",
    i: "іιıɩ",
    j: "јϳ",
    k: "кκ",
    l: "ӏⅼ",
    m: "мⅿ",
    n: "пηո",
    o: "оοσօ",
    p: "рρ",
    q: "ԛգ",
    r: "гɾ",
    s: "ѕ",
    t: "тτ",
    u: "υսц",
    v: "νѵ",
    w: "ѡωԝ",
    x: "хχ",
    y: "уγү",
    z: "ᴢ",
    A: "АΑ",
    B: "ВΒ",
    C: "СϹ",
    E: "ЕΕ",
    H: "НΗ",
    I: "ІΙ",
    J: "Ј",
    K: "КΚ",
    M: "МΜ",
    N: "Ν",
    O: "ОΟ",
    P: "РΡ",
    S: "Ѕ",
    T: "ТΤ",
    X: "ХΧ",
    Y: "УΥҮ",
    Z: "Ζ",
  }).flatMap(([latin, others]) => Array.from(others).map((other) => [other, latin] as const)),
);

/** Digits and signs that stand for letters inside a word: "b1tc0in", "p@y". */
const letterOfSign: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  $: "s",
  "@": "a",
  "!": "i",
};

export const foldLookalikes = (mapped: MappedText): MappedText => {
  const isLatinText =
    (mapped.text.match(/\p{Script=Latin}/gu)?.length ?? 0)
    > 2
      * (mapped.text.match(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu)?.length
        ?? 0);
  const letters = replaceMatches(mapped, /[\p{L}\p{M}]+/gu, ([word]) => asLatin(word, isLatinText));
  return replaceMatches(
    letters,
    /(?<![\p{L}\p{N}@$.])\p{Script=Latin}[\p{Script=Latin}0-9$@!]*\p{Script=Latin}(?![\p{L}\p{N}@$])/gu,
    ([word]) => withoutSigns(word),
  );
};

const asLatin = (word: string, isLatinText: boolean): string | undefined => {
  const isMixed = /\p{Script=Latin}/u.test(word);
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ⅽⅾⅼⅿɑƄƒɡıɩɾᴢ]/u.test(word))
    return undefined;
  if (!isMixed && !isLatinText) return undefined;
  const characters = Array.from(word, (character) => latinOf.get(character) ?? character);
  // Every letter has to be a likeness, or it is a foreign word in the middle of a text.
  return characters.every((character) => /[\p{Script=Latin}\p{M}]/u.test(character))
    ? characters.join("")
    : undefined;
};

/** A word with signs in it that is mostly letters; what is mostly digits is an address or a name. */
const withoutSigns = (word: string): string | undefined => {
  const signs = word.match(/[^\p{L}]/gu)?.length ?? 0;
  if (signs === 0 || word.length < 3 || word.length > 14 || signs * 2 > word.length)
    return undefined;
  return word.replace(/[^\p{L}]/gu, (sign) => letterOfSign[sign] ?? sign);
};
