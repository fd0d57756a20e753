import { civilToWallTime, type EventTime, isCalendarDate, utcMsOf } from "@holdfast/evidence";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const datePattern =
  /^(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([+-]\d{4}|[A-Za-z]{1,5})?/;

/** Names that RFC 5322 §4.3 defines; any other name says nothing certain about the offset. */
const zoneMinutes: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/**
 * The time of a Date or Received header; `undefined` when it cannot be read or no calendar has it.
 *
 * With an offset it is an instant. "-0000" is an instant whose local time is not known. Without a zone, or with a
 * zone's name that several zones share, it is a wall time: nothing is guessed.
 * Source: RFC 5322 §3.3, §4.3 (obsolete zones, years of two digits).
 */
export const parseMailDate = (text: string): EventTime | undefined => {
  const clean = text.length > 200 ? text.slice(0, 200) : text;
  const match = datePattern.exec(
    clean.includes("(") ? clean.replace(/\([^)]*\)/g, " ").trim() : clean.trim(),
  );
  if (match === null) return undefined;
  const month = months.indexOf((match[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  const day = Number(match[1]);
  const year = fullYear(match[3] ?? "");
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const hasSeconds = match[6] !== undefined;
  // A leap second is shown as the second before it: calendars of most programs have no 60.
  const second = Math.min(59, Number(match[6] ?? 0));
  if (!isCalendarDate(year, month, day) || hour > 23 || minute > 59 || Number(match[6] ?? 0) > 60) {
    return undefined;
  }
  if (year < 1970 || year > 2100) return undefined;
  const precision = hasSeconds ? "second" : "minute";
  const zone = match[7];
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (offset === undefined) {
    const local = civilToWallTime({ year, month, day, hour, minute, second });
    return { kind: "wall", local, precision, basis: "message-header" };
  }
  const at = utcMsOf(year, month, day, hour, minute, second) - offset * 60_000;
  const known = zone !== "-0000";
  return {
    kind: "instant",
    at,
    precision,
    basis: "message-header",
    ...(known ? { offsetMinutes: offset } : {}),
  };
};

/** RFC 5322 §4.3: 00–49 are 20xx, 50–99 are 19xx. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2_000 + year : 1_900 + year;
};

const offsetOf = (zone: string): number | undefined => {
  const numeric = /^([+-])(\d\d)(\d\d)$/.exec(zone);
  if (numeric === null) return zoneMinutes[zone.toLowerCase()];
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  if (minutes > 14 * 60 || Number(numeric[3]) > 59) return undefined;
  // Not `-minutes` when it is nought: minus zero is another number in canonical JSON's eyes.
  return numeric[1] === "-" && minutes > 0 ? -minutes : minutes;
};

const dayMs = 86_400_000;

/**
 * The time a mail is shown with: its Date header, unless that is later than its arrival by more than a day. A date
 * in the future keeps a mail on top of every list; the receiving server's own clock is worth more then.
 */
export const chooseMailTime = (
  dates: readonly string[],
  topmostReceived: string | undefined,
): { readonly time: EventTime; readonly unreadable: string | undefined } => {
  const written = dates[0];
  const sent = written === undefined ? undefined : parseMailDate(written);
  const semicolon = topmostReceived?.lastIndexOf(";") ?? -1;
  const received =
    semicolon < 0 ? undefined : parseMailDate((topmostReceived ?? "").slice(semicolon + 1));
  const fallback = received ?? { kind: "unknown" as const };
  if (sent === undefined) return { time: fallback, unreadable: written };
  if (sent.kind === "instant" && received?.kind === "instant" && sent.at > received.at + dayMs) {
    return { time: received, unreadable: written };
  }
  return { time: sent, unreadable: undefined };
};
