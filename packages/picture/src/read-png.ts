import { type ByteSource, civilToWallTime, isCalendarDate } from "@holdfast/evidence";

import { toBoundedBytes } from "./bounded-bytes.ts";
import { parseExifTime, parseIsoTime } from "./parse-picture-time.ts";
import type { FileFacts, PictureTime } from "./picture-metadata.ts";

const maximumChunks = 20_000;
const maximumTextInBytes = 65_536;
const maximumXmpInBytes = 1_048_576;

/** Walks the chunks to the end, reading only the small ones that say something. Source: PNG third edition §5, §11.3. */
export const readPng = async (source: ByteSource): Promise<FileFacts> => {
  let size: { widthInPixels: number; heightInPixels: number } | undefined;
  let exif: Uint8Array | undefined;
  let xmp: Uint8Array | undefined;
  let created: PictureTime | undefined;
  let modified: PictureTime | undefined;
  let ended = false;
  let offset = 8;
  for (let chunks = 0; chunks < maximumChunks && !ended; chunks += 1) {
    const head = toBoundedBytes(await source.read(offset, 8), false);
    const length = head.u32(0);
    if (length === undefined || head.length < 8 || offset + 12 + length > source.sizeInBytes) break;
    const type = head.ascii(4, 4);
    const read = (limit: number): Promise<Uint8Array> =>
      source.read(offset + 8, Math.min(length, limit));
    if (type === "IHDR") size ??= readHeader(await read(8));
    else if (type === "eXIf") exif ??= await read(maximumTextInBytes);
    else if (type === "tIME") modified ??= readTime(await read(7));
    else if (type === "tEXt") created ??= readCreation(await read(maximumTextInBytes));
    else if (type === "iTXt") {
      const text = await read(maximumXmpInBytes);
      if (keywordOf(text) === "XML:com.adobe.xmp") xmp ??= afterInternationalHeader(text);
      else created ??= readCreation(text);
    } else ended = type === "IEND";
    offset += 12 + length;
  }
  const taken = created ?? modified;
  return {
    ...size,
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
    ...(taken === undefined ? {} : { taken }),
    problems: ended ? [] : ["truncated"],
  };
};

const readHeader = (
  bytes: Uint8Array,
): { widthInPixels: number; heightInPixels: number } | undefined => {
  const view = toBoundedBytes(bytes, false);
  const widthInPixels = view.u32(0) ?? 0;
  const heightInPixels = view.u32(4) ?? 0;
  return widthInPixels > 0 && heightInPixels > 0 ? { widthInPixels, heightInPixels } : undefined;
};

/** The time of the last modification, in UTC by the specification. */
const readTime = (bytes: Uint8Array): PictureTime | undefined => {
  const view = toBoundedBytes(bytes, false);
  const year = view.u16(0) ?? 0;
  const [month = 0, day = 0, hour = 99, minute = 99, second = 99] = bytes.subarray(2);
  if (year < 1970 || !isCalendarDate(year, month, day)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const local = civilToWallTime({ year, month, day, hour, minute, second });
  return { local, offsetMinutes: 0, written: "when-saved" };
};

const keywordOf = (bytes: Uint8Array): string => {
  const end = bytes.subarray(0, 80).indexOf(0);
  return end < 0 ? "" : toBoundedBytes(bytes, false).ascii(0, end);
};

const readCreation = (bytes: Uint8Array): PictureTime | undefined => {
  const keyword = keywordOf(bytes);
  if (keyword !== "Creation Time" && keyword !== "date:create") return undefined;
  const text = new TextDecoder("latin1")
    .decode(bytes.subarray(keyword.length + 1, keyword.length + 120))
    .replaceAll("\0", "")
    .trim();
  return (
    parseExifTime(text, undefined, "when-taken")
    ?? parseIsoTime(text.replace(/^(\d{4}-\d\d-\d\d) /, "$1T"), "when-taken")
  );
};

/** iTXt: keyword, NUL, compression flag and method, language, NUL, translated keyword, NUL, text. */
const afterInternationalHeader = (bytes: Uint8Array): Uint8Array | undefined => {
  const keywordEnd = bytes.indexOf(0);
  if (bytes[keywordEnd + 1] !== 0) return undefined;
  const languageEnd = bytes.indexOf(0, keywordEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : bytes.indexOf(0, languageEnd + 1);
  return translatedEnd < 0 ? undefined : bytes.subarray(translatedEnd + 1);
};
