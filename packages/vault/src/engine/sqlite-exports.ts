import { assert } from "@holdfast/evidence";

import type { WasmTable } from "./web-assembly.ts";

/** An address in the engine's memory; 0 is NULL. */
export type Pointer = number;

/** The part of the C interface that we call, as WebAssembly shows it: 64-bit integers are bigints. */
export interface SqliteExports {
  readonly __wasm_call_ctors: () => void;
  readonly __indirect_function_table: WasmTable;
  readonly malloc: (sizeInBytes: number) => Pointer;
  readonly free: (pointer: Pointer) => void;
  readonly sqlite3_initialize: () => number;
  readonly sqlite3_malloc: (sizeInBytes: number) => Pointer;
  readonly sqlite3_libversion: () => Pointer;
  readonly sqlite3mc_version: () => Pointer;
  readonly sqlite3_vfs_register: (vfs: Pointer, makeDefault: number) => number;
  readonly sqlite3mc_vfs_create: (realVfsName: Pointer, makeDefault: number) => number;
  readonly sqlite3_open_v2: (
    name: Pointer,
    databaseOut: Pointer,
    flags: number,
    vfsName: Pointer,
  ) => number;
  readonly sqlite3_close_v2: (database: Pointer) => number;
  readonly sqlite3_key_v2: (
    database: Pointer,
    schema: Pointer,
    key: Pointer,
    sizeInBytes: number,
  ) => number;
  readonly sqlite3_extended_result_codes: (database: Pointer, on: number) => number;
  readonly sqlite3_extended_errcode: (database: Pointer) => number;
  readonly sqlite3_errmsg: (database: Pointer) => Pointer;
  readonly sqlite3_get_autocommit: (database: Pointer) => number;
  readonly sqlite3_exec: (
    database: Pointer,
    sql: Pointer,
    callback: Pointer,
    callbackArgument: Pointer,
    errorMessageOut: Pointer,
  ) => number;
  readonly sqlite3_prepare_v3: (
    database: Pointer,
    sql: Pointer,
    sizeInBytes: number,
    flags: number,
    statementOut: Pointer,
    tailOut: Pointer,
  ) => number;
  readonly sqlite3_bind_parameter_count: (statement: Pointer) => number;
  readonly sqlite3_bind_null: (statement: Pointer, index: number) => number;
  readonly sqlite3_bind_int: (statement: Pointer, index: number, value: number) => number;
  readonly sqlite3_bind_int64: (statement: Pointer, index: number, value: bigint) => number;
  readonly sqlite3_bind_double: (statement: Pointer, index: number, value: number) => number;
  readonly sqlite3_bind_text: (
    statement: Pointer,
    index: number,
    text: Pointer,
    sizeInBytes: number,
    destructor: number,
  ) => number;
  readonly sqlite3_bind_blob: (
    statement: Pointer,
    index: number,
    bytes: Pointer,
    sizeInBytes: number,
    destructor: number,
  ) => number;
  readonly sqlite3_clear_bindings: (statement: Pointer) => number;
  readonly sqlite3_step: (statement: Pointer) => number;
  readonly sqlite3_reset: (statement: Pointer) => number;
  readonly sqlite3_finalize: (statement: Pointer) => number;
  readonly sqlite3_column_count: (statement: Pointer) => number;
  readonly sqlite3_column_name: (statement: Pointer, column: number) => Pointer;
  readonly sqlite3_column_type: (statement: Pointer, column: number) => number;
  readonly sqlite3_column_double: (statement: Pointer, column: number) => number;
  readonly sqlite3_column_int64: (statement: Pointer, column: number) => bigint;
  readonly sqlite3_column_text: (statement: Pointer, column: number) => Pointer;
  readonly sqlite3_column_blob: (statement: Pointer, column: number) => Pointer;
  readonly sqlite3_column_bytes: (statement: Pointer, column: number) => number;
  readonly sqlite3__wasm_db_config_ip: (
    database: Pointer,
    operation: number,
    value: number,
    resultOut: Pointer,
  ) => number;
}

const functionNames = [
  "__wasm_call_ctors",
  "malloc",
  "free",
  "sqlite3_initialize",
  "sqlite3_malloc",
  "sqlite3_libversion",
  "sqlite3mc_version",
  "sqlite3_vfs_register",
  "sqlite3mc_vfs_create",
  "sqlite3_open_v2",
  "sqlite3_close_v2",
  "sqlite3_key_v2",
  "sqlite3_extended_result_codes",
  "sqlite3_extended_errcode",
  "sqlite3_errmsg",
  "sqlite3_get_autocommit",
  "sqlite3_exec",
  "sqlite3_prepare_v3",
  "sqlite3_bind_parameter_count",
  "sqlite3_bind_null",
  "sqlite3_bind_int",
  "sqlite3_bind_int64",
  "sqlite3_bind_double",
  "sqlite3_bind_text",
  "sqlite3_bind_blob",
  "sqlite3_clear_bindings",
  "sqlite3_step",
  "sqlite3_reset",
  "sqlite3_finalize",
  "sqlite3_column_count",
  "sqlite3_column_name",
  "sqlite3_column_type",
  "sqlite3_column_double",
  "sqlite3_column_int64",
  "sqlite3_column_text",
  "sqlite3_column_blob",
  "sqlite3_column_bytes",
  "sqlite3__wasm_db_config_ip",
] as const satisfies readonly (keyof SqliteExports)[];

/** Another build of the engine, or another file altogether, is a bug of ours and stops here. */
export const toSqliteExports = (exports: unknown): SqliteExports => {
  assert(isSqliteExports(exports), "the WebAssembly file is the SQLite build that we pin");
  return exports;
};

const isSqliteExports = (exports: unknown): exports is SqliteExports => {
  if (typeof exports !== "object" || exports === null) return false;
  if (typeof Reflect.get(exports, "__indirect_function_table") !== "object") return false;
  return functionNames.every((name) => typeof Reflect.get(exports, name) === "function");
};
