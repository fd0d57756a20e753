import type { FoldWithOrigin } from "@holdfast/casework";
import { foldText } from "@holdfast/vault";

/** One written character with its marks; a match never begins in the middle of one. */
const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Folds as search does, and tells for each folded character where it stood. See [Note: folded text]. */
export const foldWithOrigin: FoldWithOrigin = {
  fold: (text) => {
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
  },
};

/** The words of a query, as they are looked for. */
export const queryWords = (query: string): readonly string[] =>
  query.split(/\s+/u).filter((word) => word !== "");
