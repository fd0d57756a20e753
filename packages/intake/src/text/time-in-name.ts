import { civilToWallTime, type EventTime, isCalendarDate } from "@holdfast/evidence";

const year = "(19[89]\\d|20\\d\\d)";
const date = `${year}[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\\d|3[01])`;
const time = "([01]\\d|2[0-3])[-_.:]?([0-5]\\d)(?:[-_.:]?([0-5]\\d))?";
/** A date and a time, with at most " at ", "T", "_" or "-" between them, and no digit beside them. */
const dateAndTime = new RegExp(`(?<!\\d)${date}(?: at |[-_ T]{1,3})${time}(?!\\d{5})`);
const dateOnly = new RegExp(`(?<!\\d)${date}(?!\\d)`);

/**
 * The time that phones and apps write into the names of files: `Screenshot_20260305-211412.png`,
 * `WhatsApp Image 2026-03-05 at 21.14.12.jpeg`, `PTT-20260305-WA0001.opus`, `VID_20260305_211412.mp4`.
 *
 * A wall time with the basis `file-metadata`: anybody can rename a file, so it counts only when the file itself
 * says nothing. Pixel phones write UTC into names that begin with PXL_; those are left alone.
 */
export const timeInName = (path: string): EventTime | undefined => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.startsWith("PXL_")) return undefined;
  const exact = dateAndTime.exec(name);
  const match = exact ?? dateOnly.exec(name);
  if (match === null) return undefined;
  const [y, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isCalendarDate(y, month, day)) return undefined;
  const hour = Number(match[4] ?? 0);
  const minute = Number(match[5] ?? 0);
  const second = Number(match[6] ?? 0);
  const local = civilToWallTime({ year: y, month, day, hour, minute, second });
  const precision = exact === null ? "day" : match[6] === undefined ? "minute" : "second";
  return { kind: "wall", local, precision, basis: "file-metadata" };
};
