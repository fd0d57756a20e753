import { dayPrecisionCode } from "./item-codec.ts";
import { itemFilter } from "./item-filter.ts";
import { unknownOrderMs } from "./item-order.ts";
import { asNumber, asText, assertOpen, type Session } from "./session.ts";
import type { CountQuery, HandleCount, SlotCount } from "./vault.ts";

/** Offsets of zones are whole quarters of an hour: a slot of an instant lies in one hour of one day, whatever the zone. */
const instantSlotMs = 900_000;
/** What a clock on a wall showed is in no zone: its own hour is fine enough, and a quarter of the rows. */
const wallSlotMs = 3_600_000;

/**
 * How many items stand in each quarter of an hour, or hour of a wall clock, by sender. One pass over the items; at most as many
 * rows as there are such slots with somebody in them. Names are looked up for those rows, not for every item.
 */
export const countBySlot = (session: Session, query: CountQuery): readonly SlotCount[] => {
  assertOpen(session);
  const rows = session
    .sql(
      `SELECT slot, is_wall, is_day, is_unknown, handles.value AS sender, n, first FROM (
         SELECT CASE WHEN items.wall_ms IS NULL THEN ${floorTo("items.order_ms", instantSlotMs)}
             ELSE ${floorTo("items.wall_ms", wallSlotMs)} END AS slot,
           items.wall_ms IS NOT NULL AS is_wall,
           items.time_code / 10 % 10 = ${dayPrecisionCode} AS is_day, items.order_ms = ${unknownOrderMs} AS is_unknown,
           items.sender AS sender_id, count(*) AS n, min(items.order_ms) AS first
         FROM items
         WHERE +items.source IN (SELECT id FROM sources WHERE visible = 1) ${itemFilter(session, query)}
         GROUP BY slot, is_wall, is_day, is_unknown, sender_id
       ) LEFT JOIN handles ON handles.id = sender_id`,
    )
    .all();
  return rows.map((row) => ({
    ...(asNumber(row["is_unknown"]) === 1
      ? {}
      : {
          slot: {
            startMs: asNumber(row["slot"]),
            isWall: asNumber(row["is_wall"]) === 1,
            ...(asNumber(row["is_day"]) === 1 ? { isDay: true } : {}),
          },
        }),
    ...(typeof row["sender"] === "string" ? { sender: row["sender"] } : {}),
    items: asNumber(row["n"]),
    firstOrderMs: asNumber(row["first"]),
  }));
};

const floorTo = (column: string, stepMs: number): string =>
  `${column} - ((${column} % ${stepMs}) + ${stepMs}) % ${stepMs}`;

const mostHandles = 1_000;

/** Everybody who sends or receives, most items first. */
export const countHandles = (session: Session): readonly HandleCount[] => {
  assertOpen(session);
  // While everything is visible, an index tells how many each one sent, without a look at the items themselves.
  const hidden = session.sql("SELECT 1 FROM sources WHERE visible = 0 LIMIT 1").get();
  const seen =
    hidden === undefined ? "1" : "items.source IN (SELECT id FROM sources WHERE visible = 1)";
  return session
    .sql(
      `SELECT handles.scheme AS scheme, handles.value AS value, sum(n) AS items FROM (
         SELECT items.sender AS handle, count(*) AS n FROM items
         WHERE ${seen} AND items.sender IS NOT NULL GROUP BY items.sender
         UNION ALL
         SELECT item_recipients.handle AS handle, count(*) AS n FROM item_recipients
         CROSS JOIN items ON items.id = item_recipients.item
         WHERE ${seen} GROUP BY item_recipients.handle
       ) CROSS JOIN handles ON handles.id = handle
       GROUP BY handle ORDER BY items DESC, value LIMIT ${mostHandles}`,
    )
    .all()
    .map((row) => ({
      scheme: asText(row["scheme"]),
      value: asText(row["value"]),
      items: asNumber(row["items"]),
    }));
};
