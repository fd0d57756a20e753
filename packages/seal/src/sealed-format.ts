import { assert } from "@holdfast/evidence";

import { nonceLengthInBytes, tagLengthInBytes } from "./ports.ts";

/**
 * [Note: sealed stream]
 * Header (32 bytes): "HFSEAL" · version 1 · log2 of the chunk size · 7 random bytes (nonce prefix) · 17 zero bytes.
 * Then chunks of AES-256-GCM ciphertext, each with its tag; all but the last hold exactly one chunk size of plaintext.
 * Nonce: prefix · chunk index (32 bits, big end first) · 1 in the last chunk, else 0. Additional data: the header and
 * what the caller binds (nothing for a blob, the vault header for a backup). The key is used for this stream alone.
 * So a chunk that is changed, moved, dropped, repeated or taken from another stream does not open, and neither does
 * a stream that was cut: its last chunk does not carry the flag.
 * Plaintext: content · zeros · content length (64 bits, big end first), padded to a size class (padded-size.ts). A
 * reader opens the last chunk first: that proves the length of the whole before anything is given out.
 * Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance"
 * (STREAM).
 */
export const sealedHeaderSizeInBytes = 32;
export const trailerSizeInBytes = 8;
const noncePrefixLengthInBytes = 7;
const magic = [0x48, 0x46, 0x53, 0x45, 0x41, 0x4c];
const version = 1;

/** Large enough that a message to another thread costs little, small enough that reading one byte does too. */
export const defaultChunkSizeLog2 = 19;
/** A header that asks for more would make a reader hold it. */
const largestChunkSizeLog2 = 22;
const smallestChunkSizeLog2 = 12;

export interface SealedLayout {
  readonly header: Uint8Array<ArrayBuffer>;
  readonly chunkSizeInBytes: number;
  /** Header and binding: authenticated with every chunk. */
  readonly additionalData: Uint8Array<ArrayBuffer>;
}

export const createLayout = (
  noncePrefix: Uint8Array,
  binding: Uint8Array,
  chunkSizeLog2: number,
): SealedLayout => {
  assert(noncePrefix.length === noncePrefixLengthInBytes, "a nonce prefix has seven bytes");
  const header = new Uint8Array(sealedHeaderSizeInBytes);
  header.set([...magic, version, chunkSizeLog2]);
  header.set(noncePrefix, 8);
  return layoutOf(header, binding, chunkSizeLog2);
};

/** `undefined` when these are not the first bytes of a sealed stream. */
export const readLayout = (
  header: Uint8Array<ArrayBuffer>,
  binding: Uint8Array,
): SealedLayout | undefined => {
  const log2 = header[7] ?? 0;
  const known =
    header.length === sealedHeaderSizeInBytes
    && magic.every((byte, index) => header[index] === byte)
    && header[6] === version
    && log2 >= smallestChunkSizeLog2
    && log2 <= largestChunkSizeLog2;
  return known ? layoutOf(header, binding, log2) : undefined;
};

const layoutOf = (
  header: Uint8Array<ArrayBuffer>,
  binding: Uint8Array,
  chunkSizeLog2: number,
): SealedLayout => {
  const additionalData = new Uint8Array(header.length + binding.length);
  additionalData.set(header);
  additionalData.set(binding, header.length);
  return { header, chunkSizeInBytes: 2 ** chunkSizeLog2, additionalData };
};

export const createNoncePrefix = (random: {
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
}): Uint8Array<ArrayBuffer> => random.bytes(noncePrefixLengthInBytes);

export const nonceOf = (
  layout: SealedLayout,
  index: number,
  last: boolean,
): Uint8Array<ArrayBuffer> => {
  assert(index < 2 ** 32, "a sealed stream has fewer than 2^32 chunks");
  const nonce = new Uint8Array(nonceLengthInBytes);
  nonce.set(layout.header.subarray(8, 8 + noncePrefixLengthInBytes));
  new DataView(nonce.buffer).setUint32(noncePrefixLengthInBytes, index);
  nonce[nonceLengthInBytes - 1] = last ? 1 : 0;
  return nonce;
};

/** The size of a sealed stream with this much padded plaintext. */
export const sealedSize = (plainSizeInBytes: number, chunkSizeInBytes: number): number =>
  sealedHeaderSizeInBytes
  + plainSizeInBytes
  + Math.ceil(plainSizeInBytes / chunkSizeInBytes) * tagLengthInBytes;
