import { type MappedText, type Stretch, toOriginal } from "../undisguise/mapped-text.ts";

/** One word as it is compared, and where it stands in the text given. */
export interface Word extends Stretch {
  /** Folded: no case, no marks, one letter for its variants, apostrophes gone. */
  readonly folded: string;
  /** Counted from 0. A blank line ends a sentence too; a line's end alone does not. */
  readonly sentence: number;
  /** A capital letter inside a sentence, and small ones after it. */
  readonly isName: boolean;
  /** A comma, a bracket or the end of the sentence comes after it. */
  readonly endsClause: boolean;
  /** Inside quotation marks: what somebody reports that others say. */
  readonly isQuoted: boolean;
}

/** Words, and what ends a sentence. Joiners stand within words of Hindi and Urdu; folding drops them. */
const wordOrEnd =
  /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u200c\u200d]*[\p{L}\p{M}\p{N}])?(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|[.!?…。।۔؟|]+(?=\s|$)|\n\s*\n|\n\s*(?=[-*•\d])|[“”«»„]|"/gu;

/** Also the end of the text, and a new line where somebody writes without full stops. */
const clauseEnd = /^(?:$|[ \t]*(?:$|[\n\r,;:.!?…。।۔؟،؛)\]"”»–—-]))/u;

/**
 * The words of a text in their order.
 *
 * Shape: `start` and `end` are indices in the text that was given before anything was undone, in UTF-16 code units.
 */
export const readWords = (
  foldWord: (word: string) => string,
  mapped: MappedText,
): readonly Word[] => {
  const words: Word[] = [];
  let sentence = 0;
  let isQuoted = false;
  for (const match of mapped.text.matchAll(wordOrEnd)) {
    const [found] = match;
    if (/^[“„«]/u.test(found)) isQuoted = true;
    else if (/^[”»]/u.test(found)) isQuoted = false;
    else if (found === '"') isQuoted = !isQuoted;
    else if (!/[\p{L}\p{N}]/u.test(found)) {
      sentence += 1;
      // A quotation mark that nobody closed does not make the rest of a mail a quotation.
      if (/\n/.test(found)) isQuoted = false;
    } else {
      const end = match.index + found.length;
      const { start, end: originalEnd } = toOriginal(mapped, { start: match.index, end });
      const endsClause = clauseEnd.test(mapped.text.slice(end, end + 3));
      let isName = words.at(-1)?.sentence === sentence && /^\p{Lu}\p{Ll}/u.test(found);
      const parts = foldParts(found, foldWord);
      for (let index = 0; index < parts.length; index += 1) {
        const isLast = index === parts.length - 1;
        // Written out, and not spread from a stretch: this is done for each word of ten thousand mails.
        words.push({
          start,
          end: originalEnd,
          folded: parts[index] ?? "",
          sentence,
          isName,
          endsClause: isLast && endsClause,
          isQuoted,
        });
        isName = false;
      }
    }
  }
  return words;
};

/** "mother-in-law" is three words. */
const foldParts = (found: string, foldWord: (word: string) => string): readonly string[] =>
  (found.includes("-") ? found.split("-") : [found]).map(foldWord).filter((part) => part !== "");
