import { assert } from "@holdfast/evidence";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { SqlFailure } from "../drivers/driver.ts";
import { createMemoryDisk, createMemoryDriver, type MemoryDisk } from "../drivers/memory/index.ts";
import { loadNodeEngine } from "../drivers/node/index.ts";
import {
  findCrashDamage,
  prepareCrashDatabase,
  runCrashWorkload,
} from "../drivers/testing/crash-workload.ts";
import { createDatabase, keyOf, openDatabase } from "../drivers/testing/expectations.ts";
import type { Engine } from "./engine.ts";

const rowsPerRound = 40;
const rounds = 3;
const cacheSizeInKib = 64;
const slow = process.env["SLOW"] === "1";
const points = slow ? 1000 : 20;

describe("a power cut", { timeout: 900_000 }, () => {
  let engine: Engine;
  let prepared: MemoryDisk;
  let operationsOfAWholeRun = 0;

  beforeAll(async () => {
    engine = await loadNodeEngine();
    prepared = createMemoryDisk();
    const database = await createDatabase(createMemoryDriver({ engine, disk: prepared }));
    prepareCrashDatabase(database, rowsPerRound);
    database.close();
    const disk = copyOf(prepared);
    await workUntilItFails(engine, disk);
    operationsOfAWholeRun = disk.operations();
  });

  const damageAfterCut = async (operation: number, seed: number): Promise<readonly string[]> => {
    const disk = copyOf(prepared);
    disk.faults.cutPowerAt(operation);
    const lastCommitted = await workUntilItFails(engine, disk);
    const after = disk.faults.afterPowerCut(chooserOf(seed));
    const database = await openDatabase(createMemoryDriver({ engine, disk: after }));
    const damage = findCrashDamage(database, rowsPerRound, lastCommitted);
    database.close();
    return damage;
  };

  it("at any write or flush leaves every committed row, whatever of the rest reached the disk", async () => {
    for (let i = 0; i < points; i += 1) {
      // A large prime spreads the points over the whole run and hits the same one seldom.
      const operation = 1 + ((i * 7919) % operationsOfAWholeRun);
      expect(await damageAfterCut(operation, i), `operation ${operation}, seed ${i}`).toEqual([]);
    }
  });

  it("at a random point, with a random part of what was not flushed, leaves every committed row", async () => {
    const operation = fc.integer({ min: 1, max: operationsOfAWholeRun });
    const property = fc.asyncProperty(operation, fc.integer(), async (operation, seed) => {
      expect(await damageAfterCut(operation, seed)).toEqual([]);
    });
    await fc.assert(property, { numRuns: slow ? 1000 : 20 });
  });
});

const copyOf = (disk: MemoryDisk): MemoryDisk =>
  createMemoryDisk({ files: disk.snapshot(), remembersUnflushed: true });

/** The last round that was reported as committed. */
const workUntilItFails = async (engine: Engine, disk: MemoryDisk): Promise<number> => {
  let lastCommitted = 0;
  const opened = await createMemoryDriver({ engine, disk, cacheSizeInKib }).openDatabase({
    key: keyOf(1),
    create: false,
  });
  if (!opened.ok) {
    assert(opened.error.code === "device_failed", `no cut, but ${opened.error.code}`);
    return lastCommitted;
  }
  try {
    runCrashWorkload(opened.value, { rounds, rowsPerRound }, ({ kind, round }) => {
      if (kind === "committed") lastCommitted = round;
    });
  } catch (error) {
    if (!(error instanceof SqlFailure) || error.code !== "device_failed") throw error;
  }
  opened.value.close();
  return lastCommitted;
};

/** mulberry32: the same seed makes the same choices. */
const chooserOf = (seed: number): ((choices: number) => number) => {
  let state = seed;
  return (choices) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % choices;
  };
};
