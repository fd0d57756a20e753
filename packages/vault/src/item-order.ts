import {
  civilOfUtcMs,
  civilToWallTime,
  type EventTime,
  timeBounds,
  type ZoneOffsets,
} from "@holdfast/evidence";

import { wallCodes } from "./item-codec.ts";
import { asNumber, type Session } from "./session.ts";

/** Comes after every time that there is. */
export const unknownOrderMs = Number.MAX_SAFE_INTEGER;

export interface ItemOrder {
  readonly orderMs: number;
  readonly widthMs: number | null;
}

/** Where an item stands on the timeline: at its earliest possible instant. */
export const orderOf = (
  deps: { readonly zones: ZoneOffsets },
  time: EventTime,
  zone: string | undefined,
): ItemOrder => {
  const bounds = timeBounds(deps, time, zone);
  if (bounds === undefined) return { orderMs: unknownOrderMs, widthMs: null };
  return { orderMs: bounds.earliest, widthMs: bounds.latest - bounds.earliest };
};

/** No zone's clocks ever changed within a quarter of an hour of wall time but at its edge. */
const bucketMs = 900_000;

/** Puts every wall time without a zone of its own where the case's zone has it. Within the caller's transaction. */
export const reorderWallTimes = (session: Session, zone: string | undefined): void => {
  const { sql, deps } = session;
  session.db.exec(
    "CREATE TABLE IF NOT EXISTS temp.wall_offsets (bucket INTEGER PRIMARY KEY, early INTEGER NOT NULL, spread INTEGER NOT NULL)",
  );
  session.db.exec("DELETE FROM temp.wall_offsets");
  const insert = sql("INSERT INTO temp.wall_offsets VALUES (?, ?, ?)");
  const buckets = sql(
    `SELECT DISTINCT wall_ms / ${bucketMs} - (wall_ms % ${bucketMs} < 0) AS bucket FROM items
     WHERE time_code BETWEEN ${wallCodes.least} AND ${wallCodes.most}`,
  ).all();
  for (const row of buckets) {
    const bucket = asNumber(row["bucket"]);
    const { early, spread } = offsetsOfBucket(deps, bucket * bucketMs, zone);
    insert.run(bucket, early, spread);
  }
  session.db.exec(
    `UPDATE items SET order_ms = wall_ms - wall_offsets.early,
       width_ms = wall_offsets.spread
         + CASE time_code / 10 % 10 WHEN 0 THEN 0 WHEN 1 THEN 999 WHEN 2 THEN 59999 ELSE 86399999 END
     FROM temp.wall_offsets
     WHERE time_code BETWEEN ${wallCodes.least} AND ${wallCodes.most}
       AND wall_offsets.bucket = wall_ms / ${bucketMs} - (wall_ms % ${bucketMs} < 0)
       AND (rest IS NULL OR (json_extract(rest, '$.zone') IS NULL AND json_extract(rest, '$.time') IS NULL))`,
  );
  session.db.exec("DELETE FROM temp.wall_offsets");
  session.db.exec(
    `UPDATE item_recipients SET order_ms = (SELECT order_ms FROM items WHERE items.id = item)
     WHERE item IN (SELECT id FROM items WHERE time_code BETWEEN ${wallCodes.least} AND ${wallCodes.most})`,
  );
};

/** `early`: what is taken off the wall time to get the earliest instant; `spread`: how far the zone leaves it open. */
const offsetsOfBucket = (
  deps: { readonly zones: ZoneOffsets },
  wallMs: number,
  zone: string | undefined,
): { readonly early: number; readonly spread: number } => {
  const instant = { basis: "export-text", precision: "millisecond", kind: "wall" } as const;
  const { orderMs, widthMs } = orderOf(
    deps,
    { ...instant, local: civilToWallTime(civilOfUtcMs(wallMs)) },
    zone,
  );
  return { early: wallMs - orderMs, spread: widthMs ?? 0 };
};
