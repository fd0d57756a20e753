import { recognisePicture } from "@holdfast/picture";

/** Control characters that a text file has no use for; tab, line feed, form feed, carriage return, escape are left out. */
const isStrangeControl = (byte: number): boolean =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;

/**
 * False for bytes that say they are text and are something else: a picture under `text/plain`, a file full of zeros.
 * Looks at all bytes; one strange control character in a thousand is forgiven, NUL never.
 */
export const looksLikeWords = (bytes: Uint8Array): boolean => {
  if (recognisePicture(bytes.subarray(0, 512)) !== undefined) return false;
  let strange = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (isStrangeControl(byte)) strange += 1;
  }
  return strange * 1_000 <= bytes.length;
};
