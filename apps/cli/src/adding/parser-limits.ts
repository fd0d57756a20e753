/** What the thread that parses may take, as Node's `resourceLimits`. */
export const parserLimits = {
  /** A parser that needs more than this is being made to: the thread ends, and the file gets a note. */
  maxOldGenerationSizeMb: 512,
  /** A small nursery is enough for batches that are sent away at once, and saves 30 MB. */
  maxYoungGenerationSizeMb: 4,
} as const;
