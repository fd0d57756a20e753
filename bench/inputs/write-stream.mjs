// @ts-check
import { open } from "node:fs/promises";

const bufferSizeInCharacters = 4 << 20;

/**
 * Writes text as it comes, in large pieces.
 *
 * @param {string} path @param {Iterable<string>} pieces @returns {Promise<number>} bytes written
 */
export const writePieces = async (path, pieces) => {
  const file = await open(path, "w");
  let pending = "";
  let sizeInBytes = 0;
  const flush = async () => {
    const bytes = Buffer.from(pending);
    await file.writeFile(bytes);
    sizeInBytes += bytes.length;
    pending = "";
  };
  for (const piece of pieces) {
    pending += piece;
    if (pending.length >= bufferSizeInCharacters) await flush();
  }
  await flush();
  await file.close();
  return sizeInBytes;
};
