import { assert } from "@holdfast/evidence";

import type { SqlValue } from "../drivers/driver.ts";
import { check, type Connection } from "./connection.ts";
import { SQLITE } from "./sqlite-codes.ts";
import type { Pointer } from "./sqlite-exports.ts";

const usualSizeInBytes = 65_536;
/** UTF-8 needs at most three bytes for a UTF-16 unit. */
const bytesPerUnit = 3;

export type BindValue = (statement: Pointer, index: number, value: SqlValue) => void;

/** Hands values to a statement. Text and bytes go through one piece of the engine's memory, and the engine copies them. */
export const createBinder = (connection: Connection): BindValue => {
  const { exports, heap } = connection;
  const encoder = new TextEncoder();
  const usual = heap.allocate(usualSizeInBytes);

  const withMemory = (sizeInBytes: number, use: (pointer: Pointer) => number): number => {
    if (sizeInBytes <= usualSizeInBytes) return use(usual);
    const pointer = heap.allocate(sizeInBytes);
    try {
      return use(pointer);
    } finally {
      heap.free(pointer);
    }
  };
  const bindText = (statement: Pointer, index: number, text: string): number => {
    const room = text.length * bytesPerUnit;
    return withMemory(room, (pointer) => {
      const target = heap.bytes().subarray(pointer, pointer + room);
      const { written } = encoder.encodeInto(text, target);
      return exports.sqlite3_bind_text(statement, index, pointer, written, SQLITE.TRANSIENT);
    });
  };
  const bindBlob = (statement: Pointer, index: number, bytes: Uint8Array): number =>
    withMemory(bytes.length, (pointer) => {
      heap.bytes().set(bytes, pointer);
      return exports.sqlite3_bind_blob(statement, index, pointer, bytes.length, SQLITE.TRANSIENT);
    });
  const bindNumber = (statement: Pointer, index: number, value: number): number => {
    if (Number.isInteger(value)) {
      if (value === (value | 0)) return exports.sqlite3_bind_int(statement, index, value);
      if (Number.isSafeInteger(value)) {
        return exports.sqlite3_bind_int64(statement, index, BigInt(value));
      }
    }
    // SQLite would store NaN as NULL in silence.
    assert(!Number.isNaN(value), "NaN is no value of a row");
    return exports.sqlite3_bind_double(statement, index, value);
  };

  return (statement, index, value) => {
    let code: number;
    if (typeof value === "string") code = bindText(statement, index, value);
    else if (typeof value === "number") code = bindNumber(statement, index, value);
    else if (value === null) code = exports.sqlite3_bind_null(statement, index);
    else if (typeof value === "bigint") {
      assert(BigInt.asIntN(64, value) === value, "integers of a row have 64 bits");
      code = exports.sqlite3_bind_int64(statement, index, value);
    } else code = bindBlob(statement, index, value);
    check(connection, code);
  };
};
