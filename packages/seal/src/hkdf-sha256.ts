import { assert, type HasherDep } from "@holdfast/evidence";

const blockLengthInBytes = 64;
const hashLengthInBytes = 32;

const sha256 = (deps: HasherDep, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const hash = deps.hasher.sha256();
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** HMAC-SHA-256. Source: RFC 2104. */
export const hmacSha256 = (
  deps: HasherDep,
  key: Uint8Array,
  ...message: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> => {
  const block = new Uint8Array(blockLengthInBytes);
  block.set(key.length > blockLengthInBytes ? sha256(deps, key) : key);
  const inner = block.map((byte) => byte ^ 0x36);
  const outer = block.map((byte) => byte ^ 0x5c);
  return sha256(deps, outer, sha256(deps, inner, ...message));
};

/**
 * Derives a key of `lengthInBytes` bytes (at most 255 × 32) for one purpose, told by `info`.
 *
 * Source: RFC 5869.
 */
export const hkdfSha256 = (
  deps: HasherDep,
  input: {
    readonly key: Uint8Array;
    readonly salt: Uint8Array;
    readonly info: string;
    readonly lengthInBytes: number;
  },
): Uint8Array<ArrayBuffer> => {
  assert(input.lengthInBytes <= 255 * hashLengthInBytes, "HKDF gives at most 255 blocks");
  const pseudoRandomKey = hmacSha256(deps, input.salt, input.key);
  const info = new TextEncoder().encode(input.info);
  const output = new Uint8Array(input.lengthInBytes);
  let previous = new Uint8Array(0);
  for (let counter = 1, at = 0; at < output.length; counter += 1) {
    previous = hmacSha256(deps, pseudoRandomKey, previous, info, Uint8Array.of(counter));
    output.set(previous.subarray(0, output.length - at), at);
    at += hashLengthInBytes;
  }
  return output;
};
