import { indexParties, type PartyIndex } from "@holdfast/casework";
import {
  civilOfUtcMs,
  type EventTime,
  type Facts,
  type Item,
  wallTimeToUtcMs,
  type ZoneOffsets,
} from "@holdfast/evidence";
import type { TimelineEntry } from "@holdfast/vault";
import { cliSentence, offsetAt, weekdayOf } from "@holdfast/words";

import { shorten, toTerminalText } from "../text-columns.ts";

export interface TimelineView {
  readonly zones: ZoneOffsets;
  readonly facts: Facts;
  /** What the person knows an exhibit by: a picture has no text of its own. */
  readonly fileNameOf: (exhibit: string | undefined) => string;
}

/** The timeline day by day, as a chat reads: the day once, then the times under it. */
export const timelineText = (view: TimelineView, entries: readonly TimelineEntry[]): string => {
  const parties = indexParties(view.facts.parties ?? []);
  let day = "";
  let text = "";
  for (const entry of entries) {
    const shown = showTime(view, entry.item.time);
    if (shown.day !== day) {
      day = shown.day;
      text += `\n${day}\n`;
    }
    text += `${entryLine(view, entry, shown.clock, parties)}\n`;
  }
  return text;
};

const entryLine = (
  view: TimelineView,
  entry: TimelineEntry,
  clock: string,
  parties: PartyIndex,
): string => {
  const { item } = entry;
  const mark = entry.orderCertain || item.time.kind === "unknown" ? " " : "~";
  const who = toTerminalText(nameOfSender(item, parties) ?? "");
  const what = shorten(toTerminalText(textOfItem(item) || view.fileNameOf(entry.exhibits[0])), 100);
  return `${mark} ${clock.padEnd(12)} ${(entry.exhibits[0] ?? "").padEnd(8)} ${item.kind.padEnd(9)} ${who === "" ? "" : `${who}: `}${what}`;
};

export const nameOfSender = (item: Item, parties: PartyIndex): string | undefined => {
  if (item.from === undefined) return undefined;
  return parties.partyOf(item.from)?.label ?? item.from.value;
};

/** What to show of an item in one line. */
export const textOfItem = (item: Item): string => {
  const attachments = item.attachments?.map((attachment) => `[${attachment.name}]`).join(" ") ?? "";
  const flags = item.flags?.includes("deleted") === true ? " (deleted)" : "";
  return (
    [item.subject, item.text, attachments]
      .filter((part) => part !== undefined && part !== "")
      .join(" ") + flags
  );
};

/** The day as a heading and the time of day; wall times as they stand in the source, instants in UTC and marked Z. */
const showTime = (
  view: TimelineView,
  time: EventTime,
): { readonly day: string; readonly clock: string } => {
  switch (time.kind) {
    case "wall":
      return {
        day: dayHeading(time.local.slice(0, 10)),
        clock:
          time.precision === "day"
            ? ""
            : time.local.slice(11, time.precision === "minute" ? 16 : 19),
      };
    case "instant":
      return instantParts(view, time.at, time.offsetMinutes, time.precision);
    case "range":
      return instantParts(view, time.earliest, undefined, "minute");
    case "unknown":
      return { day: cliSentence("timeline_no_date", {}), clock: "" };
  }
};

const instantParts = (
  { zones, facts }: TimelineView,
  at: number,
  ownOffset: number | undefined,
  precision: string,
): { readonly day: string; readonly clock: string } => {
  const inCase = facts.zone === undefined ? undefined : offsetAt(zones, facts.zone, at);
  const offset = inCase ?? ownOffset ?? 0;
  const local = civilOfUtcMs(at + offset * 60_000);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const day = `${String(local.year).padStart(4, "0")}-${pad(local.month)}-${pad(local.day)}`;
  const seconds = precision === "minute" ? "" : `:${pad(local.second)}`;
  const zone = inCase === undefined ? offsetText(offset) : "";
  return {
    day: dayHeading(day),
    clock: `${pad(local.hour)}:${pad(local.minute)}${seconds}${zone}`,
  };
};

const dayHeading = (day: string): string =>
  `${weekdayOf(wallTimeToUtcMs(`${day}T00:00:00`))} ${day}`;

/** "Z" for UTC, else "+02" or "+05:30": a time that came with its own zone is shown in it. */
const offsetText = (minutes: number): string => {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  const rest = size % 60;
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
};
