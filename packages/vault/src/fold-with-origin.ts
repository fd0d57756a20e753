import { foldText } from "./fold-text.ts";

/** A folded text, and where each of its characters stood. */
export interface FoldedWithOrigin {
  readonly folded: string;
  /** `origin[i]` is the index in the text given of the folded text's i-th code unit. */
  readonly origin: readonly number[];
}

/** One written character with its marks; a match never begins in the middle of one. */
const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Folds as search does, and tells for each folded character where it stood. See [Note: folded text]. */
export const foldWithOrigin = (text: string): FoldedWithOrigin =>
  isPlain(text) ? foldPlain(text) : foldMarked(text);

/** Printable ASCII and line ends: each character is one of its own. */
const isPlain = (text: string): boolean => /^[\t\n\r -~]*$/.test(text);

const foldPlain = (text: string): FoldedWithOrigin => {
  const lower = text.toLowerCase();
  let folded = "";
  const origin: number[] = [];
  for (let index = 0; index < lower.length; index += 1) {
    const isSpace = lower.charCodeAt(index) <= 0x20;
    if (isSpace && folded.endsWith(" ")) continue;
    folded += isSpace ? " " : lower.charAt(index);
    origin.push(index);
  }
  return { folded, origin };
};

const foldMarked = (text: string): FoldedWithOrigin => {
  let folded = "";
  const origin: number[] = [];
  for (const { segment, index } of characters.segment(text)) {
    const part = foldText(segment);
    // White space of any length is one space to search.
    if (part === " " && folded.endsWith(" ")) continue;
    folded += part;
    for (let at = 0; at < part.length; at += 1) origin.push(index);
  }
  return { folded, origin };
};
