import type { SqlRow, SqlValue } from "../drivers/driver.ts";
import type { Connection } from "./connection.ts";
import { SQLITE } from "./sqlite-codes.ts";
import type { Pointer } from "./sqlite-exports.ts";

/** Below this a loop is quicker than a call of TextDecoder. */
const shortTextInBytes = 24;

/** Reads the row that a statement stands on. Two columns of one name: the later one stays. */
export const createRowReader = (connection: Connection): RowReader => {
  const { exports, heap } = connection;
  // Without this a text that begins with U+FEFF would lose it.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  const readText = (pointer: Pointer, sizeInBytes: number): string => {
    const bytes = heap.bytes();
    if (sizeInBytes <= shortTextInBytes) {
      let text = "";
      for (let at = pointer; at < pointer + sizeInBytes; at += 1) {
        const byte = bytes[at] ?? 0x80;
        if (byte >= 0x80) return decoder.decode(bytes.subarray(pointer, pointer + sizeInBytes));
        text += String.fromCharCode(byte);
      }
      return text;
    }
    return decoder.decode(bytes.subarray(pointer, pointer + sizeInBytes));
  };
  /** A whole number up to 2^53 as a number, a larger one as a bigint: nothing is rounded. */
  const readInteger = (statement: Pointer, column: number): number | bigint => {
    const value = exports.sqlite3_column_double(statement, column);
    return Number.isSafeInteger(value) ? value : exports.sqlite3_column_int64(statement, column);
  };
  const readValue = (statement: Pointer, column: number): SqlValue => {
    switch (exports.sqlite3_column_type(statement, column)) {
      case SQLITE.TYPE_INTEGER:
        return readInteger(statement, column);
      case SQLITE.TYPE_FLOAT:
        return exports.sqlite3_column_double(statement, column);
      case SQLITE.TYPE_TEXT: {
        // The pointer first: asking for text may convert, and the size is that of the result.
        const pointer = exports.sqlite3_column_text(statement, column);
        return readText(pointer, exports.sqlite3_column_bytes(statement, column));
      }
      case SQLITE.TYPE_BLOB: {
        const pointer = exports.sqlite3_column_blob(statement, column);
        const sizeInBytes = exports.sqlite3_column_bytes(statement, column);
        return heap.bytes().slice(pointer, pointer + sizeInBytes);
      }
      default:
        return null;
    }
  };

  return {
    columnNames: (statement) =>
      Array.from({ length: exports.sqlite3_column_count(statement) }, (_, column) =>
        heap.readText(exports.sqlite3_column_name(statement, column)),
      ),
    readRow: (statement, names) => {
      const row: Record<string, SqlValue> = {};
      let column = 0;
      for (const name of names) {
        row[name] = readValue(statement, column);
        column += 1;
      }
      return row;
    },
  };
};

export interface RowReader {
  readonly columnNames: (statement: Pointer) => readonly string[];
  readonly readRow: (statement: Pointer, names: readonly string[]) => SqlRow;
}
