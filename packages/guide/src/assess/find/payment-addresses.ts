import { base58xmr, bech32, bech32m, createBase58check } from "@scure/base";
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";

import type { Stretch } from "../undisguise/mapped-text.ts";

export type CoinNetwork = "bitcoin" | "ethereum" | "litecoin" | "monero" | "tron";

/** An address of a coin as it stands in the text; `valid` when its own checksum fits. */
export interface CoinAddress extends Stretch {
  readonly network: CoinNetwork;
  readonly value: string;
  readonly valid: boolean;
}

interface Form {
  readonly network: CoinNetwork;
  readonly pattern: RegExp;
  readonly isValid: (value: string) => boolean;
}

const base58Letters = "1-9A-HJ-NP-Za-km-z";
const bech32Letters = "02-9ac-hj-np-z";
const apart = String.raw`(?<![\p{L}\p{N}])`;
const ends = String.raw`(?![\p{L}\p{N}])`;
const form = (body: string, flags = "gu"): RegExp =>
  new RegExp(`${apart}(?:${body})${ends}`, flags);

const base58check = createBase58check(sha256);

/**
 * Longer forms first: a Monero address holds what could be read as others.
 * Sources: BIP-13, BIP-173 and BIP-350 (Bitcoin), ERC-55 (Ethereum), litecoin chainparams.cpp, the Monero and the TRON documentation.
 */
const forms: readonly Form[] = [
  {
    network: "monero",
    pattern: form(`[48][${base58Letters}]{94}(?:[${base58Letters}]{11})?`),
    isValid: (value) => isMonero(value),
  },
  {
    network: "bitcoin",
    pattern: form(`bc1[${bech32Letters}]{11,71}|BC1[${bech32Letters.toUpperCase()}]{11,71}`),
    isValid: (value) => isSegwit(value, "bc"),
  },
  {
    network: "litecoin",
    pattern: form(`ltc1[${bech32Letters}]{11,71}|LTC1[${bech32Letters.toUpperCase()}]{11,71}`),
    isValid: (value) => isSegwit(value, "ltc"),
  },
  {
    network: "ethereum",
    pattern: form("0x[0-9a-fA-F]{40}"),
    isValid: (value) => isEthereum(value),
  },
  {
    network: "tron",
    pattern: form(`T[${base58Letters}]{33}`),
    isValid: (value) => hasVersion(value, [0x41]),
  },
  {
    network: "litecoin",
    pattern: form(`[LM][${base58Letters}]{25,33}`),
    isValid: (value) => hasVersion(value, [0x30, 0x32]),
  },
  {
    // "3…" was Litecoin's script form too until 2018: nobody can tell them apart, and Bitcoin is meant.
    network: "bitcoin",
    pattern: form(`[13][${base58Letters}]{25,33}`),
    isValid: (value) => hasVersion(value, [0x00, 0x05]),
  },
];

/** Every address in a text, also one whose checksum does not fit when it can be nothing else. */
export const findCoinAddresses = (text: string): readonly CoinAddress[] => {
  const found: CoinAddress[] = [];
  for (const { network, pattern, isValid } of forms) {
    for (const { 0: value, index } of text.matchAll(pattern)) {
      const end = index + value.length;
      if (found.some((other) => other.start < end && index < other.end)) continue;
      const valid = isValid(value);
      if (valid || looksMade(value)) found.push({ network, value, valid, start: index, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};

/** Letters of both cases and digits mixed as no word and no number mixes them. */
const looksMade = (value: string): boolean =>
  /^(?:0x|bc1|ltc1|BC1|LTC1)/.test(value)
  || ((value.match(/\d/g)?.length ?? 0) >= 3
    && (value.match(/[A-Z]/g)?.length ?? 0) >= 4
    && (value.match(/[a-z]/g)?.length ?? 0) >= 4);

const hasVersion = (value: string, versions: readonly number[]): boolean => {
  const bytes = decoded(() => base58check.decode(value));
  return bytes !== undefined && bytes.length === 21 && versions.includes(bytes[0] ?? -1);
};

/** Version 0 has the checksum of BIP-173, every later one that of BIP-350. */
const isSegwit = (value: string, prefix: string): boolean => {
  const lower = value.toLowerCase();
  const old = decoded(() => bech32.decode(asBech32(lower), 90));
  const modern = decoded(() => bech32m.decode(asBech32(lower), 90));
  const read = old?.words[0] === 0 ? old : modern;
  if (read === undefined || read.prefix !== prefix) return false;
  const version = read.words[0] ?? 99;
  if (version > 16 || (version === 0) !== (read === old)) return false;
  const program = decoded(() => bech32.fromWords(read.words.slice(1)));
  if (program === undefined || program.length < 2 || program.length > 40) return false;
  return version !== 0 || program.length === 20 || program.length === 32;
};

const asBech32 = (value: string): `${string}1${string}` => {
  const at = value.lastIndexOf("1");
  return `${value.slice(0, at)}1${value.slice(at + 1)}`;
};

/** All of one case carries no checksum: then the form alone counts. */
const isEthereum = (value: string): boolean => {
  const digits = value.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return true;
  const hash = keccak_256(new TextEncoder().encode(digits.toLowerCase()));
  return Array.from(digits).every((digit, index) => {
    if (/\d/.test(digit)) return true;
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 0xf;
    return (digit === digit.toUpperCase()) === nibble >= 8;
  });
};

/** Network bytes 18 (standard), 19 (with a payment id) and 42 (subaddress) of the main network. */
const isMonero = (value: string): boolean => {
  const bytes = decoded(() => base58xmr.decode(value));
  if (bytes === undefined || ![18, 19, 42].includes(bytes[0] ?? -1)) return false;
  const body = bytes.subarray(0, -4);
  return keccak_256(body)
    .subarray(0, 4)
    .every((byte, index) => byte === bytes[body.length + index]);
};

/** What the library refuses by throwing is not such an address: nothing else is wrong. */
const decoded = <T>(decode: () => T): T | undefined => {
  try {
    return decode();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
};
