import {
  assert,
  bytesToHex,
  type HasherDep,
  hexToBytes,
  type Sha256Hex,
  toSha256Hex,
} from "@holdfast/evidence";

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const sha256Bytes = (
  deps: HasherDep,
  ...parts: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> => {
  const hash = deps.hasher.sha256();
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const sha256Hex = (deps: HasherDep, bytes: Uint8Array): Sha256Hex =>
  toSha256Hex(bytesToHex(sha256Bytes(deps, bytes)));

const blockSizeInBytes = 64;

/** HMAC-SHA-256 (RFC 2104) over the injected hash. */
export const hmacSha256 = (
  deps: HasherDep,
  key: Uint8Array,
  message: Uint8Array,
): Uint8Array<ArrayBuffer> => {
  const block = new Uint8Array(blockSizeInBytes);
  block.set(key.length > blockSizeInBytes ? sha256Bytes(deps, key) : key);
  const inner = Uint8Array.from(block, (byte) => byte ^ 0x36);
  const outer = Uint8Array.from(block, (byte) => byte ^ 0x5c);
  return sha256Bytes(deps, outer, sha256Bytes(deps, inner, message));
};

/** The bytes of text that is known to be hexadecimal because a schema let it in. */
export const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> => {
  const bytes = hexToBytes(hex);
  assert(bytes !== undefined, "hexadecimal text was checked by its schema");
  return bytes;
};
