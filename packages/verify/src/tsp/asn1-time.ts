import { isCalendarDate, utcMsOf } from "@holdfast/evidence";

import { type DerNode, tags } from "./der.ts";

const utcTimePattern = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const generalizedTimePattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z$/;

/**
 * Milliseconds since 1970 UTC of a UTCTime or GeneralizedTime; `undefined` when it is not one of the two in UTC.
 * Source: RFC 5280 §4.1.2.5 (two-digit years from 50 on are 19xx), RFC 3161 §2.4.2 (fractions of a second are allowed).
 */
export const timeOf = (node: DerNode | undefined): number | undefined => {
  if (node === undefined) return undefined;
  const text = new TextDecoder("latin1").decode(node.contents);
  if (node.tag === tags.utcTime) {
    const m = utcTimePattern.exec(text);
    if (m === null) return undefined;
    const year = Number(m[1]);
    return instant(year >= 50 ? 1900 + year : 2000 + year, m.slice(2), undefined);
  }
  if (node.tag !== tags.generalizedTime) return undefined;
  const m = generalizedTimePattern.exec(text);
  return m === null ? undefined : instant(Number(m[1]), m.slice(2, 7), m[7]);
};

const instant = (
  year: number,
  parts: readonly (string | undefined)[],
  fraction: string | undefined,
): number | undefined => {
  const [month = 0, day = 0, hour = 99, minute = 99, second = 99] = parts.map(Number);
  if (!isCalendarDate(year, month, day) || hour > 23 || minute > 59 || second > 60) {
    return undefined;
  }
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000);
  return utcMsOf(year, month, day, hour, minute, second) + milliseconds;
};
