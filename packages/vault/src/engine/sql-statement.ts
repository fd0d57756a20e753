import { assert } from "@holdfast/evidence";

import type { SqlRow, SqlStatement, SqlValue } from "../drivers/driver.ts";
import type { BindValue } from "./bind-values.ts";
import { type Connection, toFailure } from "./connection.ts";
import type { RowReader } from "./read-columns.ts";
import { SQLITE } from "./sqlite-codes.ts";
import type { Pointer } from "./sqlite-exports.ts";

/**
 * One prepared statement. `iterate` holds it until its last row, or until the loop is left; meanwhile the statement
 * cannot be used otherwise.
 */
export const createStatement = (
  connection: Connection,
  tools: { readonly bind: BindValue; readonly rows: RowReader },
  statement: Pointer,
  onFinalize: () => void,
): SqlStatement => {
  const { exports } = connection;
  const parameterCount = exports.sqlite3_bind_parameter_count(statement);
  let names: readonly string[] | undefined;
  let state: "ready" | "iterating" | "finalized" = "ready";

  const bindAll = (values: readonly SqlValue[]): void => {
    assert(state === "ready", `a statement in use or finalized is not run (${state})`);
    assert(values.length === parameterCount, "each parameter has a value, and each value a place");
    let index = 1;
    for (const value of values) {
      tools.bind(statement, index, value);
      index += 1;
    }
  };
  /** Whether there is a row. */
  const step = (): boolean => {
    assert(state !== "finalized", "a closed database is not read on");
    const code = exports.sqlite3_step(statement);
    if (code === SQLITE.ROW) return true;
    if (code === SQLITE.DONE) return false;
    throw toFailure(connection, code);
  };
  // Its code repeats that of the step before. Bound values are dropped: they may be large, and they are somebody's words.
  const reset = (): void => {
    exports.sqlite3_reset(statement);
    if (parameterCount > 0) exports.sqlite3_clear_bindings(statement);
  };
  const row = (): SqlRow => {
    names ??= tools.rows.columnNames(statement);
    return tools.rows.readRow(statement, names);
  };

  function* iterate(values: readonly SqlValue[]): Generator<SqlRow, void, undefined> {
    bindAll(values);
    state = "iterating";
    try {
      while (step()) yield row();
    } finally {
      // Closing the database finalizes a statement that somebody still iterates over.
      if (isIterating()) {
        reset();
        state = "ready";
      }
    }
  }
  const isIterating = (): boolean => state === "iterating";

  const execute = <T>(values: readonly SqlValue[], take: () => T): T => {
    bindAll(values);
    try {
      return take();
    } finally {
      reset();
    }
  };

  return {
    run: (...values) =>
      execute(values, () => {
        while (step());
      }),
    get: (...values) => execute(values, () => (step() ? row() : undefined)),
    all: (...values) =>
      execute(values, () => {
        const rows: SqlRow[] = [];
        while (step()) rows.push(row());
        return rows;
      }),
    iterate: (...values) => iterate(values),
    finalize: () => {
      if (state === "finalized") return;
      state = "finalized";
      // As with reset, the code repeats the last step's.
      exports.sqlite3_finalize(statement);
      onFinalize();
    },
  };
};
