import fc from "fast-check";
import { combine, split } from "shamir-secret-sharing";
import { expect, it } from "vitest";

import { err, ok, Secret } from "@holdfast/evidence";

import { combinePoints, multiply, splitSecret } from "./gf256-shares.ts";
import {
  createRecoveryShares,
  readRecoveryShares,
  recoverySharesToKey,
} from "./recovery-shares.ts";
import { createTestDeps } from "./testing/node-deps.ts";

const numRuns = process.env["SLOW"] === undefined ? 30 : 1_000;

/** A way to share, and an order in which people come. */
const sharing = fc
  .integer({ min: 2, max: 7 })
  .chain((threshold) =>
    fc.record({
      threshold: fc.constant(threshold),
      count: fc.integer({ min: threshold, max: 9 }),
      seed: fc.string(),
    }),
  )
  .chain(({ threshold, count, seed }) =>
    fc.record({
      threshold: fc.constant(threshold),
      count: fc.constant(count),
      seed: fc.constant(seed),
      order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
    }),
  );

const hexOf = (result: ReturnType<typeof recoverySharesToKey>): string =>
  result.ok ? Buffer.from(result.value.reveal()).toString("hex") : result.error.code;

it("multiplies as FIPS 197 §4.2 does", () => {
  expect(multiply(0x57, 0x83)).toBe(0xc1);
  expect(multiply(0x57, 0x13)).toBe(0xfe);
  expect(multiply(0x57, 0x02)).toBe(0xae);
});

it("gives the secret to any k of n, whoever comes and in whatever order, and to k - 1 never", () => {
  fc.assert(
    fc.property(sharing, ({ threshold, count, seed, order }) => {
      const deps = createTestDeps(seed);
      const shares = createRecoveryShares(deps, { threshold, count });
      const whole = hexOf(recoverySharesToKey(deps, shares));
      expect(whole).toHaveLength(32);
      const came = order.flatMap((index) => shares[index] ?? []);
      expect(hexOf(recoverySharesToKey(deps, came.slice(0, threshold)))).toBe(whole);
      expect(recoverySharesToKey(deps, came.slice(0, threshold - 1))).toEqual(
        err({ code: "shares_too_few", given: threshold - 1, needed: threshold }),
      );
    }),
    { numRuns },
  );
});

it("lets k - 1 shares fit every secret equally", () => {
  // Two of n, one byte: over all random coefficients, a share takes each value once, whatever the secret is.
  for (const secret of [0, 1, 0x80, 0xff]) {
    const seen = new Set<number>();
    for (let coefficient = 0; coefficient < 256; coefficient += 1) {
      const random = { bytes: () => Uint8Array.of(coefficient) };
      const [share] = splitSecret({ random }, Uint8Array.of(secret), { threshold: 2, count: 3 });
      seen.add(share?.y[0] ?? -1);
    }
    expect(seen.size).toBe(256);
  }
});

it("combines what an audited library has split, and the other way round", async () => {
  const deps = createTestDeps();
  const secret = deps.random.bytes(16);
  const theirs = await split(secret, 5, 3);
  const points = theirs.map((share) => ({ x: share[16] ?? 0, y: share.slice(0, 16) }));
  expect(combinePoints(points.slice(1, 4))).toEqual(secret);
  const ours = splitSecret(deps, secret, { threshold: 3, count: 5 });
  const shares = ours.map(({ x, y }) => Uint8Array.of(...y, x));
  expect(await combine(shares.slice(2))).toEqual(secret);
});

const threeOfFive = () => {
  const deps = createTestDeps();
  return { deps, shares: createRecoveryShares(deps, { threshold: 3, count: 5 }) };
};

it("prints a share as sixteen words that nothing but their order and spelling matters for", () => {
  const { deps, shares } = threeOfFive();
  for (const share of shares) expect(share.reveal().split(" ")).toHaveLength(16);
  const typed = shares.map(
    (share) => new Secret(` ${share.reveal().toUpperCase().replaceAll(" ", ",\n")} `),
  );
  expect(hexOf(recoverySharesToKey(deps, typed))).toBe(hexOf(recoverySharesToKey(deps, shares)));
});

it("names a mistyped share, and the place of a word that is not on the list", () => {
  const { deps, shares } = threeOfFive();
  const with_ = (nth: number, change: (words: readonly string[]) => readonly string[]) =>
    recoverySharesToKey(
      deps,
      shares.map((share, index) =>
        index === nth ? new Secret(change(share.reveal().split(" ")).join(" ")) : share,
      ),
    );
  expect(with_(1, (words) => words.with(4, "holdfast"))).toEqual(
    err({ code: "share_words_unknown", share: 2, places: [5] }),
  );
  expect(with_(2, (words) => words.slice(1))).toEqual(
    err({ code: "share_wrong", share: 3, count: 15 }),
  );
  // 16 bits of checksum: one in 65,536 mistyped words would pass, none of these.
  for (let place = 0; place < 16; place += 1) {
    const other = (word: string | undefined) => (word === "abandon" ? "ability" : "abandon");
    expect(with_(3, (words) => words.with(place, other(words[place])))).toEqual(
      err({ code: "share_wrong", share: 4, count: 16 }),
    );
  }
});

it("refuses shares of different sets, a share that came twice, and none", () => {
  const { deps, shares } = threeOfFive();
  const others = createRecoveryShares(deps, { threshold: 3, count: 5 });
  expect(recoverySharesToKey(deps, [...shares.slice(0, 2), ...others.slice(2, 4)])).toEqual(
    err({ code: "shares_of_different_sets", shares: [3, 4] }),
  );
  expect(recoverySharesToKey(deps, [...shares.slice(0, 2), ...shares.slice(0, 1)])).toEqual(
    err({ code: "share_given_twice", share: 3 }),
  );
  expect(recoverySharesToKey(deps, [])).toEqual(
    err({ code: "shares_too_few", given: 0, needed: 2 }),
  );
});

it("says while they are gathered how many are there and how many are needed, and names a slip at once", () => {
  const { deps, shares } = threeOfFive();
  for (let given = 1; given <= 5; given += 1) {
    expect(readRecoveryShares(deps, shares.slice(0, given))).toEqual(ok({ given, needed: 3 }));
  }
  expect(readRecoveryShares(deps, [])).toMatchObject(err({ code: "shares_too_few" }));
  const first = shares[0]?.reveal() ?? "";
  expect(readRecoveryShares(deps, [...shares.slice(1, 2), new Secret(`${first} abandon`)])).toEqual(
    err({ code: "share_wrong", share: 2, count: 17 }),
  );
  expect(readRecoveryShares(deps, [...shares.slice(0, 1), ...shares.slice(0, 1)])).toEqual(
    err({ code: "share_given_twice", share: 2 }),
  );
});
