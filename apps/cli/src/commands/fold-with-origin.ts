import { foldText } from "@holdfast/vault";

/** One character with everything that is drawn onto it, or invisible marks by themselves. */
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Folds as search does, and remembers where each folded character came from. Character by character: what search finds
 * is still found, and a place in the folded text leads back to a place in the original.
 */
export const foldWithOrigin = (
  text: string,
): { readonly folded: string; readonly origin: readonly number[] } => {
  let folded = "";
  const origin: number[] = [];
  for (const { segment, index } of clusters.segment(text)) {
    const one = foldText(segment);
    folded += one;
    for (let i = 0; i < one.length; i += 1) origin.push(index);
  }
  return { folded, origin };
};
