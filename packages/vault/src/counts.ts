import { dayPrecisionCode } from "./item-codec.ts";
import { itemFilter } from "./item-filter.ts";
import { unknownOrderMs } from "./item-order.ts";
import { asNumber, asText, assertOpen, type Session } from "./session.ts";
import type { CountQuery, HandleCount, SlotCount } from "./vault.ts";

/** Offsets of zones are whole quarters of an hour: a slot lies in one day, whatever the zone. */
const slotMs = 900_000;

/**
 * How many items stand in each quarter of an hour, by sender. One pass over the items; at most as many rows as there are
 * quarters with somebody in them, so a million messages of three years are some ten thousand rows.
 */
export const countBySlot = (session: Session, query: CountQuery): readonly SlotCount[] => {
  assertOpen(session);
  const clock = "coalesce(items.wall_ms, items.order_ms)";
  const rows = session
    .sql(
      `SELECT (${clock} - ((${clock} % ${slotMs}) + ${slotMs}) % ${slotMs}) AS slot,
         items.wall_ms IS NOT NULL AS is_wall,
         items.time_code / 10 % 10 = ${dayPrecisionCode} AS is_day, items.order_ms = ${unknownOrderMs} AS is_unknown,
         handles.value AS sender, count(*) AS n, min(items.order_ms) AS first
       FROM items CROSS JOIN sources ON sources.id = items.source
       LEFT JOIN handles ON handles.id = items.sender
       WHERE sources.visible = 1 ${itemFilter(session, query)}
       GROUP BY slot, is_wall, is_day, is_unknown, items.sender`,
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

const mostHandles = 1_000;

/** Everybody who sends or receives, most items first. */
export const countHandles = (session: Session): readonly HandleCount[] => {
  assertOpen(session);
  return session
    .sql(
      `SELECT handles.scheme AS scheme, handles.value AS value, sum(n) AS items FROM (
         SELECT items.sender AS handle, count(*) AS n FROM items
         CROSS JOIN sources ON sources.id = items.source
         WHERE sources.visible = 1 AND items.sender IS NOT NULL GROUP BY items.sender
         UNION ALL
         SELECT item_recipients.handle AS handle, count(*) AS n FROM item_recipients
         CROSS JOIN items ON items.id = item_recipients.item
         CROSS JOIN sources ON sources.id = items.source
         WHERE sources.visible = 1 GROUP BY item_recipients.handle
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
