import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { beforeAll, describe, expect, it } from "vitest";

import { createMemoryDisk, createMemoryDriver, type MemoryDisk } from "../drivers/memory/index.ts";
import { loadNodeEngine } from "../drivers/node/index.ts";
import {
  bytesContain,
  createDatabase,
  expectCode,
  keyOf,
  openDatabase,
} from "../drivers/testing/expectations.ts";
import { type Engine, loadEngine } from "./engine.ts";

const marker = "marker-7e21-in-plain-text";

describe("the engine", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadNodeEngine();
  });

  it("says which SQLite and which ciphers it is", () => {
    expect(engine.versions).toEqual({
      sqlite: "3.50.4",
      ciphers: "SQLite3 Multiple Ciphers 2.2.4",
    });
  });

  it("works in WAL mode, exclusively, with a full flush at each commit, and keeps temporary data in memory", async () => {
    const database = await createDatabase(createMemoryDriver({ engine }));
    const pragma = (name: string): unknown =>
      Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect({
      cipher: pragma("cipher"),
      journal: pragma("journal_mode"),
      locking: pragma("locking_mode"),
      synchronous: pragma("synchronous"),
      temporary: pragma("temp_store"),
      pageSize: pragma("page_size"),
      secureDelete: pragma("secure_delete"),
      trustedSchema: pragma("trusted_schema"),
    }).toEqual({
      cipher: "chacha20",
      journal: "wal",
      locking: "exclusive",
      synchronous: 2,
      temporary: 2,
      pageSize: 8192,
      secureDelete: 1,
      trustedSchema: 0,
    });
    database.close();
  });

  it("writes no word in plain text to any file at any moment, the WAL and the journal too", async () => {
    const disk = createMemoryDisk();
    const written: boolean[] = [];
    const watched: MemoryDisk = {
      ...disk,
      write: (path, bytes, offset) => {
        written.push(bytesContain(bytes, marker) || bytesContain(bytes, "SQLite format"));
        disk.write(path, bytes, offset);
      },
    };
    const driver = createMemoryDriver({ engine, disk: watched, cacheSizeInKib: 64 });
    const database = await createDatabase(driver);
    database.exec("CREATE TABLE t (body TEXT); CREATE VIRTUAL TABLE f USING fts5 (body)");
    const insert = database.prepare("INSERT INTO t VALUES (?)");
    database.transaction(() => {
      for (let i = 0; i < 1000; i += 1) insert.run(`${marker} ${i} `.repeat(9));
    });
    database.exec("INSERT INTO f SELECT body FROM t; PRAGMA wal_checkpoint(TRUNCATE)");
    database.exec("DELETE FROM t; VACUUM");
    database.close();
    expect(written.length).toBeGreaterThan(200);
    expect(written).not.toContain(true);
  });

  it("moves nothing from the WAL into the database for a key that does not fit", async () => {
    const disk = createMemoryDisk();
    const database = await createDatabase(createMemoryDriver({ engine, disk }));
    database.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    // As if the process had been killed: never closed.
    const left = createMemoryDisk({ files: disk.snapshot() });
    const before = left.snapshot();
    expect(before.get("case.db-wal")?.length).toBeGreaterThan(8192);
    const driver = createMemoryDriver({ engine, disk: left });
    expectCode(await driver.openDatabase({ key: keyOf(2), create: false }), "database_unreadable");
    expect(left.snapshot()).toEqual(before);
    const opened = await openDatabase(driver);
    expect(opened.prepare("SELECT a FROM t").all()).toEqual([{ a: 1 }]);
    opened.close();
    database.close();
  });

  it("takes the nonces of its pages from the injected random bytes: the same page never looks the same twice", async () => {
    const first = await encryptedWith(() => Uint8Array.from(randomBytes(4096)));
    const second = await encryptedWith(() => Uint8Array.from(randomBytes(4096)));
    expect(sharedBlocks(first, second)).toBe(0);
    // And they come from nowhere else: the same random bytes give the same file.
    const fixed = (): Uint8Array<ArrayBuffer> => new Uint8Array(4096).fill(0x5a);
    const [one, other] = [await encryptedWith(fixed), await encryptedWith(fixed)];
    expect(Buffer.concat(one).equals(Buffer.concat(other))).toBe(true);
  });

  it("lets nobody use a database, a statement or a loop after the database was closed", async () => {
    const database = await createDatabase(createMemoryDriver({ engine }));
    database.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)");
    const statement = database.prepare("SELECT a FROM t");
    const rows = statement.iterate();
    expect(rows.next().value).toEqual({ a: 1 });
    database.close();
    expect(() => rows.next()).toThrow("closed");
    expect(() => statement.all()).toThrow("finalized");
    expect(() => database.exec("SELECT 1")).toThrow("closed");
    database.close();
  });

  it("does not run a statement that a loop is still reading from", async () => {
    const database = await createDatabase(createMemoryDriver({ engine }));
    const statement = database.prepare("SELECT 1 AS a UNION SELECT 2");
    for (const _ of statement.iterate()) {
      expect(() => statement.get()).toThrow("in use");
    }
    expect(statement.get()).toEqual({ a: 1 });
    database.close();
  });

  it("takes a call that cannot be right for the bug it is", async () => {
    const database = await createDatabase(createMemoryDriver({ engine }));
    expect(() => database.prepare("SELECT 1; SELECT 2")).toThrow("one statement");
    expect(() => database.prepare("SELEKT 1")).toThrow("syntax error");
    expect(() => database.prepare("SELECT ?").get()).toThrow("each parameter");
    expect(() => database.prepare("SELECT ?").get(Number.NaN)).toThrow("NaN");
    expect(() => database.prepare("SELECT ?").get(2n ** 63n)).toThrow("64 bits");
    expect(() => database.transaction(() => Promise.resolve())).toThrow("does not wait");
    expect(() => database.transaction(() => database.transaction(() => 1))).toThrow("nested");
    expect(database.transaction(() => 1)).toBe(1);
    database.close();
  });
});

