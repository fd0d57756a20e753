import type { ItemKind } from "@holdfast/evidence";

import { exhibitsOfSource } from "./exhibit-store.ts";
import { kindToCode } from "./item-codec.ts";
import { dayFilter, formatFilter, handleIds } from "./item-filter.ts";
import { unknownOrderMs } from "./item-order.ts";
import { itemColumns, itemJoins, type ItemRow, rowToItem } from "./item-store.ts";
import { asNumber, type Session } from "./session.ts";
import type {
  StoredItem,
  TimelineCursor,
  TimelineEntry,
  TimelinePage,
  TimelineQuery,
} from "./vault.ts";

const defaultLimit = 100;
const maximumLimit = 1_000;
/** Neighbours that are looked at on each side of a page to tell whether an order is certain. */
const neighbours = 32;
/** Rows with a wider range have an index of their own (schema v1, items_wide). */
const usualWidthMs = 100_800_000;

/**
 * [Note: timeline pages]
 * A page is a merge of a few streams, each walking one index from the cursor: by time alone, or one for each handle
 * asked for (as sender, as recipient), or one for each kind but messages, and one for the rare items whose time is
 * known only within days. Each stream gives at most a page, so a page costs the same at the millionth row as at the
 * first, whatever is asked for.
 */
interface Stream {
  readonly table: string;
  readonly key: string;
  readonly id: string;
  readonly where: string;
  /** Bounds of `key`, both included. */
  readonly notBefore: number;
  readonly notAfter: number;
}

interface Position {
  readonly orderMs: number;
  readonly rowId: number;
}

export const readTimeline = (session: Session, query: TimelineQuery): TimelinePage => {
  const limit = Math.max(1, Math.min(query.limit ?? defaultLimit, maximumLimit));
  const streams = streamsOf(session, query);
  const after = query.after ?? { orderMs: Number.MIN_SAFE_INTEGER, rowId: 0 };
  const positions = mergePositions(session, streams, after, limit + neighbours, "after");
  const before =
    query.after === undefined
      ? []
      : mergePositions(session, streams, after, neighbours, "before").reverse();
  const rows = [...before, ...positions].map((position) => readItem(session, position.rowId));
  const shown = rows.slice(before.length, before.length + limit);
  const certain = certainties(rows);
  const entries = shown.map((row, index) =>
    toEntry(session, row, certain[before.length + index] ?? true),
  );
  const last = shown.at(-1);
  const next: TimelineCursor | undefined =
    last !== undefined && positions.length > limit
      ? { orderMs: last.orderMs, rowId: last.rowId }
      : undefined;
  return { entries, ...(next === undefined ? {} : { next }) };
};

const streamsOf = (session: Session, query: TimelineQuery): readonly Stream[] => {
  const filters: string[] = ["sources.visible = 1"];
  if (query.kinds !== undefined) {
    // The plus keeps the planner on the index of time, which a page needs to stay in order.
    filters.push(`+items.kind IN (${query.kinds.map(kindToCode).join(", ") || "-1"})`);
  }
  if (query.formats !== undefined) filters.push(formatFilter(session, query.formats));
  const filter = filters.join(" AND ");
  const ranges = rangesOf(query);
  if (query.handles !== undefined) {
    return handleIds(session, query.handles).flatMap((id) =>
      ranges.flatMap((range) => [
        { ...range, where: `${range.sender} = ${id} AND ${range.where} AND ${filter}` },
        {
          ...range,
          table: range.recipients,
          where: `item_recipients.handle = ${id} AND ${range.where} AND ${filter}`,
          ...(range.wide ? {} : { key: "item_recipients.order_ms", id: "item_recipients.item" }),
        },
      ]),
    );
  }
  if (query.kinds !== undefined && !query.kinds.includes("message")) {
    return query.kinds.flatMap((kind: ItemKind) =>
      ranges.map((range) => ({
        ...range,
        where: `${range.wide ? "+" : ""}items.kind = ${kindToCode(kind)} AND items.kind <> 0 AND ${range.where} AND ${filter}`,
      })),
    );
  }
  return ranges.map((range) => ({ ...range, where: `${range.where} AND ${filter}` }));
};

interface Range extends Stream {
  readonly wide: boolean;
  readonly sender: string;
  readonly recipients: string;
}

/**
 * What overlaps the time asked for: the rows near it; the wide ones from long before; and those of no known time, which
 * may have happened then too, come last and are never filtered away.
 */
