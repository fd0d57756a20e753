import type { ZipLimits } from "@holdfast/containers";

/** A bag's entries are stored and expand to themselves; these bounds stop a bomb that calls itself a bag. */
export const bagZipLimits: ZipLimits = {
  maximumArchiveEntries: 1_000_000,
  maximumExpandedSizeInBytes: 1_024 * 2 ** 30,
  maximumExpansionRatio: 200,
};
