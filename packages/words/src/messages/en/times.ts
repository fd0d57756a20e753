import type { Template } from "../../template.ts";

export const weekdayNames: readonly string[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const timeMessages = {
  day: "{weekday} {day} {month} {year}",
  dayAndClock: "{date}, {clock}",
  inZone: "{when} ({zone}, UTC{offset})",
  withOffset: "{when} (UTC{offset})",
  zoneNotKnown: "{when} (time zone not known)",
  between: "between {earliest} and {latest}",
  utc: "{when} UTC",
  utcDay: "{when} UTC, that day",
  utcEither: "{earliest} or {latest} UTC",
  utcBetween: "{earliest} to {latest} UTC",
  unknown: "time not known",
} as const satisfies Readonly<Record<string, Template>>;

export const amountMessages = {
  bytes: { one: "{count} byte", other: "{count} bytes" },
  kibibytes: "{value} KB",
  mebibytes: "{value} MB",
  gibibytes: "{value} GB",
  items: { one: "{count} item", other: "{count} items" },
  messages: { one: "{count} message", other: "{count} messages" },
  files: { one: "{count} file", other: "{count} files" },
  exhibits: { one: "{count} exhibit", other: "{count} exhibits" },
  entries: { one: "{count} entry", other: "{count} entries" },
} as const satisfies Readonly<Record<string, Template>>;
