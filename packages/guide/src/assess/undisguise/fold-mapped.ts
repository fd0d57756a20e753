import type { FoldWithOrigin } from "@holdfast/casework";

import type { MappedText } from "./mapped-text.ts";

/** The copy as search would see it: one letter for its variants, digits of every script as ASCII. */
export const foldMapped = (deps: FoldWithOrigin, mapped: MappedText): MappedText => {
  const { folded, origin } = deps.fold(mapped.text);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const at of origin) {
    starts.push(mapped.starts[at] ?? 0);
    ends.push(mapped.ends[at] ?? 0);
  }
  return { text: folded, starts, ends };
};
