/** What bounds the memory and the time of a check, each named after the attack that it stops. */
export const verifyLimits = {
  /** Archives with millions of empty entries. */
  maximumFiles: 100_000,
  /** Manifests that fill the memory: 100,000 lines are under 25 MB. */
  maximumTagFileSizeInBytes: 64 * 1024 * 1024,
  /** A case.json or item.json that fills the memory when it is parsed. */
  maximumJsonSizeInBytes: 8 * 1024 * 1024,
  /** One line of the custody log that fills the memory. */
  maximumLineSizeInBytes: 1024 * 1024,
  /** A log of millions of lines: 32 bytes are kept of each. */
  maximumCustodyLines: 1_000_000,
  /** A report longer than anybody reads; the verdict still counts every finding. */
  maximumFindings: 5_000,
  /** Time-stamps cost milliseconds each; a bag has one to five. */
  maximumTimestamps: 64,
  /** Zip bombs: output for each byte of input, after the first mebibyte of an entry. */
  maximumExpansionRatio: 200,
  maximumExpandedSizeInBytes: 2 ** 50,
} as const;
