import { kindToCode } from "./item-codec.ts";
import { dayFilter, formatFilter, handleIds } from "./item-filter.ts";
import { unknownOrderMs } from "./item-order.ts";
import { asNumber, type Session } from "./session.ts";
import type { CountQuery, DaySpan } from "./vault.ts";

/** So many are read one by one in less than it takes to walk through a common word's million hits for the few among them. */
const few = 5_000;

/**
 * [Note: a search among few] A full-text index gives its hits in the order of the items. Where what is chosen is a small part
 * of the case (two days, the calls, one person), nearly all hits of a common word are passed by. Then the chosen items are
 * looked through instead: their ids, if one of the choices leaves only a few. What else was chosen must still be asked of each.
 */
export const fewChosen = (
  session: Session,
  query: CountQuery & DaySpan,
): readonly number[] | undefined => {
  for (const statement of choicesOf(session, query)) {
    const rows = session.sql(`${statement} LIMIT ${few + 1}`).all();
    if (rows.length <= few) {
      return [...new Set(rows.map((row) => asNumber(row["id"])))].sort((a, b) => b - a);
    }
  }
  return undefined;
};

/** Each by an index of its own, so that asking costs no more than the few rows it gives. */
const choicesOf = (
  session: Session,
  { kinds, handles, formats, firstDay, lastDay }: CountQuery & DaySpan,
): readonly string[] => {
  const all: string[] = [];
  if (kinds?.includes("message") === false) {
    const codes = kinds.map(kindToCode).join(", ") || "-1";
    all.push(`SELECT id FROM items WHERE kind IN (${codes}) AND kind <> 0`);
  }
  if (firstDay !== undefined || lastDay !== undefined) {
    all.push(
      `SELECT id FROM items WHERE ${dayFilter(session, { firstDay, lastDay })}
       UNION ALL SELECT id FROM items WHERE order_ms = ${unknownOrderMs}`,
    );
  }
  if (handles !== undefined) {
    const list = handleIds(session, handles).join(", ") || "-1";
    all.push(
      `SELECT id FROM items WHERE sender IN (${list})
       UNION ALL SELECT item AS id FROM item_recipients WHERE handle IN (${list})`,
    );
  }
  if (formats !== undefined) {
    all.push(`SELECT id FROM items WHERE ${formatFilter(session, formats).slice(1)}`);
  }
  return all;
};
