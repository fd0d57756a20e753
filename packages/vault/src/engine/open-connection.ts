import { assert, err, ok, type Result } from "@holdfast/evidence";

import { type SqlDatabase, SqlFailure, type SqlRow, type SqlValue } from "../drivers/driver.ts";
import { check, type Connection, toFailure } from "./connection.ts";
import type { OpenError, OpenOptions } from "./engine.ts";
import { createSqlDatabase } from "./sql-database.ts";
import { SQLITE } from "./sqlite-codes.ts";
import { cipherVfsName } from "./sqlite-vfs.ts";
import { SyncFileFailure, type SyncFileSystem } from "./sync-file.ts";

const keySizeInBytes = 32;
const pageSizeInBytes = 8192;
const defaultCacheSizeInKib = 32_768;
/** Pages in the WAL after which a commit moves them into the database: 16 MiB. */
const checkpointAfterPages = 2048;
/** What the WAL is cut back to after a large transaction, when it starts over. */
const walSizeLimitInBytes = 64 * 1024 * 1024;

type Unopened = Omit<Connection, "database"> & { readonly files: SyncFileSystem };

export const openConnection = (
  unopened: Unopened,
  options: OpenOptions,
  onClosed: () => void,
): Result<SqlDatabase, OpenError> => {
  let connection: Connection | undefined;
  try {
    const refusal = refuseToOpen(unopened.files, options.create);
    if (refusal !== undefined) return err(refusal);
    connection = connect(unopened, options.create);
    const database = createSqlDatabase(connection, onClosed);
    giveKey(connection, options);
    configure(connection, database, options);
    return ok(database);
  } catch (error) {
    if (connection !== undefined) connection.exports.sqlite3_close_v2(connection.database);
    const known = toOpenError(error);
    if (known === undefined) throw error;
    return err(known);
  }
};

const refuseToOpen = (files: SyncFileSystem, create: boolean): OpenError | undefined => {
  const exists = files.exists("case.db");
  if (!create) return exists ? undefined : { code: "database_unreadable" };
  if (exists) return { code: "not_permitted", path: "case.db" };
  // What a making left behind that was cut short: it belongs to no database.
  files.remove("case.db-journal");
  files.remove("case.db-wal");
  return undefined;
};

const connect = ({ exports, heap, vfs }: Unopened, create: boolean): Connection => {
  const name = heap.newText("case.db");
  const cipherVfs = heap.newText(cipherVfsName);
  const out = heap.allocate(4);
  const flags = SQLITE.OPEN_READWRITE | (create ? SQLITE.OPEN_CREATE : 0);
  const code = exports.sqlite3_open_v2(name, out, flags, cipherVfs);
  const connection = { exports, heap, vfs, database: heap.view().getUint32(out, true) };
  for (const pointer of [name, cipherVfs, out]) heap.free(pointer);
  if (code !== SQLITE.OK) {
    const failure = toFailure(connection, code);
    exports.sqlite3_close_v2(connection.database);
    throw failure;
  }
  exports.sqlite3_extended_result_codes(connection.database, 1);
  // A key that does not fit must not move anything from the WAL into the database when we close again.
  setOption(connection, SQLITE.DBCONFIG_NO_CKPT_ON_CLOSE, 1);
  return connection;
};

const setOption = (connection: Connection, option: number, value: 0 | 1): void =>
  check(
    connection,
    connection.exports.sqlite3__wasm_db_config_ip(connection.database, option, value, 0),
  );

/** The bytes go in as bytes: no text form of the key exists that an error or a log could show. */
const giveKey = (connection: Connection, { key }: OpenOptions): void => {
  const { exports, heap, database } = connection;
  const bytes = key.reveal();
  assert(bytes.length === keySizeInBytes, "the database key has 32 bytes");
  const schema = heap.newText("main");
  const raw = heap.newText("raw:");
  const size = 4 + keySizeInBytes;
  const pointer = heap.allocate(size);
  heap.bytes().copyWithin(pointer, raw, raw + 4);
  heap.bytes().set(bytes, pointer + 4);
  const code = exports.sqlite3_key_v2(database, schema, pointer, size);
  heap.bytes().fill(0, pointer, pointer + size);
  for (const used of [schema, raw, pointer]) heap.free(used);
  check(connection, code);
};

/**
 * [Note: WAL in exclusive mode] Exclusive locking comes before WAL, so that the index of the WAL lies in our memory and
 * no shared memory is asked for. Both are read back, since SQLite answers a mode that it cannot give with another one.
 * `synchronous` is FULL: a commit that has returned is on the device; NORMAL would lose it in a power cut.
 */
const configure = (connection: Connection, database: SqlDatabase, options: OpenOptions): void => {
  demand(database, "locking_mode", "exclusive", "exclusive");
  demand(database, "temp_store", "memory", 2);
  if (options.create) demand(database, "page_size", pageSizeInBytes, pageSizeInBytes);
  // The first read: here a key that does not fit comes to light.
  ask(database, "SELECT count(*) AS count FROM sqlite_schema");
  setOption(connection, SQLITE.DBCONFIG_NO_CKPT_ON_CLOSE, 0);
  demand(database, "journal_mode", "wal", "wal");
  demand(database, "synchronous", "full", 2);
  demand(database, "secure_delete", "on", 1);
  demand(database, "foreign_keys", "on", 1);
  const cacheSizeInKib = options.cacheSizeInKib ?? defaultCacheSizeInKib;
  demand(database, "cache_size", -cacheSizeInKib, -cacheSizeInKib);
  demand(database, "wal_autocheckpoint", checkpointAfterPages, checkpointAfterPages);
  demand(database, "journal_size_limit", walSizeLimitInBytes, walSizeLimitInBytes);
  // A schema that somebody has tampered with calls no function with side effects, and "x" is never a string.
  setOption(connection, SQLITE.DBCONFIG_TRUSTED_SCHEMA, 0);
  setOption(connection, SQLITE.DBCONFIG_DEFENSIVE, 1);
  setOption(connection, SQLITE.DBCONFIG_DQS_DML, 0);
  setOption(connection, SQLITE.DBCONFIG_DQS_DDL, 0);
};

/** Sets, then reads back: a pragma that is not known, or not granted, is silent. */
const demand = (
  database: SqlDatabase,
  pragma: string,
  value: string | number,
  expected: SqlValue,
): void => {
  database.exec(`PRAGMA ${pragma} = ${value}`);
  const row = ask(database, `PRAGMA ${pragma}`);
  const got = row === undefined ? undefined : Object.values(row)[0];
  assert(got === expected, `the engine grants ${pragma} = ${value}, not ${String(got)}`);
};

const ask = (database: SqlDatabase, sql: string): SqlRow | undefined => {
  const statement = database.prepare(sql);
  try {
    return statement.get();
  } finally {
    statement.finalize();
  }
};

const toOpenError = (error: unknown): OpenError | undefined => {
  if (error instanceof SyncFileFailure) return error.device;
  if (!(error instanceof SqlFailure)) return undefined;
  if (error.cause instanceof SyncFileFailure) return error.cause.device;
  switch (error.code) {
    case "database_damaged":
      return { code: "database_unreadable" };
    case "disk_full":
    case "device_failed":
      return { code: error.code, path: "case.db" };
    case "constraint":
      return undefined;
  }
};
