import { assert, type Clock, type Random, type Result, type Secret } from "@holdfast/evidence";

import type { DeviceError, SqlDatabase } from "../drivers/driver.ts";
import { openConnection } from "./open-connection.ts";
import { SQLITE } from "./sqlite-codes.ts";
import { toSqliteExports } from "./sqlite-exports.ts";
import { installVfs } from "./sqlite-vfs.ts";
import type { SyncFileSystem } from "./sync-file.ts";
import { createWasmHeap } from "./wasm-heap.ts";
import { createWasmImports } from "./wasm-imports.ts";
import { webAssembly } from "./web-assembly.ts";

/** SQLite3 Multiple Ciphers, compiled. Each opened database gets an instance, and so a memory, of its own. */
export interface Engine {
  /** What the engine says of itself, for `--version` and for bug reports. */
  readonly versions: { readonly sqlite: string; readonly ciphers: string };
  /**
   * Opens the one database that `files` holds; they are given back when it is closed, or when it cannot be opened.
   *
   * Shape: `key` has 32 bytes and goes to the cipher as it is. An existing database is never made anew, and a new one
   * never made over an old one.
   * Errors: `not_permitted` when `create` meets a database; `database_unreadable` without `create` for a wrong key, and
   * for a missing, empty, cut or damaged file: the cipher cannot tell a wrong key from damage. Nothing is written
   * before the key has been seen to fit.
   */
  readonly openDatabase: (
    files: SyncFileSystem,
    options: OpenOptions,
  ) => Promise<Result<SqlDatabase, OpenError>>;
}

export interface OpenOptions {
  readonly key: Secret<Uint8Array>;
  readonly create: boolean;
  /** KiB of pages that the engine keeps in memory; tests make it tiny so that an open transaction spills to the device. */
  readonly cacheSizeInKib?: number;
}

export type OpenError = DeviceError | { readonly code: "database_unreadable" };

export interface EngineDeps {
  /** The bytes of `@evolu/sqlite-wasm/sqlite3.wasm`. */
  readonly wasmBinary: Uint8Array<ArrayBuffer>;
  readonly clock: Clock;
  readonly random: Random;
}

export const loadEngine = async (deps: EngineDeps): Promise<Engine> => {
  const module = await webAssembly().compile(deps.wasmBinary);

  const start = async () => {
    const { memory, imports } = createWasmImports(deps);
    const instance = await webAssembly().instantiate(module, imports);
    const exports = toSqliteExports(instance.exports);
    const heap = createWasmHeap(memory, exports);
    exports.__wasm_call_ctors();
    return { exports, heap };
  };

  const { exports, heap } = await start();
  return {
    versions: {
      sqlite: heap.readText(exports.sqlite3_libversion()),
      ciphers: heap.readText(exports.sqlite3mc_version()),
    },
    openDatabase: async (files, options) => {
      const { exports, heap } = await start();
      assert(exports.sqlite3_initialize() === SQLITE.OK, "the engine starts");
      const vfs = installVfs({ exports, heap, files, clock: deps.clock, random: deps.random });
      const dispose = (): void => {
        // Keys and pages in plain text were in there, and nobody knows when that memory will be used again.
        heap.bytes().fill(0);
        files.close();
      };
      try {
        const opened = openConnection({ exports, heap, vfs, files }, options, dispose);
        if (!opened.ok) dispose();
        return opened;
      } catch (bug) {
        dispose();
        throw bug;
      }
    },
  };
};
