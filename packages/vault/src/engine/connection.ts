import { SqlFailure } from "../drivers/driver.ts";
import { primaryCode, SQLITE } from "./sqlite-codes.ts";
import type { Pointer, SqliteExports } from "./sqlite-exports.ts";
import type { SqliteVfs } from "./sqlite-vfs.ts";
import { SyncFileFailure } from "./sync-file.ts";
import type { WasmHeap } from "./wasm-heap.ts";

/** One opened connection of the C interface, and what its callers share. */
export interface Connection {
  readonly exports: SqliteExports;
  readonly heap: WasmHeap;
  readonly vfs: SqliteVfs;
  readonly database: Pointer;
}

/** Throws for every code but OK. */
export const check = (connection: Connection, code: number): void => {
  if (code !== SQLITE.OK) throw toFailure(connection, code);
};

/**
 * What the engine's code means. The device's own error, kept by the VFS, goes before it: a full disk in the middle of
 * a write can reach us as an I/O error. A code that neither the device nor the data can cause is a bug and becomes a
 * plain Error.
 */
export const toFailure = (connection: Connection, code: number): Error => {
  const cause = connection.vfs.takeFailure();
  const said = connection.heap.readText(connection.exports.sqlite3_errmsg(connection.database));
  const message = `SQLite ${code}: ${said}`;
  if (cause instanceof SyncFileFailure) {
    const full = cause.device.code === "disk_full";
    return new SqlFailure(full ? "disk_full" : "device_failed", message, cause);
  }
  if (cause instanceof Error) return cause;
  switch (primaryCode(code)) {
    case SQLITE.FULL:
      return new SqlFailure("disk_full", message);
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
    // The device reported nothing, so it is the data that could not be read: a file cut short, a page that does not
    // decrypt.
    case SQLITE.IOERR:
      return new SqlFailure("database_damaged", message);
    case SQLITE.CONSTRAINT:
      return new SqlFailure("constraint", message);
    case SQLITE.CANTOPEN:
    case SQLITE.NOMEM:
      return new SqlFailure("device_failed", message);
    default:
      return new Error(message);
  }
};
