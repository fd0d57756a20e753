import {
  type EventTime,
  type ExhibitId,
  type Handle,
  type Sha256Hex,
  type SourceSpan,
  utcMsToIso,
  wallTimeToUtcMs,
  type ZoneOffsets,
} from "@holdfast/evidence";
import { type TimelineColumn, timelineColumns } from "@holdfast/bundle";
import { itemFlagLabels, offsetAt, weekdayOf } from "@holdfast/words";

import type { BagEvent } from "./bag-events.ts";
import type { WithOrder } from "./certain-order.ts";
import { csvRow } from "./csv-cell.ts";

export interface TimelineOptions {
  readonly zones: ZoneOffsets;
  readonly zone: string | undefined;
  readonly exhibit: (id: ExhibitId) => {
    readonly label: string;
    readonly folder: string;
    readonly sha256: Sha256Hex;
  };
  /** Care rule 25: no bodies, subjects or names of conversations. */
  readonly withoutWords: boolean;
}

/** Spreadsheets take a file for UTF-8 only when it starts with this. */
const byteOrderMark = "\ufeff";

/** timeline.csv in pieces; one row an event. */
export function* timelineCsv(
  options: TimelineOptions,
  events: Iterable<WithOrder<BagEvent>>,
): Generator<string> {
  yield byteOrderMark + csvRow(timelineColumns);
  for (const event of events) {
    const row = rowOf(options, event);
    yield csvRow(timelineColumns.map((column) => row[column]));
  }
}

const rowOf = (
  options: TimelineOptions,
  { entry, orderCertain }: WithOrder<BagEvent>,
): Readonly<Record<TimelineColumn, string>> => {
  const { item, bounds } = entry;
  const words = (text: string | undefined): string => (options.withoutWords ? "" : (text ?? ""));
  const exhibits = entry.exhibits.map(options.exhibit);
  const local = localColumns(options, item.time);
  const attachments = (item.attachments ?? []).map(({ name }) => name).join("\n");
  return {
    // Named one by one: a spread here made the whole table five times slower (100,000 rows, measured).
    local_time: local.local_time,
    weekday: local.weekday,
    time_zone: local.time_zone,
    time_precision: local.time_precision,
    utc_earliest: bounds === undefined ? "" : utcMsToIso(bounds.earliest),
    utc_latest: bounds === undefined ? "" : utcMsToIso(bounds.latest),
    time_basis: "basis" in item.time ? item.time.basis : "",
    order_certain: orderCertain ? "yes" : "no",
    kind: item.kind,
    from: handleText(item.from),
    to: (item.to ?? []).map(handleText).join("\n"),
    thread: words(item.thread),
    subject: words(item.subject),
    text: words(item.text),
    marks: (item.flags ?? []).map((flag) => itemFlagLabels[flag]).join("; "),
    attachments: words(attachments),
    exhibits: exhibits.map(({ label }) => label).join(" "),
    folder: options.withoutWords ? "" : exhibits.map(({ folder }) => folder).join(" "),
    original_sha256: options.withoutWords ? "" : (exhibits[0]?.sha256 ?? ""),
    place_in_original: options.withoutWords ? "" : spanText(item.span),
  };
};

const localColumns = (options: TimelineOptions, time: EventTime) => {
  switch (time.kind) {
    case "unknown":
      return { local_time: "", weekday: "", time_zone: "", time_precision: "" };
    case "range":
      return { local_time: "", weekday: "", time_zone: "", time_precision: "range" };
    case "wall":
      return {
        local_time: cut(time.local, time.precision),
        weekday: weekdayOf(wallTimeToUtcMs(time.local)),
        time_zone: time.zone ?? options.zone ?? "not known",
        time_precision: time.precision,
      };
    case "instant": {
      const inZone =
        options.zone === undefined ? undefined : offsetAt(options.zones, options.zone, time.at);
      const offset = inZone ?? time.offsetMinutes ?? 0;
      const local = utcMsToIso(time.at + offset * 60_000).slice(0, -1);
      return {
        local_time: cut(local, time.precision),
        weekday: weekdayOf(time.at + offset * 60_000),
        time_zone: inZone === undefined ? offsetName(offset) : (options.zone ?? ""),
        time_precision: time.precision,
      };
    }
  }
};

/** "2026-03-05 21:14": no digits finer than the precision. */
const cut = (local: string, precision: string): string => {
  const text = local.replace("T", " ");
  if (precision === "day") return text.slice(0, 10);
  return precision === "minute" ? text.slice(0, 16) : text;
};

const offsetName = (minutes: number): string => {
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = String(size % 60).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}:${rest}`;
};

const handleText = (handle: Handle | undefined): string => handle?.value ?? "";

/** "bytes 120-180" or "_chat.txt bytes 120-180": where the event stands in the original. */
const spanText = (span: SourceSpan): string => {
  const bytes = `bytes ${span.offset}-${span.offset + span.length}`;
  return span.member === undefined ? bytes : `${span.member.join(" > ")}: ${bytes}`;
};