const rangesOf = (query: TimelineQuery): readonly Range[] => {
  const usual = {
    table: "items",
    key: "items.order_ms",
    id: "items.id",
    wide: false,
    sender: "items.sender",
    recipients: "item_recipients CROSS JOIN items ON items.id = item_recipients.item",
    notBefore: Number.MIN_SAFE_INTEGER,
    notAfter: unknownOrderMs,
    where: "1",
  };
  const to = query.to === undefined ? undefined : Math.trunc(query.to);
  const from = query.from === undefined ? undefined : Math.trunc(query.from);
  if (to === undefined && from === undefined) return [usual];
  const overlaps = from === undefined ? "1" : `items.order_ms + items.width_ms >= ${from}`;
  const near = from === undefined ? Number.MIN_SAFE_INTEGER : from - usualWidthMs;
  const latest = to ?? unknownOrderMs - 1;
  const known = { ...usual, notBefore: near, notAfter: latest, where: overlaps };
  const unknown = { ...usual, notBefore: unknownOrderMs };
  if (from === undefined) return [known, unknown];
  const wide = {
    ...usual,
    wide: true,
    // Few rows are in this index: whose they are is looked at one by one.
    table: "items INDEXED BY items_wide",
    sender: "+items.sender",
    recipients:
      "items INDEXED BY items_wide CROSS JOIN item_recipients ON item_recipients.item = items.id",
    notAfter: Math.min(near - 1, latest),
    where: `items.width_ms > ${usualWidthMs} AND ${overlaps}`,
  };
  return [known, wide, unknown];
};

const mergePositions = (
  session: Session,
  streams: readonly Stream[],
  cursor: Position,
  limit: number,
  side: "after" | "before",
): Position[] => {
  const compare = side === "after" ? ">" : "<=";
  const direction = side === "after" ? "ASC" : "DESC";
  const found = new Map<number, Position>();
  for (const { table, key, id, where, notBefore, notAfter } of streams) {
    // Without this the planner enters the index at the range's end and walks all the way to the cursor.
    const first = side === "after" ? Math.max(notBefore, cursor.orderMs) : notBefore;
    const last = side === "before" ? Math.min(notAfter, cursor.orderMs) : notAfter;
    const rows = session
      .sql(
        `SELECT ${key} AS order_ms, ${id} AS id FROM ${table} CROSS JOIN sources ON sources.id = items.source
         WHERE (${key}, ${id}) ${compare} (?, ?) AND ${key} BETWEEN ? AND ? AND ${where}
         ORDER BY ${key} ${direction}, ${id} ${direction} LIMIT ?`,
      )
      .all(cursor.orderMs, cursor.rowId, first, last, limit);
    for (const row of rows) {
      const position = { orderMs: asNumber(row["order_ms"]), rowId: asNumber(row["id"]) };
      found.set(position.rowId, position);
    }
  }
  const sign = side === "after" ? 1 : -1;
  return [...found.values()]
    .sort((a, b) => sign * (a.orderMs - b.orderMs || a.rowId - b.rowId))
    .slice(0, limit);
};

const readItem = (session: Session, rowId: number): ItemRow => {
  const row = session
    .sql(`SELECT ${itemColumns} FROM items ${itemJoins} WHERE items.id = ?`)
    .get(rowId);
  if (row === undefined) throw new Error("a row that an index names is there");
  return rowToItem(row);
};

/**
 * An order is certain when no item of another source can have happened in the same stretch of time. Within one source
 * the source's own order stands. Items without any time have no certain order.
 */
const certainties = (rows: readonly ItemRow[]): readonly boolean[] =>
  rows.map((row, index) => {
    if (row.widthMs === undefined) return false;
    const latest = row.orderMs + row.widthMs;
    const overlaps = (other: ItemRow): boolean =>
      other.source !== row.source
      && other.widthMs !== undefined
      && other.orderMs <= latest
      && other.orderMs + other.widthMs >= row.orderMs;
    return !rows.slice(Math.max(0, index - neighbours), index + neighbours + 1).some(overlaps);
  });

const toEntry = (session: Session, row: ItemRow, orderCertain: boolean): TimelineEntry => ({
  ...toStored(session, row),
  ...(row.widthMs === undefined
    ? {}
    : { earliestMs: row.orderMs, latestMs: row.orderMs + row.widthMs }),
  orderCertain,
});

export const toStored = (session: Session, row: ItemRow): StoredItem => ({
  rowId: row.rowId,
  exhibits: exhibitsOfSource(session, row.source),
  item: row.item,
});

/** See `Vault.countOnDayBefore`. */
export const countOnDayBefore = (
  session: Session,
  rowId: number,
  day: string | undefined,
): number => {
  const row = session.sql("SELECT order_ms FROM items WHERE id = ?").get(rowId);
  if (row === undefined) return 0;
  const orderMs = asNumber(row["order_ms"]);
  const ofDay =
    day === undefined
      ? `items.order_ms = ${unknownOrderMs}`
      : dayFilter(session, { firstDay: day, lastDay: day });
  return asNumber(
    session
      .sql(
        `SELECT count(*) AS n FROM items CROSS JOIN sources ON sources.id = items.source
         WHERE ${ofDay} AND (items.order_ms, items.id) < (?, ?) AND sources.visible = 1`,
      )
      .get(orderMs, rowId)?.["n"],
  );
};

export const readItemsOfSource = (
  session: Session,
  source: number,
  afterRowId: number,
  limit: number,
): readonly ItemRow[] =>
  session
    .sql(
      `SELECT ${itemColumns} FROM items ${itemJoins} WHERE items.source = ? AND items.id > ? ORDER BY items.id LIMIT ?`,
    )
    .all(source, afterRowId, limit)
    .map(rowToItem);
