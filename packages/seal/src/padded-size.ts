/** Everything up to this looks the same: most messages and mails. */
const smallestSizeInBytes = 4_096;

/**
 * The size class of a length: at most 12 % more, 3 % for a gigabyte. A locked vault tells the class, never the length.
 *
 * Source: PADMÉ, Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs" §4.
 */
export const paddedSize = (lengthInBytes: number): number => {
  const length = Math.max(lengthInBytes, smallestSizeInBytes);
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(length / step) * step;
};
