/**
 * How tall each block is, guessed until it was drawn, and where it begins. A million items are some forty thousand blocks:
 * adding up all of them takes less than a tenth of a millisecond, so nothing cleverer is needed.
 */
export interface Heights {
  readonly count: number;
  readonly of: (block: number) => number;
  readonly topOf: (block: number) => number;
  readonly total: () => number;
  /** The block at a height; the last one below all of them. */
  readonly blockAt: (top: number) => number;
  readonly isMeasured: (block: number) => boolean;
  readonly set: (block: number, height: number) => void;
}

export const createHeights = (guesses: readonly number[]): Heights => {
  const heights = Float64Array.from(guesses);
  const measured = new Uint8Array(heights.length);
  const tops = new Float64Array(heights.length + 1);
  /** `tops` holds up to here. */
  let knownTo = 0;
  const know = (block: number): void => {
    for (let at = knownTo; at < block; at += 1) tops[at + 1] = (tops[at] ?? 0) + (heights[at] ?? 0);
    knownTo = Math.max(knownTo, block);
  };
  const topOf = (block: number): number => {
    know(Math.min(block, heights.length));
    return tops[Math.min(block, heights.length)] ?? 0;
  };
  return {
    count: heights.length,
    of: (block) => heights[block] ?? 0,
    topOf,
    total: () => topOf(heights.length),
    isMeasured: (block) => measured[block] === 1,
    set: (block, height) => {
      measured[block] = 1;
      if (heights[block] === height) return;
      heights[block] = height;
      knownTo = Math.min(knownTo, block);
    },
    blockAt: (top) => {
      know(heights.length);
      let low = 0;
      let high = Math.max(0, heights.length - 1);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= top) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
};
