/** The header of timeline.csv (RFC 4180, UTF-8 with a byte order mark for spreadsheets, CRLF). One row an event. */
export const timelineColumns = [
  "local_time",
  "weekday",
  "time_zone",
  "utc_earliest",
  "utc_latest",
  "time_precision",
  "time_basis",
  "order_certain",
  "kind",
  "from",
  "to",
  "thread",
  "subject",
  "text",
  "marks",
  "attachments",
  "exhibits",
  "folder",
  "original_sha256",
  "place_in_original",
] as const;
export type TimelineColumn = (typeof timelineColumns)[number];
