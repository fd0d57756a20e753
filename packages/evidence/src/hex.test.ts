import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  bytesToHex,
  hexToBytes,
  isSha256Hex,
  isSha512Hex,
  toSha256Hex,
  toSha512Hex,
} from "./hex.ts";

const runs = { numRuns: process.env["SLOW"] === "1" ? 1_000 : 100 };

describe("hex", () => {
  it("writes what Buffer writes, and reads it back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const hex = bytesToHex(bytes);
        expect(hex).toBe(Buffer.from(bytes).toString("hex"));
        expect(hexToBytes(hex)).toEqual(Uint8Array.from(bytes));
        expect(hexToBytes(hex.toUpperCase())).toEqual(Uint8Array.from(bytes));
      }),
      runs,
    );
  });

  it.each(["a", "abc", "zz", "0x10", "ab cd", "ab\n", "é0"])("does not read %j", (text) => {
    expect(hexToBytes(text)).toBeUndefined();
  });

  it("takes a hash only in lower case and at its length", () => {
    const sha256 = "0f".repeat(32);
    const sha512 = "0f".repeat(64);
    expect(toSha256Hex(sha256)).toBe(sha256);
    expect(toSha512Hex(sha512)).toBe(sha512);
    expect(
      [sha256.toUpperCase(), `${sha256}0`, sha256.slice(1), `${sha256}\n`].map(isSha256Hex),
    ).toEqual([false, false, false, false]);
    expect([sha512.toUpperCase(), `${sha512}0`, sha256, `${sha512}\n`].map(isSha512Hex)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(() => toSha256Hex(sha512)).toThrow("Broken assumption");
    expect(() => toSha512Hex(sha256)).toThrow("Broken assumption");
  });
});
