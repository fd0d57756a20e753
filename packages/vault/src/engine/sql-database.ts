import { assert } from "@holdfast/evidence";

import type { SqlDatabase, SqlStatement } from "../drivers/driver.ts";
import { createBinder } from "./bind-values.ts";
import { check, type Connection } from "./connection.ts";
import { createRowReader } from "./read-columns.ts";
import { createStatement } from "./sql-statement.ts";
import { SQLITE } from "./sqlite-codes.ts";

/** `onClosed` gives back the files and forgets the engine's memory; it is called once. */
export const createSqlDatabase = (connection: Connection, onClosed: () => void): SqlDatabase => {
  const { exports, heap, database } = connection;
  const tools = { bind: createBinder(connection), rows: createRowReader(connection) };
  const statements = new Set<SqlStatement>();
  let isOpen = true;
  let inTransaction = false;
  const assertOpen = (): void => assert(isOpen, "a closed database is not used");

  const exec = (sql: string): void => {
    assertOpen();
    const text = heap.newText(sql);
    try {
      check(connection, exports.sqlite3_exec(database, text, 0, 0, 0));
    } finally {
      heap.free(text);
    }
  };

  return {
    exec,
    prepare: (sql) => {
      assertOpen();
      const statement: SqlStatement = createStatement(
        connection,
        tools,
        prepareOne(connection, sql),
        () => statements.delete(statement),
      );
      statements.add(statement);
      return statement;
    },
    transaction: (body) => {
      assert(!inTransaction, "transactions are not nested");
      exec("BEGIN IMMEDIATE");
      inTransaction = true;
      try {
        const value = body();
        assert(!(value instanceof Promise), "a transaction does not wait for anything");
        exec("COMMIT");
        return value;
      } catch (error) {
        // A full disk or a failed write has rolled it back already.
        if (isOpen && exports.sqlite3_get_autocommit(database) === 0) exec("ROLLBACK");
        throw error;
      } finally {
        inTransaction = false;
      }
    },
    close: () => {
      if (!isOpen) return;
      for (const statement of statements) statement.finalize();
      isOpen = false;
      // Checkpoints what the WAL still holds. Should the device refuse that, nothing is lost: the WAL stays, and the
      // next opening reads it.
      check(connection, exports.sqlite3_close_v2(database));
      onClosed();
    },
  };
};

const prepareOne = (connection: Connection, sql: string): number => {
  const { exports, heap, database } = connection;
  const text = heap.newText(sql);
  const out = heap.allocate(8);
  try {
    check(
      connection,
      exports.sqlite3_prepare_v3(database, text, -1, SQLITE.PREPARE_PERSISTENT, out, out + 4),
    );
    const statement = heap.view().getUint32(out, true);
    assert(statement !== 0, "a statement has a text");
    const tail = heap.readText(heap.view().getUint32(out + 4, true));
    assert(tail.trim() === "", "one statement is prepared at a time");
    return statement;
  } finally {
    heap.free(out);
    heap.free(text);
  }
};
