import { createHash } from "node:crypto";

import { bagFiles, parentFiles } from "@holdfast/bundle";
import { type Exhibit, type ExhibitId, type Random, utcMsOf } from "@holdfast/evidence";
import { countFilling } from "@holdfast/seal";
import type { Vault, VaultDeps } from "@holdfast/vault";
import { expect, test } from "vitest";

import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";
import {
  addItems,
  createVaultIn,
  messageAt,
  noon,
} from "../../packages/vault/src/testing/vault-place.ts";
import { guessRate, numbersOf, sightOf } from "./distinguisher.ts";
import { exportBag, memoryVaultDeps, type RealBag } from "./vault-and-bags.ts";

/**
 * Care rule 7: nothing withheld can be counted. Cases that differ in how much stays at home, and in nothing else, give
 * bags that show the same.
 */

const streamOf = (seed: string): ((length: number) => Uint8Array<ArrayBuffer>) => {
  let count = 0;
  return (length) => {
    count += 1;
    const block = createHash("sha512").update(`${seed}/${count}`).digest();
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += block.length) {
      bytes.set(block.subarray(0, Math.min(block.length, length - at)), at);
    }
    return bytes;
  };
};

/** The draws of single bytes, which are how much a log is filled, come from a stream of their own. */
const randomOf = (draws: string, rest: string): Random => {
  const small = streamOf(`draws ${draws}`);
  const large = streamOf(`rest ${rest}`);
  return { bytes: (length) => (length === 1 ? small(length) : large(length)) };
};

interface World {
  readonly seed: string;
  /** How many exhibits come in before, between, and behind the two that are handed over; the last ones between bags. */
  readonly withheld: readonly [before: number, between: number, behind: number, later: number];
  /** The same for worlds that shall draw alike. */
  readonly draws: string;
  readonly withFullBag?: boolean;
  readonly bags?: number;
}

const startOfDay = utcMsOf(2026, 11, 22, 9, 0, 0);

/** The bags that one recipient, or two who put theirs together, hold of a case. */
const bagsOf = async (world: World): Promise<readonly RealBag[]> => {
  let now = startOfDay;
  const deps: VaultDeps = {
    ...memoryVaultDeps(),
    clock: { now: () => now },
    random: randomOf(world.draws, `${world.seed} ${world.withheld.join()}`),
  };
  const vault = await createVaultIn({ newDeps: () => deps });
  const [before, between, behind, later] = world.withheld;
  /** Each takes its time, as a file does. */
  const withhold = async (name: string, count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      now += 150;
      await addItems(vault, [messageAt(`${name} ${at} stays at home`, noon(1 + (at % 28)))]);
    }
  };
  await withhold("before", before);
  now = startOfDay + 3_600_000;
  const first = await addItems(vault, [messageAt("Pay by Friday", noon(1))]);
  await withhold("between", between);
  now = Math.max(now + 500, startOfDay + 3_620_000);
  const second = await addItems(vault, [messageAt("Or all see it", noon(2))]);
  await withhold("behind", behind);
  const bags: RealBag[] = [];
  for (let bag = 0; bag < (world.bags ?? 1); bag += 1) {
    now = startOfDay + (bag + 2) * 86_400_000;
    if (world.withFullBag === true) {
      await exportBag(deps, vault, { purpose: "self", exhibits: "all" });
    }
    bags.push(await disclose(deps, vault, [first, second]));
    await withhold("later", later);
  }
  await vault.close();
  return bags;
};

const disclose = (
  deps: VaultDeps,
  vault: Vault,
  exhibits: readonly Exhibit[],
): Promise<RealBag> => {
  const ids: readonly ExhibitId[] = exhibits.map(({ id }) => id);
  return exportBag(deps, vault, { purpose: "police", exhibits: ids });
};

const sightsOf = async (world: World) => (await bagsOf(world)).map(sightOf);

const small: World["withheld"] = [0, 0, 0, 0];

test.each([
  ["one more exhibit before", [1, 0, 0, 0]],
  ["one more between the two that are handed over", [0, 1, 0, 0]],
  ["one more behind them", [0, 0, 1, 0]],
  ["many more everywhere", [9, 11, 8, 0]],
] as const)("with %s, a bag shows the same to the letter", async (_, withheld) => {
  for (const seed of ["a", "b", "c"]) {
    const worlds = { seed, draws: seed, withFullBag: true };
    expect(await sightsOf({ ...worlds, withheld })).toEqual(
      await sightsOf({ ...worlds, withheld: small }),
    );
  }
});

test("two bags of one case, laid side by side, show the same whatever came in between them", async () => {
  for (const seed of ["a", "b"]) {
    const worlds = { seed, draws: seed, bags: 2, withFullBag: true };
    const [quiet, busy] = [
      await bagsOf({ ...worlds, withheld: small }),
      await bagsOf({ ...worlds, withheld: [3, 2, 1, 22] }),
    ];
    expect(busy.map(sightOf)).toEqual(quiet.map(sightOf));
    for (const bags of [quiet, busy])
      expect(sharedLines(bags, bagFiles.custody)).toBeGreaterThan(0);
  }
});