/** The files of a small database, made with these random bytes, before and after its checkpoint. */
const encryptedWith = async (
  randomBlock: () => Uint8Array<ArrayBuffer>,
): Promise<readonly Uint8Array[]> => {
  const wasmPath = createRequire(import.meta.url).resolve("@evolu/sqlite-wasm/sqlite3.wasm");
  const engine = await loadEngine({
    wasmBinary: Uint8Array.from(readFileSync(wasmPath)),
    clock: { now: () => 1_800_000_000_000 },
    random: { bytes: (count) => randomBlock().slice(0, count) },
  });
  const disk = createMemoryDisk();
  const database = await createDatabase(createMemoryDriver({ engine, disk }));
  database.exec("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(20000))");
  const open = [...disk.snapshot()].map(([path, bytes]) =>
    path === "case.db-wal" ? bytes.subarray(walHeaderSizeInBytes) : bytes,
  );
  database.close();
  return [...open, ...disk.snapshot().values()];
};

/** Its first bytes are a magic number, the version and the page size, always the same. */
const walHeaderSizeInBytes = 32;

/** How many aligned blocks of 16 bytes both hold; the plain text is mostly zeros, so a repeated nonce would show. */
const sharedBlocks = (first: readonly Uint8Array[], second: readonly Uint8Array[]): number => {
  const blocks = (files: readonly Uint8Array[]): ReadonlySet<string> =>
    new Set(
      files.flatMap((bytes) =>
        Array.from({ length: Math.floor(bytes.length / 16) }, (_, i) =>
          bytes.subarray(16 * i, 16 * i + 16).join(),
        ),
      ),
    );
  const seen = blocks(first);
  return [...blocks(second)].filter((block) => seen.has(block)).length;
};
