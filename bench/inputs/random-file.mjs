// @ts-check
import { createCipheriv } from "node:crypto";
import { open } from "node:fs/promises";

/**
 * Writes bytes that no program can compress, the same every time: the key stream of AES-128-CTR under `seed`.
 *
 * @param {string} path
 * @param {number} sizeInBytes
 * @param {{ seed?: number }} [options]
 */
export const writeRandomFile = async (path, sizeInBytes, { seed = 1 } = {}) => {
  const key = Buffer.alloc(16);
  key.writeUInt32BE(seed);
  const stream = createCipheriv("aes-128-ctr", key, Buffer.alloc(16));
  const zeros = Buffer.alloc(4 << 20);
  const file = await open(path, "w");
  for (let left = sizeInBytes; left > 0; left -= zeros.length) {
    await file.writeFile(stream.update(zeros.subarray(0, Math.min(left, zeros.length))));
  }
  await file.close();
};
