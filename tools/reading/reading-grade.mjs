// @ts-check
// The Flesch-Kincaid grade: the school year (in the United States) after which a text is read without effort.
// J. P. Kincaid and others, "Derivation of new readability formulas", 1975.
import { syllable } from "syllable";

/** @typedef {{ words: number, sentences: number, syllables: number, longest: { word: string, syllables: number } }} Counts */

/** Words that are counted wrongly by their letters. A test holds each against the count. @type {Readonly<Record<string, number>>} */
export const corrections = {
  ai: 2,
  everything: 3,
  facebook: 2,
  id: 2,
  locked: 1,
  pdf: 3,
  seeing: 2,
  sms: 3,
  whoever: 3,
};

/** @param {string} word */
export const syllablesOf = (word) => {
  const plain = word.toLowerCase().replaceAll("’", "'");
  const known = corrections[plain] ?? corrections[plain.replace(/'s$/, "")];
  if (known !== undefined) return known;
  if (/\d/.test(plain)) return 1;
  return Math.max(1, syllable(plain.replaceAll("'", "")));
};

/** A title without a full stop is a sentence too. @param {readonly string[]} texts @returns {Counts} */
export const countTexts = (texts) => {
  /** @type {Counts} */
  const counts = { words: 0, sentences: 0, syllables: 0, longest: { word: "", syllables: 0 } };
  for (const sentence of texts.flatMap(sentencesOf)) {
    const words = wordsOf(sentence);
    if (words.length === 0) continue;
    counts.sentences += 1;
    counts.words += words.length;
    for (const word of words) {
      const syllables = syllablesOf(word);
      counts.syllables += syllables;
      if (syllables > counts.longest.syllables) counts.longest = { word, syllables };
    }
  }
  return counts;
};

/** @param {Counts} counts the grade; below 0 for the easiest texts */
export const gradeOf = ({ words, sentences, syllables }) =>
  words === 0 ? 0 : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/** A colon ends no sentence: the formula knows full stops only, and so is the stricter. @param {string} text */
const sentencesOf = (text) => text.split(/(?<=[.!?…]["”’)]*)\s+|\n+|\s+·\s+/);

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) =>
  [...text.matchAll(/@?[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)].map(([word]) => word);
