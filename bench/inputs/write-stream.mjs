// @ts-check
import { closeSync, openSync, writeSync } from "node:fs";

const bufferSizeInCharacters = 4 << 20;

/** Writes text as it comes, in large pieces. @param {string} path @param {Iterable<string>} pieces @returns {number} bytes written */
export const writePieces = (path, pieces) => {
  const file = openSync(path, "w");
  let pending = "";
  let sizeInBytes = 0;
  const flush = () => {
    sizeInBytes += writeSync(file, pending);
    pending = "";
  };
  for (const piece of pieces) {
    pending += piece;
    if (pending.length >= bufferSizeInCharacters) flush();
  }
  flush();
  closeSync(file);
  return sizeInBytes;
};
