import { type EventTime, isCalendarDate, type Parsed } from "@holdfast/evidence";

import { type CalendarDate, toCalendarDate } from "./date-order.ts";
import type { HeaderScan } from "./header.ts";
import type { ChatMessage } from "./split-messages.ts";
import type { Survey } from "./survey.ts";

/** After this many in a row that are older than one before them, it was that one which stood in the wrong place. */
const acceptedNewOrder = 20;

const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

/** Turns the numbers of headers into wall times, by what the survey found out about the file. */
export const createChatTime = (survey: Survey) => {
  const { order } = survey.order;
  let cached: { first: number; second: number; third: number; date: CalendarDate; prefix: string } =
    {
      first: -1,
      second: -1,
      third: -1,
      date: { year: 0, month: 0, day: 0, calendar: "unknown" },
      prefix: "",
    };
  let newest = 0;
  let olderInARow = 0;
  let isOlder = false;
  let convertedFrom: ChatMessage | undefined;
  let unreadable: ChatMessage | undefined;

  /** The same day comes many times in a row. */
  const lookUp = (first: number, second: number, third: number, yearDigits: number) => {
    if (cached.first !== first || cached.second !== second || cached.third !== third) {
      const date = toCalendarDate({ first, second, third }, order, yearDigits);
      const year = String(date.year).padStart(4, "0");
      const prefix = `${year}-${two[date.month] ?? ""}-${two[date.day] ?? ""}T`;
      cached = { first, second, third, date, prefix };
    }
    return cached;
  };

  const accepts = (scan: HeaderScan): boolean => {
    if (scan.shape !== survey.shape) return false;
    const { date } = lookUp(scan.first, scan.second, scan.third, scan.yearDigits);
    return date.calendar === "unknown"
      ? date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31
      : isCalendarDate(date.year, date.month, date.day);
  };

  /** The time of the next message; whether it is older than one before it is asked afterwards. */
  const timeOf = (message: ChatMessage): EventTime => {
    const { date, prefix } = lookUp(
      message.first,
      message.second,
      message.third,
      message.yearDigits,
    );
    if (date.calendar === "unknown") {
      unreadable ??= message;
      isOlder = false;
      return { kind: "unknown" };
    }
    if (date.calendar === "buddhist") convertedFrom ??= message;
    const hasSeconds = message.seconds >= 0;
    const seconds = hasSeconds ? Math.min(message.seconds, 59) : 0;
    const hour = message.hour === 24 ? 0 : message.hour;
    const key =
      ((date.year * 12 + date.month) * 31 + date.day) * 86_400
      + hour * 3_600
      + message.minute * 60
      + seconds;
    isOlder = key < newest;
    olderInARow = isOlder ? olderInARow + 1 : 0;
    if (!isOlder || olderInARow > acceptedNewOrder) newest = key;
    return {
      kind: "wall",
      local: `${prefix}${two[hour] ?? ""}:${two[message.minute] ?? ""}:${two[seconds] ?? ""}`,
      precision: hasSeconds ? "second" : "minute",
      basis: "export-text",
    };
  };

  const notes = (): readonly Parsed[] => [
    ...(convertedFrom === undefined
      ? []
      : [toNote("calendar_converted", convertedFrom, "Buddhist")]),
    ...(unreadable === undefined ? [] : [toNote("date_unreadable", unreadable)]),
  ];

  return {
    accepts,
    timeOf,
    isOutOfOrder: () => isOlder,
    notes,
    isAssumed: survey.order.basis === "assumed",
  };
};

const toNote = (
  code: "calendar_converted" | "date_unreadable",
  message: ChatMessage,
  detail?: string,
): Parsed => ({
  kind: "note",
  note: {
    code,
    span: { offset: message.offset, length: message.length },
    ...(detail === undefined ? {} : { detail }),
  },
});
