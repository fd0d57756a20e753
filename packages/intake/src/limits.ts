/** Every bound that intake keeps, each named after the attack that it stops. Passed as one argument. */
export interface Limits {
  /** A line without end would otherwise have to be held whole. */
  readonly maximumLineLengthInBytes: number;
  /** A message pasted over and over: one item must not fill the memory. */
  readonly maximumItemTextInBytes: number;
  /** Zip bombs: what all entries of an archive may expand to together. */
  readonly maximumExpandedSizeInBytes: number;
  /** Zip bombs of one entry: output for each byte of input. */
  readonly maximumExpansionRatio: number;
  /** Archives with millions of empty entries. */
  readonly maximumArchiveEntries: number;
  /** Archives in archives (42.zip) and mails in mails. */
  readonly maximumNesting: number;
  /** A MIME tree that is nothing but parts. */
  readonly maximumMimeParts: number;
  /** One mail is decoded in memory. */
  readonly maximumMailSizeInBytes: number;
  /** The words of one file that are kept without the file are held in memory. */
  readonly maximumKeptWordsInBytes: number;
  /** Header blocks without end. */
  readonly maximumHeaderSizeInBytes: number;
}

const mebibyte = 1_048_576;

export const defaultLimits: Limits = {
  maximumLineLengthInBytes: 1 * mebibyte,
  maximumItemTextInBytes: 1 * mebibyte,
  maximumExpandedSizeInBytes: 64 * 1_024 * mebibyte,
  maximumExpansionRatio: 200,
  maximumArchiveEntries: 200_000,
  maximumNesting: 8,
  maximumMimeParts: 2_000,
  maximumMailSizeInBytes: 64 * mebibyte,
  maximumKeptWordsInBytes: 256 * mebibyte,
  maximumHeaderSizeInBytes: 1 * mebibyte,
};
