import { type Handle, handleSchema, type Item, type Note } from "@holdfast/evidence";

import type { SqlRow } from "./drivers/driver.ts";
import { SqlFailure } from "./drivers/driver.ts";
import { decodeItem, encodeItem } from "./item-codec.ts";
import { orderOf } from "./item-order.ts";
import { asNumber, asText, type Session } from "./session.ts";

export interface ItemWriter {
  readonly insertItem: (source: number, item: Item) => void;
  readonly insertNote: (source: number, note: Note) => void;
}

/** Bounds the memory that a hostile file with a new sender in every message can take. */
const maximumCachedNames = 20_000;

/** Within the caller's transaction. */
export const createItemWriter = (session: Session): ItemWriter => {
  const { sql, live, deps } = session;
  const insert = sql(
    `INSERT INTO items (id, source, kind, order_ms, width_ms, wall_ms, time_code, span_offset, span_length,
       sender, thread, text, rest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertNote = sql("INSERT INTO notes (source, note) VALUES (?, ?)");
  const insertRecipient = sql(
    "INSERT OR IGNORE INTO item_recipients (handle, order_ms, item) VALUES (?, ?, ?)",
  );
  const handleIds = createNameCache(
    (value, scheme) =>
      sql("SELECT id FROM handles WHERE value = ? AND scheme = ?").get(value, scheme),
    (value, scheme) =>
      sql("INSERT INTO handles (value, scheme) VALUES (?, ?) RETURNING id").get(value, scheme),
  );
  const threadIds = createNameCache(
    (name) => sql("SELECT id FROM threads WHERE name = ?").get(name),
    (name) => sql("INSERT INTO threads (name) VALUES (?) RETURNING id").get(name),
  );
  const idOfHandle = (handle: Handle): number => handleIds(handle.value, handle.scheme);
  return {
    insertItem: (source, item) => {
      const id = live.nextItemId;
      live.nextItemId += 1;
      const row = encodeItem(item);
      const { orderMs, widthMs } = orderOf(deps, item.time, live.case.facts.zone);
      insert.run(
        id,
        source,
        row.kind,
        orderMs,
        widthMs,
        row.wallMs,
        row.timeCode,
        item.span.offset,
        item.span.length,
        item.from === undefined ? null : idOfHandle(item.from),
        item.thread === undefined ? null : threadIds(item.thread, ""),
        row.text,
        row.rest,
      );
      for (const handle of item.to ?? []) insertRecipient.run(idOfHandle(handle), orderMs, id);
    },
    insertNote: (source, note) => {
      insertNote.run(source, JSON.stringify(note));
    },
  };
};

type NameToId = (name: string, scheme: string) => number;

const createNameCache = (
  find: (name: string, scheme: string) => SqlRow | undefined,
  add: (name: string, scheme: string) => SqlRow | undefined,
): NameToId => {
  const known = new Map<string, number>();
  return (name, scheme) => {
    const key = `${scheme}\n${name}`;
    const id = known.get(key);
    if (id !== undefined) return id;
    if (known.size >= maximumCachedNames) known.clear();
    const stored = asNumber((find(name, scheme) ?? add(name, scheme))?.["id"]);
    known.set(key, stored);
    return stored;
  };
};

/** The columns that `rowToItem` needs, with their joins. */
export const itemColumns = `items.id, items.source, items.kind, items.order_ms, items.width_ms, items.wall_ms,
  items.time_code, items.span_offset, items.span_length, items.text, items.rest,
  handles.scheme AS sender_scheme, handles.value AS sender_value, threads.name AS thread_name`;
export const itemJoins = `LEFT JOIN handles ON handles.id = items.sender LEFT JOIN threads ON threads.id = items.thread`;

export interface ItemRow {
  readonly rowId: number;
  readonly source: number;
  readonly orderMs: number;
  readonly widthMs: number | undefined;
  readonly item: Item;
}

export const rowToItem = (row: SqlRow): ItemRow => {
  const orderMs = asNumber(row["order_ms"]);
  const item = decodeItem({
    kind: asNumber(row["kind"]),
    orderMs,
    wallMs: row["wall_ms"] === null ? null : asNumber(row["wall_ms"]),
    timeCode: asNumber(row["time_code"]),
    spanOffset: asNumber(row["span_offset"]),
    spanLength: asNumber(row["span_length"]),
    from: readHandle(row),
    thread: row["thread_name"] === null ? undefined : asText(row["thread_name"]),
    text: row["text"] === null ? null : asText(row["text"]),
    rest: row["rest"] === null ? null : asText(row["rest"]),
  });
  if (item === undefined) throw new SqlFailure("database_damaged", "an item's row cannot be read");
  return {
    rowId: asNumber(row["id"]),
    source: asNumber(row["source"]),
    orderMs,
    widthMs: row["width_ms"] === null ? undefined : asNumber(row["width_ms"]),
    item,
  };
};

const readHandle = (row: SqlRow): Handle | undefined => {
  if (row["sender_value"] === null) return undefined;
  const handle = handleSchema.safeParse({
    scheme: row["sender_scheme"],
    value: row["sender_value"],
  });
  if (!handle.success) throw new SqlFailure("database_damaged", "a handle's row cannot be read");
  return handle.data;
};

/** Removes a source's items, notes and index rows, in the caller's transaction. */
export const deleteItemsOf = (session: Session, source: number): void => {
  const { sql } = session;
  sql(
    "DELETE FROM search_words WHERE rowid IN (SELECT id FROM items WHERE source = ?1 AND id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'indexed_to'))",
  ).run(source);
  sql(
    "DELETE FROM search_parts WHERE rowid IN (SELECT id FROM items WHERE source = ?1 AND id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'indexed_to'))",
  ).run(source);
  sql("DELETE FROM item_recipients WHERE item IN (SELECT id FROM items WHERE source = ?)").run(
    source,
  );
  sql("DELETE FROM items WHERE source = ?").run(source);
  sql("DELETE FROM notes WHERE source = ?").run(source);
};

/** Handles and conversation names that no item has any more. */
export const deleteUnusedNames = (session: Session): void => {
  session.db.exec(
    `DELETE FROM handles WHERE id NOT IN (SELECT sender FROM items WHERE sender IS NOT NULL)
       AND id NOT IN (SELECT handle FROM item_recipients);
     DELETE FROM threads WHERE id NOT IN (SELECT thread FROM items WHERE thread IS NOT NULL);`,
  );
};
