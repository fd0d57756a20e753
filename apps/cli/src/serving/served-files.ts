import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import type { Encoding } from "./encodings.ts";

/** Bytes of one file, as they are or compressed; each is made once and again when the file is another. */
export interface ServedFiles {
  readonly read: (path: string, encoding: Encoding | undefined) => Promise<Uint8Array | undefined>;
}

/** The app is some four megabytes: all of it may stay in memory. `undefined` for what is no file. */
export const createServedFiles = (): ServedFiles => {
  const made = new Map<string, { readonly version: string; readonly bytes: Promise<Uint8Array> }>();
  return {
    read: async (path, encoding) => {
      const found = await statIfThere(path);
      if (found?.isFile() !== true) return undefined;
      const key = `${encoding ?? "plain"} ${path}`;
      const version = `${found.size} ${found.mtimeMs} ${found.ino}`;
      const known = made.get(key);
      if (known?.version === version) return known.bytes;
      const bytes = readFile(path).then((plain) => encode(plain, encoding));
      made.set(key, { version, bytes });
      try {
        return await bytes;
      } catch (failure) {
        // Whoever asks again gets another try.
        made.delete(key);
        throw failure;
      }
    },
  };
};

const statIfThere = async (path: string) => {
  try {
    return await stat(path);
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw failure;
  }
};

/**
 * Brotli's best takes a second for the largest script and saves a twentieth: the first visit would wait for it. Its ninth step
 * takes a tenth of that.
 */
const brotliQuality = 9;

const encode = (plain: Uint8Array, encoding: Encoding | undefined): Promise<Uint8Array> => {
  switch (encoding) {
    case "br":
      return promisify(brotliCompress)(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        },
      });
    case "gzip":
      return promisify(gzip)(plain, { level: 9 });
    case undefined:
      return Promise.resolve(plain);
  }
};
