import { bech32, bech32m, base58xmr, createBase58check } from "@scure/base";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";

import { findIbans } from "./iban.ts";
import { findCoinAddresses } from "./payment-addresses.ts";

const zeros = (length: number) => new Uint8Array(length);
const base58check = createBase58check(sha256);
const withVersion = (version: number): string =>
  base58check.encode(Uint8Array.of(version, ...zeros(20)));
const segwit = (prefix: string, version: number, length: number): string =>
  (version === 0 ? bech32 : bech32m).encode(prefix, [version, ...bech32.toWords(zeros(length))]);
const monero = (version: number, length: number): string => {
  const body = Uint8Array.of(version, ...zeros(length));
  return base58xmr.encode(Uint8Array.of(...body, ...keccak_256(body).subarray(0, 4)));
};

describe("findCoinAddresses", () => {
  it.each([
    ["bitcoin", withVersion(0)],
    ["bitcoin", withVersion(5)],
    ["bitcoin", segwit("bc", 0, 20)],
    ["bitcoin", segwit("bc", 0, 32)],
    ["bitcoin", segwit("bc", 1, 32)],
    ["bitcoin", segwit("bc", 0, 20).toUpperCase()],
    ["litecoin", withVersion(0x30)],
    ["litecoin", segwit("ltc", 0, 20)],
    ["ethereum", `0x${"0".repeat(40)}`],
    ["ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"],
    ["tron", withVersion(0x41)],
    ["monero", monero(18, 64)],
    ["monero", monero(19, 72)],
  ])("finds an address of %s: %s", (network, value) => {
    expect(findCoinAddresses(`Pay to ${value}, at once.`)).toEqual([
      { network, value, valid: true, start: 7, end: 7 + value.length },
    ]);
  });

  it.each([
    ["a letter changed", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"],
    ["version 0 with the later checksum", bech32m.encode("bc", [0, ...bech32.toWords(zeros(20))])],
    ["version 1 with the older checksum", bech32.encode("bc", [1, ...bech32.toWords(zeros(32))])],
    ["the case of a checksum changed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"],
  ])("says that an address with %s is not valid", (_, value) => {
    expect(findCoinAddresses(value)).toMatchObject([{ value, valid: false }]);
  });

  it("takes no long number and no long word for an address", () => {
    expect(
      findCoinAddresses(
        "call 12025550123 or 1111111111111111111111111111 thisisaverylongwordwithoutanyend",
      ),
    ).toEqual([]);
  });
});

describe("findIbans", () => {
  it.each([
    ["GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432", true],
    ["DE89370400440532013000", "DE89370400440532013000", true],
    ["PK36SCBL0000001123456702 NOW", "PK36SCBL0000001123456702", true],
    ["DE88370400440532013000", "DE88370400440532013000", false],
  ])("reads %s", (text, value, valid) => {
    expect(findIbans(`to ${text}.`)).toMatchObject([{ value, valid }]);
  });
});
