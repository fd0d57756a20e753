import type { FoldWithOrigin } from "@holdfast/casework";

/** Case and accents alone, for tests: the one that people get stands in vault, which guide does not know. */
export const simpleFold: FoldWithOrigin = {
  fold: (text) => {
    let folded = "";
    const origin: number[] = [];
    for (let index = 0; index < text.length; index += 1) {
      const part = text.charAt(index).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      folded += part;
      for (let at = 0; at < part.length; at += 1) origin.push(index);
    }
    return { folded, origin };
  },
};
