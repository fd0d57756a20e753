import {
  assert,
  bytesToHex,
  type ByteSource,
  type Hasher,
  type StreamingHash,
  streamOf,
} from "@holdfast/evidence";
import type { Digests, HashFile } from "@holdfast/verify";
import { createSHA256, createSHA512, type IHasher } from "hash-wasm";

/** How many hashes run at a time: one pair for each of the four files that are read, and a few for single lines. */
const instances = 8;

/**
 * SHA-256 and SHA-512 in WebAssembly, for one check. Making an instance is asynchronous and starting a hash must not be,
 * so a few are kept ready and go back when their digest was read.
 */
export const createPageHasher = async (): Promise<Hasher> => ({
  sha256: await createPool(createSHA256),
  sha512: await createPool(createSHA512),
});

const createPool = async (create: () => Promise<IHasher>): Promise<() => StreamingHash> => {
  const free = await Promise.all(Array.from({ length: instances }, create));
  return () => {
    const hash = free.pop();
    assert(hash !== undefined, "fewer hashes run at a time than are kept ready");
    hash.init();
    return {
      update: (bytes) => {
        hash.update(bytes);
      },
      digest: () => {
        const digest = new Uint8Array(hash.digest("binary"));
        free.push(hash);
        return digest;
      },
    };
  };
};

/** Up to here a file is hashed in one go by WebCrypto, three times as fast and off this thread. */
const wholeUpToInBytes = 16 * 1024 * 1024;

/** `subtle` is absent on pages that came over plain http; then WebAssembly hashes all. */
export const createPageHashFile = (
  inPieces: HashFile,
  subtle: SubtleCrypto | undefined,
): HashFile => {
  if (subtle === undefined) return inPieces;
  return async (source, options) => {
    if (source.sizeInBytes > wholeUpToInBytes) return inPieces(source, options);
    options.signal?.throwIfAborted();
    const digests = await hashWhole(source, subtle);
    options.onBytes(source.sizeInBytes);
    return digests;
  };
};

const hashWhole = async (source: ByteSource, subtle: SubtleCrypto): Promise<Digests> => {
  const bytes = new Uint8Array(source.sizeInBytes);
  let at = 0;
  for await (const chunk of streamOf(source)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const [sha256, sha512] = await Promise.all([
    subtle.digest("SHA-256", bytes),
    subtle.digest("SHA-512", bytes),
  ]);
  return {
    sha256: bytesToHex(new Uint8Array(sha256)),
    sha512: bytesToHex(new Uint8Array(sha512)),
  };
};