test("the lists of two full bags, which two recipients hold, have not one line and not one path in common", async () => {
  const bags = await bagsOf({
    seed: "lists",
    draws: "lists",
    withheld: [3, 3, 3, 0],
    bags: 2,
    withFullBag: true,
  });
  expect(sharedLines(bags, parentFiles.items)).toBe(0);
  const paths = bags.map(({ files, plan }) => {
    const text = Buffer.from(files.get(`${plan.bag}/${parentFiles.items}`) ?? []).toString();
    return new Set(
      text
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(66)),
    );
  });
  const [one = new Set<string>(), other = new Set<string>()] = paths;
  expect(one.size).toBe(32);
  expect([...one].filter((path) => other.has(path))).toEqual([]);
});

const sharedLines = (bags: readonly RealBag[], path: string): number => {
  const [one = [], other = []] = bags.map(({ files, plan }) =>
    Buffer.from(files.get(`${plan.bag}/${path}`) ?? [])
      .toString()
      .trimEnd()
      .split("\n"),
  );
  const known = new Set(one);
  return other.filter((line) => known.has(line)).length;
};

const casesInEachWorld = 16;

test("over cases that draw as they like, no number in a bag lets a guesser do better than a coin", async () => {
  const few = await numbersOfMany("few", [1, 0, 1, 0]);
  const many = await numbersOfMany("many", [10, 15, 12, 0]);
  const names = [...new Set([...few, ...many].flatMap((numbers) => [...numbers.keys()]))];
  expect(names.length).toBeGreaterThan(30);
  const rates = names.map((name) => ({
    name,
    rate: guessRate(column(few, name), column(many, name)),
  }));
  // Of 16 bags that it has not seen a coin gets 14 or more right once in some five hundred.
  expect(rates.filter(({ rate }) => rate >= 14 / casesInEachWorld)).toEqual([]);
});

const logsInEachWorld = 4_000;
const ownLines = 3;

/** How long the logs of many cases are in their bags when so many true lines stand before the bag's own. */
const lengthsOf = (name: string, lines: number, isFirst = true): readonly number[] => {
  const random = randomOf(name, name);
  return Array.from(
    { length: logsInEachWorld },
    () => lines + countFilling({ random }, { lines, ownLines, isFirst }) + ownLines,
  );
};

/** Four times the spread of a coin over the unseen half of both worlds. */
const chance = 0.5 + 4 * Math.sqrt(0.25 / logsInEachWorld);

test("over thousands of logs a guesser gets no further than the bound", () => {
  for (const [some, others] of [
    [2, 3],
    [2, 20],
    [5, 63],
  ] as const) {
    expect(guessRate(lengthsOf("a", some), lengthsOf("b", others))).toBeLessThan(chance);
  }
  // Beyond one sheet: a 64th of advantage, at most, for each sheet of 64 entries more, and a guess of two gains half of it.
  const threeSheets = guessRate(lengthsOf("c", 10), lengthsOf("d", 10 + 3 * 64));
  expect(threeSheets).toBeLessThan(chance + 3 / 64 / 2);
  // Between two bags: an eighth for each sheet.
  const between = guessRate(lengthsOf("e", 640, false), lengthsOf("f", 640 + 64, false));
  expect(between).toBeLessThan(chance + 1 / 8 / 2);
  // And the guesser can guess: logs that nothing fills are told apart every time.
  expect(guessRate([5, 5, 5, 5], [6, 6, 6, 6])).toBe(1);
});

const numbersOfMany = async (
  name: string,
  withheld: World["withheld"],
): Promise<readonly ReadonlyMap<string, number>[]> => {
  const all: ReadonlyMap<string, number>[] = [];
  for (let at = 0; at < casesInEachWorld; at += 1) {
    const seed = `${name} ${at}`;
    const [bag] = await bagsOf({ seed, draws: seed, withheld });
    if (bag !== undefined) all.push(numbersOf(bag));
  }
  return all;
};

const column = (rows: readonly ReadonlyMap<string, number>[], name: string): readonly number[] =>
  rows.map((row) => row.get(name) ?? -1);

test("what is recorded of an export is erased with the exhibit", async () => {
  const deps = memoryVaultDeps();
  const vault = await createVaultIn({ newDeps: () => deps });
  const exhibit = await addItems(vault, [messageAt("Pay by Friday", noon(1))]);
  await disclose(deps, vault, [exhibit]);
  const openings = (): string =>
    Array.from({ length: vault.custodyHead().seq }, (_, at) => vault.custodyOpening(at + 1)).join();
  expect(openings()).toContain(exhibit.sha256);
  expectOk(await vault.erase(exhibit.id));
  expect(openings()).not.toContain(exhibit.sha256);
  await vault.close();
});
