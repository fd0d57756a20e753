import { type Brand, toBranded } from "./brand.ts";
import { assert } from "./assert.ts";

/** Lower-case hexadecimal of 32 bytes. */
export type Sha256Hex = Brand<string, "Sha256Hex">;
/** Lower-case hexadecimal of 64 bytes. */
export type Sha512Hex = Brand<string, "Sha512Hex">;

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export const bytesToHex = (bytes: Uint8Array): string => {
  let hex = "";
  for (const byte of bytes) hex += hexOfByte[byte];
  return hex;
};

/** `undefined` when the text is not an even number of hexadecimal digits. */
export const hexToBytes = (hex: string): Uint8Array<ArrayBuffer> | undefined => {
  if (hex.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(hex)) return undefined;
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  }
  return bytes;
};

export const isSha256Hex = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
export const isSha512Hex = (text: string): boolean => /^[0-9a-f]{128}$/.test(text);

export const toSha256Hex = (text: string): Sha256Hex => {
  assert(isSha256Hex(text), "a SHA-256 is 64 lower-case hexadecimal digits");
  return toBranded<Sha256Hex>(text);
};

export const toSha512Hex = (text: string): Sha512Hex => {
  assert(isSha512Hex(text), "a SHA-512 is 128 lower-case hexadecimal digits");
  return toBranded<Sha512Hex>(text);
};
