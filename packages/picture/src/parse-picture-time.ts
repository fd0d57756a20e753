import { civilToWallTime, isCalendarDate } from "@holdfast/evidence";

import type { PictureTime } from "./picture-metadata.ts";

const exifPattern = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/;
const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** "2026:03:05 21:14:12", with "+05:00" beside it when the camera knew its zone. Zeros and blanks are no time. */
export const parseExifTime = (
  text: string,
  offset: string | undefined,
  written: PictureTime["written"],
): PictureTime | undefined => {
  const match = exifPattern.exec(text);
  const local = match === null ? undefined : toLocal(match.slice(1));
  if (local === undefined) return undefined;
  const offsetMinutes = parseOffset(offset);
  return { local, written, ...(offsetMinutes === undefined ? {} : { offsetMinutes }) };
};

/** "2026-03-05T21:14:12+05:00" as in XMP and PNG texts. */
export const parseIsoTime = (
  text: string,
  written: PictureTime["written"],
): PictureTime | undefined => {
  const match = isoPattern.exec(text.trim());
  const local = match === null ? undefined : toLocal(match.slice(1, 7));
  if (local === undefined) return undefined;
  const offsetMinutes = parseOffset(match?.[7]);
  return { local, written, ...(offsetMinutes === undefined ? {} : { offsetMinutes }) };
};

/** Minutes east of UTC; `undefined` unless it is an offset that clocks on Earth have. */
const parseOffset = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (text === "Z") return 0;
  const match = /^([+-])(\d\d):?(\d\d)/.exec(text);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > 14 * 60 || Number(match[3]) > 59) return undefined;
  return match[1] === "-" ? -minutes : minutes;
};

const toLocal = (parts: readonly (string | undefined)[]): string | undefined => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  if (year < 1970 || !isCalendarDate(year, month, day)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return civilToWallTime({ year, month, day, hour, minute, second });
};
