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
} as const satisfies Readonly<Record<string, string>>;

export const amountMessages = {
  bytes: "{count, plural, one {# byte} other {# bytes}}",
  items: "{count, plural, one {# item} other {# items}}",
  messages: "{count, plural, one {# message} other {# messages}}",
  files: "{count, plural, one {# file} other {# files}}",
  exhibits: "{count, plural, one {# exhibit} other {# exhibits}}",
  entries: "{count, plural, one {# entry} other {# entries}}",
  notes: "{count, plural, one {# note} other {# notes}}",
} as const satisfies Readonly<Record<string, string>>;
