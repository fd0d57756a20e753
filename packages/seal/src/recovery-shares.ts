import { wordlist } from "@scure/bip39/wordlists/english.js";
import {
  assert,
  err,
  type HasherDep,
  ok,
  type RandomDep,
  type Result,
  Secret,
} from "@holdfast/evidence";

import { combinePoints, type Point, splitSecret } from "./gf256-shares.ts";

/**
 * [Note: recovery shares]
 * Recovery by trusted people: each holds one share, and any `threshold` of them open the vault together. A share is 16
 * words of the list that the recovery words use, 11 bits a word, 176 bits:
 * version (4) · set (20) · threshold (4) · index (4) · value (128) · checksum (16).
 * The set is random and says nothing of the vault; it tells shares of two sets apart. The checksum is the beginning of the
 * SHA-256 of everything before it, so that a mistyped share is named before it is combined. The value is the share of a
 * random 128-bit secret, which opens a wrap of the vault key. See gf256-shares.ts.
 */
const version = 1;
const secretLengthInBytes = 16;
const bodyLengthInBytes = 20;
const shareLengthInBytes = 22;
const wordCount = (shareLengthInBytes * 8) / 11;
export const shareBounds = { threshold: { least: 2, most: 15 }, count: { most: 15 } } as const;

/** Places and shares count from 1, as people count. */
export type SharesError =
  | {
      readonly code: "share_words_unknown";
      readonly share: number;
      readonly places: readonly number[];
    }
  /** The number of words or the checksum: a word is wrong, missing or out of its place. */
  | { readonly code: "share_wrong"; readonly share: number; readonly count: number }
  | { readonly code: "share_from_newer_version"; readonly share: number }
  /** The shares that do not belong to the set of the first one. */
  | { readonly code: "shares_of_different_sets"; readonly shares: readonly number[] }
  | { readonly code: "share_given_twice"; readonly share: number }
  | { readonly code: "shares_too_few"; readonly given: number; readonly needed: number };

/** A new random secret, as shares to be handed out; the secret itself is kept nowhere. */
export const createRecoveryShares = (
  deps: HasherDep & RandomDep,
  { threshold, count }: { readonly threshold: number; readonly count: number },
): readonly Secret<string>[] => {
  const { least } = shareBounds.threshold;
  assert(threshold >= least && count >= threshold && count <= shareBounds.count.most, "bounds");
  const set = deps.random.bytes(3);
  const secret = deps.random.bytes(secretLengthInBytes);
  return splitSecret(deps, secret, { threshold, count }).map(({ x, y }) => {
    const bytes = new Uint8Array(shareLengthInBytes);
    bytes.set([
      (version << 4) | ((set[0] ?? 0) & 0x0f),
      set[1] ?? 0,
      set[2] ?? 0,
      (threshold << 4) | x,
    ]);
    bytes.set(y, 4);
    bytes.set(checksumOf(deps, bytes), bodyLengthInBytes);
    return new Secret(toWords(bytes));
  });
};

/** The secret behind enough shares, in any order; more than enough are as good. See [Note: recovery shares]. */
export const recoverySharesToKey = (
  deps: HasherDep,
  shares: readonly Secret<string>[],
): Result<Secret<Uint8Array<ArrayBuffer>>, SharesError> => {
  const read = readShares(deps, shares);
  if (!read.ok) return read;
  const { threshold, points } = read.value;
  if (points.length < threshold) {
    return err({ code: "shares_too_few", given: points.length, needed: threshold });
  }
  return ok(new Secret(combinePoints(points.slice(0, threshold))));
};

/**
 * Whether shares are whole and belong together, while they are still being gathered: a slip of the pen is named before
 * the next one is asked for. Says how many there have to be; too few is no error here, but for none at all.
 */
export const readRecoveryShares = (
  deps: HasherDep,
  shares: readonly Secret<string>[],
): Result<{ readonly given: number; readonly needed: number }, SharesError> => {
  const read = readShares(deps, shares);
  return read.ok ? ok({ given: read.value.points.length, needed: read.value.threshold }) : read;
};

const readShares = (
  deps: HasherDep,
  shares: readonly Secret<string>[],
): Result<{ readonly threshold: number; readonly points: readonly Point[] }, SharesError> => {
  const read: ReadShare[] = [];
  for (const [index, share] of shares.entries()) {
    const one = readShare(deps, share, index + 1);
    if (!one.ok) return one;
    read.push(one.value);
  }
  const [first] = read;
  if (first === undefined) return err({ code: "shares_too_few", given: 0, needed: 2 });
  const strangers = read.flatMap((one, index) =>
    one.set === first.set && one.threshold === first.threshold ? [] : [index + 1],
  );
  if (strangers.length > 0) return err({ code: "shares_of_different_sets", shares: strangers });
  const twice = read.findIndex((one, index) => read.findIndex(({ x }) => x === one.x) < index);
  if (twice !== -1) return err({ code: "share_given_twice", share: twice + 1 });
  return ok({ threshold: first.threshold, points: read });
};

interface ReadShare extends Point {
  readonly set: number;
  readonly threshold: number;
}

const readShare = (
  deps: HasherDep,
  words: Secret<string>,
  share: number,
): Result<ReadShare, SharesError> => {
  const list = words
    .reveal()
    .normalize("NFKD")
    .toLowerCase()
    .split(/[\s,.;]+/)
    .filter((word) => word !== "");
  const numbers = list.map((word) => wordlist.indexOf(word));
  const places = numbers.flatMap((number, index) => (number === -1 ? [index + 1] : []));
  if (places.length > 0) return err({ code: "share_words_unknown", share, places });
  const wrong = err({ code: "share_wrong", share, count: list.length } as const);
  if (list.length !== wordCount) return wrong;
  const bytes = toBytes(numbers);
  const [one = 0, two = 0] = checksumOf(deps, bytes);
  if (bytes[bodyLengthInBytes] !== one || bytes[bodyLengthInBytes + 1] !== two) return wrong;
  const [head = 0, middle = 0, low = 0, numbering = 0] = bytes;
  if (head >> 4 !== version) return err({ code: "share_from_newer_version", share });
  const threshold = numbering >> 4;
  const x = numbering & 0x0f;
  if (threshold < shareBounds.threshold.least || x === 0) return wrong;
  const set = ((head & 0x0f) << 16) | (middle << 8) | low;
  return ok({ set, threshold, x, y: bytes.slice(4, bodyLengthInBytes) });
};

const checksumOf = (deps: HasherDep, bytes: Uint8Array): Uint8Array => {
  const hash = deps.hasher.sha256();
  hash.update(bytes.subarray(0, bodyLengthInBytes));
  return hash.digest().subarray(0, shareLengthInBytes - bodyLengthInBytes);
};

const toWords = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from(
    { length: wordCount },
    (_, at) => wordlist[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)] ?? "",
  ).join(" ");
};

const toBytes = (numbers: readonly number[]): Uint8Array<ArrayBuffer> => {
  const bits = numbers.map((number) => number.toString(2).padStart(11, "0")).join("");
  return Uint8Array.from({ length: shareLengthInBytes }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
  );
};
