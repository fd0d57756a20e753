import { civilOfUtcMs, civilToWallTime, timeBounds, wallTimeToUtcMs } from "@holdfast/evidence";

import { kindToCode } from "./item-codec.ts";
import { unknownOrderMs } from "./item-order.ts";
import { asNumber, type Session } from "./session.ts";
import type { CountQuery, DaySpan } from "./vault.ts";

const dayMs = 86_400_000;
/** A wall time without a zone stands up to 14 hours before what its clock showed, and no zone is more than 12 behind. */
const earliestBeforeWallMs = 14 * 3_600_000;
const latestAfterWallMs = 12 * 3_600_000;

/**
 * What of the items is meant, as conditions of a statement over `items`: the same for counting, searching and for the place
 * of a row among a day's. Begins with AND, or is empty.
 */
export const itemFilter = (
  session: Session,
  { kinds, handles, formats, firstDay, lastDay }: CountQuery & DaySpan,
): string => {
  const parts: string[] = [];
  if (kinds !== undefined) {
    parts.push(`items.kind IN (${kinds.map(kindToCode).join(", ") || "-1"})`);
  }
  if (handles !== undefined) {
    const list = handleIds(session, handles).join(", ") || "-1";
    parts.push(
      `(+items.sender IN (${list}) OR EXISTS (SELECT 1 FROM item_recipients
         WHERE item_recipients.item = items.id AND item_recipients.handle IN (${list})))`,
    );
  }
  if (formats !== undefined) parts.push(formatFilter(session, formats));
  if (firstDay !== undefined || lastDay !== undefined) {
    // What has no known time may have happened then too: it is never filtered away.
    parts.push(
      `(${dayFilter(session, { firstDay, lastDay })} OR items.order_ms = ${unknownOrderMs})`,
    );
  }
  return parts.map((part) => `AND ${part}`).join(" ");
};

export const handleIds = (session: Session, values: readonly string[]): readonly number[] =>
  values.flatMap((value) =>
    session
      .sql("SELECT id FROM handles WHERE value = ?")
      .all(value)
      .map((row) => asNumber(row["id"])),
  );

/** Sources of which an exhibit that is not withdrawn was recognised as one of these. */
export const formatFilter = (session: Session, formats: readonly string[]): string => {
  const sources = formats.flatMap((format) =>
    session
      .sql(
        "SELECT DISTINCT source FROM exhibits WHERE withdrawn = 0 AND json_extract(detail, '$.formatId') = ?",
      )
      .all(format)
      .map((row) => asNumber(row["source"])),
  );
  // The plus keeps the planner on the index of time, which a page needs to stay in order.
  return `+items.source IN (${sources.join(", ") || "-1"})`;
};

/**
 * Items that are counted to these days: what a clock on a wall showed by its own day, an instant by the day of the case's
 * zone. Items of no known time are none of them.
 */
export const dayFilter = (
  session: Session,
  { firstDay, lastDay }: { readonly [Day in keyof DaySpan]: DaySpan[Day] | undefined },
): string => {
  const from = firstDay === undefined ? undefined : startOfDay(session, firstDay, 0);
  const to = lastDay === undefined ? undefined : startOfDay(session, lastDay, 1);
  const within = (column: string, of: "wallMs" | "instantMs"): string =>
    [
      ...(from === undefined ? [] : [`${column} >= ${from[of]}`]),
      ...(to === undefined ? [] : [`${column} < ${to[of]}`]),
    ].join(" AND ");
  // The index of time narrows both first.
  const near = [
    ...(from === undefined
      ? []
      : [`items.order_ms >= ${Math.min(from.instantMs, from.wallMs - earliestBeforeWallMs)}`]),
    ...(to === undefined
      ? [`items.order_ms < ${unknownOrderMs}`]
      : [`items.order_ms < ${Math.max(to.instantMs, to.wallMs + latestAfterWallMs)}`]),
  ].join(" AND ");
  return `(${near} AND CASE WHEN items.wall_ms IS NULL THEN ${within("items.order_ms", "instantMs")} ELSE ${within("items.wall_ms", "wallMs")} END)`;
};

/** Where a day begins, on a clock on a wall and, in the case's zone, as an instant. Units: milliseconds. */
const startOfDay = (
  { deps, live }: Session,
  day: string,
  daysLater: number,
): { readonly wallMs: number; readonly instantMs: number } => {
  const wallMs = wallTimeToUtcMs(`${day}T00:00:00`) + daysLater * dayMs;
  const { zone } = live.case.facts;
  if (zone === undefined) return { wallMs, instantMs: wallMs };
  const midnight = timeBounds(
    deps,
    {
      kind: "wall",
      local: civilToWallTime(civilOfUtcMs(wallMs)),
      precision: "millisecond",
      basis: "export-text",
    },
    zone,
  );
  return { wallMs, instantMs: midnight?.earliest ?? wallMs };
};
