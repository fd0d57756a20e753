// @ts-check
import { createCipheriv } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";

/**
 * Writes bytes that no program can compress, the same every time: the key stream of AES-128-CTR under `seed`.
 *
 * @param {string} path
 * @param {number} sizeInBytes
 * @param {{ seed?: number }} [options]
 */
export const writeRandomFile = (path, sizeInBytes, { seed = 1 } = {}) => {
  const key = Buffer.alloc(16);
  key.writeUInt32BE(seed);
  const stream = createCipheriv("aes-128-ctr", key, Buffer.alloc(16));
  const zeros = Buffer.alloc(4 << 20);
  const file = openSync(path, "w");
  for (let left = sizeInBytes; left > 0; left -= zeros.length) {
    writeSync(file, stream.update(zeros.subarray(0, Math.min(left, zeros.length))));
  }
  closeSync(file);
};
