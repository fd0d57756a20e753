import { err, ok, type Result } from "@holdfast/evidence";

import type { SqlRow } from "./drivers/driver.ts";
import { foldText, foldVersion, wordBody } from "./fold-text.ts";
import { decodeRest } from "./item-codec.ts";
import { searchTextOf } from "./item-codec.ts";
import { rowToItem } from "./item-store.ts";
import { itemColumns, itemJoins } from "./item-store.ts";
import { asNumber, asText, assertOpen, attempt, breathe, type Session } from "./session.ts";
import type { IndexOptions, VaultError } from "./vault.ts";

/**
 * [Note: search index] Two full-text indexes hold folded texts and nothing else (contentless). They are filled after
 * the items, in batches, each by one INSERT … SELECT: row by row from triggers was twenty times slower. `indexed_to` is
 * the last item that both hold; a linear scan covers what comes after it.
 */
const rowsPerBatch = 20_000;
const textPerBatch = 4_000_000;

const readMeta = (session: Pick<Session, "sql">, key: string): string | undefined => {
  const row = session.sql("SELECT value FROM meta WHERE key = ?").get(key);
  return row === undefined ? undefined : asText(row["value"]);
};

/** Within the caller's transaction. */
export const writeMeta = (session: Pick<Session, "sql">, key: string, value: string): void => {
  session
    .sql(
      "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .run(key, value);
};

export const indexedTo = (session: Session): number => Number(readMeta(session, "indexed_to") ?? 0);

export const indexPending = async (
  session: Session,
  options: IndexOptions = {},
): Promise<Result<void, VaultError>> => {
  const total = attempt(() => countPending(session));
  if (!total.ok) return total;
  let done = 0;
  for (;;) {
    assertOpen(session);
    if (options.signal?.aborted === true) return err({ code: "cancelled" });
    const batch = attempt(() =>
      session.db.transaction(() => indexBatch(session, options.rowsAtOnce ?? rowsPerBatch)),
    );
    if (!batch.ok) return batch;
    if (batch.value === 0) return ok(undefined);
    done += batch.value;
    options.onProgress?.({ step: "indexing", done, total: total.value, unit: "messages" });
    await breathe(session);
  }
};

const countPending = (session: Session): number =>
  asNumber(
    session.sql("SELECT count(*) AS n FROM items WHERE id > ?").get(indexedTo(session))?.["n"],
  );

/** An add in flight is indexed when it has become an exhibit; everything after its first item waits with it. */
const firstStaged = (session: Session): number => {
  const row = session
    .sql(
      "SELECT min(items.id) AS id FROM sources CROSS JOIN items ON items.source = sources.id WHERE sources.state = 0",
    )
    .get();
  return row === undefined || row["id"] === null ? Number.MAX_SAFE_INTEGER : asNumber(row["id"]);
};

/** Within the caller's transaction; gives how many items it took in. */
const indexBatch = (session: Session, rowsAtOnce: number): number => {
  const { sql, db } = session;
  const from = indexedTo(session);
  const before = firstStaged(session);
  db.exec("CREATE TABLE IF NOT EXISTS temp.folded (id INTEGER PRIMARY KEY, body TEXT, words TEXT)");
  const insert = sql("INSERT INTO temp.folded (id, body, words) VALUES (?, ?, ?)");
  let last = from;
  let count = 0;
  let length = 0;
  while (count < rowsAtOnce && length < textPerBatch) {
    const rows = searchRows(session, last, before, 2_000);
    for (const row of rows) {
      last = row.id;
      count += 1;
      const folded = foldText(row.text);
      length += folded.length;
      const words = wordBody(folded);
      insert.run(row.id, folded, words === folded ? null : words);
    }
    if (rows.length < 2_000) break;
  }
  if (count > 0) {
    db.exec(
      `INSERT INTO search_words (rowid, body) SELECT id, coalesce(words, body) FROM temp.folded ORDER BY id;
       INSERT INTO search_parts (rowid, body) SELECT id, body FROM temp.folded ORDER BY id;
       DELETE FROM temp.folded;`,
    );
    writeMeta(session, "indexed_to", String(last));
  }
  return count;
};

export interface SearchRow {
  readonly id: number;
  readonly text: string;
}

const searchRows = (
  session: Session,
  after: number,
  before: number,
  limit: number,
): readonly SearchRow[] =>
  session
    .sql(
      `SELECT ${itemColumns} FROM items ${itemJoins} WHERE items.id > ? AND items.id < ? ORDER BY items.id LIMIT ?`,
    )
    .all(after, before, limit)
    .map(toSearchRow);

/** Most messages are their text alone: those need no decoding. */
export const toSearchRow = (row: SqlRow): SearchRow => {
  const id = asNumber(row["id"]);
  if (row["kind"] === 0 && isPlain(row["rest"])) {
    return { id, text: row["text"] === null ? "" : asText(row["text"]) };
  }
  return { id, text: searchTextOf(rowToItem(row).item) };
};

const isPlain = (rest: SqlRow[string] | undefined): boolean => {
  if (rest === null || rest === undefined) return true;
  const decoded = decodeRest(asText(rest));
  return (
    decoded !== undefined && decoded.subject === undefined && decoded.attachments === undefined
  );
};

/** An index made by other folding rules finds the wrong things: it is emptied and filled anew by `indexPending`. */
export const forgetOutdatedIndex = (session: Pick<Session, "sql" | "db">): void => {
  if (readMeta(session, "fold_version") === String(foldVersion)) return;
  session.db.transaction(() => {
    session.db.exec(
      "INSERT INTO search_words (search_words) VALUES ('delete-all'); INSERT INTO search_parts (search_parts) VALUES ('delete-all');",
    );
    writeMeta(session, "indexed_to", "0");
    writeMeta(session, "fold_version", String(foldVersion));
  });
};
