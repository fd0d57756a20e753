import { assert, type Sha256Hex } from "@holdfast/evidence";

import { bytesOfHex } from "../hash.ts";

/** SEQUENCE { OID 2.16.840.1.101.3.4.2.1 (SHA-256), NULL } */
const sha256Algorithm = bytesOfHex("300d06096086480165030402010500");

export const nonceSizeInBytes = 8;

/**
 * A time-stamp request (RFC 3161 §2.4.1): 69 bytes of DER. It asks for the authority's certificate, and tells the
 * authority nothing but a hash.
 *
 * Shape: `nonce` is 8 random bytes; its first bits are set so that it is a positive integer of exactly 8 bytes.
 */
export const timestampRequest = (
  imprint: Sha256Hex,
  nonce: Uint8Array,
): Uint8Array<ArrayBuffer> => {
  assert(nonce.length === nonceSizeInBytes, "a nonce has 8 bytes");
  const positive = Uint8Array.from(nonce, (byte, at) => (at === 0 ? (byte & 0x7f) | 0x40 : byte));
  return der(
    0x30,
    Uint8Array.of(0x02, 1, 1),
    der(0x30, sha256Algorithm, der(0x04, bytesOfHex(imprint))),
    der(0x02, positive),
    Uint8Array.of(0x01, 1, 0xff),
  );
};

/** Tag, length, content; every length here is below 128. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  assert(length < 128, "a short DER value");
  const bytes = new Uint8Array(2 + length);
  bytes.set([tag, length]);
  let at = 2;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
