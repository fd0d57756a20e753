import { indexParties, type PartyIndex } from "@holdfast/casework";
import {
  civilOfUtcMs,
  type EventTime,
  type Facts,
  type Item,
  wallTimeToUtcMs,
} from "@holdfast/evidence";
import type { TimelineEntry } from "@holdfast/vault";
import { cliSentence, weekdayOf } from "@holdfast/words";

import { shorten, toTerminalText } from "../text-columns.ts";

/** Prints the timeline day by day, as a chat reads: the day once, then the times under it. */
export const createTimelinePrinter = (
  facts: Facts,
  print: (text: string) => void,
): { readonly printEntries: (entries: readonly TimelineEntry[]) => void } => {
  const parties = indexParties(facts.parties ?? []);
  let day = "";
  return {
    printEntries: (entries) => {
      for (const entry of entries) {
        const shown = showTime(entry.item.time);
        if (shown.day !== day) {
          day = shown.day;
          print(`\n${day}\n`);
        }
        print(`${entryLine(entry, shown.clock, parties)}\n`);
      }
    },
  };
};

const entryLine = (entry: TimelineEntry, clock: string, parties: PartyIndex): string => {
  const { item } = entry;
  const mark = entry.orderCertain || item.time.kind === "unknown" ? " " : "~";
  const who = toTerminalText(nameOfSender(item, parties) ?? "");
  const what = shorten(toTerminalText(textOfItem(item)), 100);
  return `${mark} ${clock.padEnd(9)} ${(entry.exhibits[0] ?? "").padEnd(8)} ${item.kind.padEnd(9)} ${who === "" ? "" : `${who}: `}${what}`;
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
const showTime = (time: EventTime): { readonly day: string; readonly clock: string } => {
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
      return instantParts(time.at, time.offsetMinutes, time.precision);
    case "range":
      return instantParts(time.earliest, undefined, "minute");
    case "unknown":
      return { day: cliSentence("timeline_no_date", {}), clock: "" };
  }
};

const instantParts = (
  at: number,
  offsetMinutes: number | undefined,
  precision: string,
): { readonly day: string; readonly clock: string } => {
  const local = civilOfUtcMs(at + (offsetMinutes ?? 0) * 60_000);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const day = `${String(local.year).padStart(4, "0")}-${pad(local.month)}-${pad(local.day)}`;
  const seconds = precision === "minute" ? "" : `:${pad(local.second)}`;
  const zone = offsetMinutes === undefined || offsetMinutes === 0 ? "Z" : "";
  return {
    day: dayHeading(day),
    clock: `${pad(local.hour)}:${pad(local.minute)}${seconds}${zone}`,
  };
};

const dayHeading = (day: string): string =>
  `${weekdayOf(wallTimeToUtcMs(`${day}T00:00:00`))} ${day}`;
