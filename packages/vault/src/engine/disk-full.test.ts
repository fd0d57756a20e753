import { beforeAll, describe, expect, it } from "vitest";

import { type SqlDatabase, SqlFailure } from "../drivers/driver.ts";
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
const points = process.env["SLOW"] === "1" ? 1000 : 6;

describe("a device that fails while the database is written", { timeout: 900_000 }, () => {
  let engine: Engine;
  let prepared: MemoryDisk;

  beforeAll(async () => {
    engine = await loadNodeEngine();
    prepared = createMemoryDisk();
    const database = await createDatabase(createMemoryDriver({ engine, disk: prepared }));
    prepareCrashDatabase(database, rowsPerRound);
    database.close();
  });

  const openCopy = async (): Promise<{ disk: MemoryDisk; database: SqlDatabase }> => {
    const disk = createMemoryDisk({ files: prepared.snapshot() });
    const driver = createMemoryDriver({ engine, disk, cacheSizeInKib: 64 });
    return { disk, database: await openDatabase(driver) };
  };
  const countOperations = async (): Promise<number> => {
    const { disk, database } = await openCopy();
    const before = disk.operations();
    runCrashWorkload(database, { rounds: 2, rowsPerRound }, () => undefined);
    const count = disk.operations() - before;
    database.close();
    return count;
  };
  /** What is wrong when the work goes on after the failure, in the same connection, and then in a new one. */
  const damageWhenItGoesOn = async (
    disk: MemoryDisk,
    database: SqlDatabase,
    lastCommitted: number,
  ): Promise<readonly string[]> => {
    const damage = findCrashDamage(database, rowsPerRound, lastCommitted);
    let last = 0;
    runCrashWorkload(database, { rounds: 1, rowsPerRound }, ({ round }) => {
      last = round;
    });
    database.close();
    const again = await openDatabase(createMemoryDriver({ engine, disk }));
    const damageAfter = findCrashDamage(again, rowsPerRound, last);
    again.close();
    return [...damage, ...damageAfter];
  };

  it.each([
    ["a full disk", "disk_full", "disk_full"],
    ["a broken device", "device_failed", "device_failed"],
    ["a device that is taken away", "not_permitted", "device_failed"],
  ] as const)(
    "at any operation: %s fails the transaction and nothing else",
    async (_, code, seen) => {
      const operations = await countOperations();
      for (let i = 0; i < points; i += 1) {
        const operation = 1 + ((i * 7919) % operations);
        const { disk, database } = await openCopy();
        disk.faults.failAt(operation, code);
        const { lastCommitted, failure } = work(database);
        // A checkpoint that fails after its commit is tried again with the next one, and fails nothing.
        expect([seen, undefined], `operation ${operation}`).toContain(failure);
        expect(await damageWhenItGoesOn(disk, database, lastCommitted)).toEqual([]);
      }
    },
  );

  it("with too little room: the transaction fails with disk_full, also when a write was taken in part", async () => {
    for (let i = 0; i < points; i += 1) {
      const { disk, database } = await openCopy();
      disk.faults.setRoom(i * 3001);
      const { lastCommitted, failure } = work(database);
      expect(failure, `room ${i * 3001}`).toBe("disk_full");
      disk.faults.setRoom(undefined);
      expect(await damageWhenItGoesOn(disk, database, lastCommitted)).toEqual([]);
    }
  });

  it("closes on a full disk, and opens again with every committed row", async () => {
    const { disk, database } = await openCopy();
    database.exec("PRAGMA wal_autocheckpoint = 0");
    let lastCommitted = 0;
    runCrashWorkload(database, { rounds: 1, rowsPerRound }, ({ round }) => {
      lastCommitted = round;
    });
    disk.faults.setRoom(0);
    database.close();
    const again = await openDatabase(createMemoryDriver({ engine, disk }));
    expect(findCrashDamage(again, rowsPerRound, lastCommitted)).toEqual([]);
    again.close();
  });

  it("while a database is made: says so, and a later try makes it", async () => {
    const outcomes: string[] = [];
    for (let operation = 1; operation <= 31; operation += 3) {
      const disk = createMemoryDisk();
      disk.faults.failAt(operation, "disk_full");
      const driver = createMemoryDriver({ engine, disk });
      const made = await driver.openDatabase({ key: keyOf(1), create: true });
      outcomes.push(made.ok ? "made" : made.error.code);
      if (made.ok) {
        made.value.close();
        continue;
      }
      await driver.files.remove("case.db");
      (await createDatabase(driver)).close();
    }
    expect(new Set(outcomes)).toEqual(new Set(["disk_full", "made"]));
  });
});

const work = (
  database: SqlDatabase,
): { readonly lastCommitted: number; readonly failure: SqlFailure["code"] | undefined } => {
  let lastCommitted = 0;
  try {
    runCrashWorkload(database, { rounds: 2, rowsPerRound }, ({ kind, round }) => {
      if (kind === "committed") lastCommitted = round;
    });
  } catch (error) {
    if (!(error instanceof SqlFailure)) throw error;
    return { lastCommitted, failure: error.code };
  }
  return { lastCommitted, failure: undefined };
};
