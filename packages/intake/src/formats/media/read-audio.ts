import { type ByteSource, civilToWallTime, isCalendarDate } from "@holdfast/evidence";
import { toBoundedBytes } from "@holdfast/picture";

import { type MediaFacts, noFacts, toDurationMs } from "./media-facts.ts";

const tailSizeInBytes = 131_072;
const maximumChunks = 1_000;
const maximumTagInBytes = 1_048_576;

/** Duration out of the last page's position. Source: RFC 3533 §6, RFC 7845 §4 (Opus counts at 48 kHz). */
export const readOgg = async (source: ByteSource): Promise<MediaFacts> => {
  const head = toBoundedBytes(await source.read(0, 128), true);
  const segments = head.u8(26) ?? 0;
  const codec = 27 + segments;
  const isOpus = head.ascii(codec, 8) === "OpusHead";
  const isVorbis = head.ascii(codec + 1, 6) === "vorbis";
  const rate = isOpus ? 48_000 : isVorbis ? head.u32(codec + 12) : undefined;
  const skipped = isOpus ? (head.u16(codec + 10) ?? 0) : 0;
  const from = Math.max(0, source.sizeInBytes - tailSizeInBytes);
  const tailBytes = await source.read(from, tailSizeInBytes);
  const tail = toBoundedBytes(tailBytes, true);
  const last = lastPage(tailBytes);
  if (rate === undefined || rate === 0 || last === undefined) return noFacts;
  const position = (tail.u32(last + 6) ?? 0) + (tail.u32(last + 10) ?? 0) * 0x1_0000_0000;
  const durationMs = toDurationMs(((position - skipped) / rate) * 1_000);
  const isLast = ((tail.u8(last + 5) ?? 0) & 4) !== 0;
  return { ...noFacts, ...(durationMs === undefined ? {} : { durationMs }), truncated: !isLast };
};

const lastPage = (bytes: Uint8Array): number | undefined => {
  for (
    let at = bytes.lastIndexOf(0x4f);
    at >= 0;
    at = at === 0 ? -1 : bytes.lastIndexOf(0x4f, at - 1)
  ) {
    if (
      bytes[at + 1] === 0x67
      && bytes[at + 2] === 0x67
      && bytes[at + 3] === 0x53
      && bytes[at + 4] === 0
    ) {
      return at;
    }
  }
  return undefined;
};

/** Duration out of `fmt ` and `data`, the day out of LIST INFO's ICRD. Source: Microsoft RIFF (1991) chapters 2–3. */
export const readWav = async (source: ByteSource): Promise<MediaFacts> => {
  let rate = 0;
  let size: number | undefined;
  let time: MediaFacts["time"];
  let offset = 12;
  for (let chunks = 0; chunks < maximumChunks && offset + 8 <= source.sizeInBytes; chunks += 1) {
    const head = toBoundedBytes(await source.read(offset, 24), true);
    const type = head.ascii(0, 4);
    const length = head.u32(4) ?? 0;
    if (type === "fmt ") rate = head.u32(16) ?? 0;
    else if (type === "data") size ??= length;
    else if (type === "LIST" && head.ascii(8, 4) === "INFO") {
      const list = toBoundedBytes(
        await source.read(offset + 12, Math.min(length, 4_096)),
        true,
      ).ascii(0, 4_096);
      time ??= dayOf(/ICRD.{4}(\d{4})-(\d\d)-(\d\d)/s.exec(list));
    }
    offset += 8 + length + (length % 2);
  }
  const durationMs =
    size === undefined || rate === 0 ? undefined : toDurationMs((size / rate) * 1_000);
  return {
    ...noFacts,
    ...(time === undefined ? {} : { time }),
    ...(durationMs === undefined ? {} : { durationMs }),
    truncated: offset > source.sizeInBytes + 1,
  };
};

/**
 * The recording date of an ID3v2 tag, and the duration when the first frame has a Xing header that counts frames.
 *
 * Source: ID3v2.3 and 2.4 (TDRC; TYER with TDAT), "Xing VBR header".
 */
export const readMp3 = async (source: ByteSource): Promise<MediaFacts> => {
  const head = toBoundedBytes(await source.read(0, 10), false);
  const hasTag = head.ascii(0, 3) === "ID3";
  const tagSize = hasTag
    ? [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head.u8(at) ?? 0) & 127), 0)
    : 0;
  const tag = hasTag
    ? toBoundedBytes(await source.read(10, Math.min(tagSize, maximumTagInBytes)), false).ascii(
        0,
        16_384,
      )
    : "";
  const time = id3Time(tag);
  const frame = toBoundedBytes(await source.read(hasTag ? tagSize + 10 : 0, 256), false);
  const durationMs = xingDuration(frame);
  return {
    ...noFacts,
    ...(time === undefined ? {} : { time }),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
};

const id3Time = (tag: string): MediaFacts["time"] => {
  const recorded = /TDRC.{4}.{3}(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/s.exec(tag);
  if (recorded !== null) return dayOf(recorded);
  const year = /TYER.{4}.{3}(\d{4})/s.exec(tag)?.[1];
  const date = /TDAT.{4}.{3}(\d\d)(\d\d)/s.exec(tag);
  return year === undefined || date === null
    ? undefined
    : dayOf(["", year, date[2] ?? "", date[1] ?? ""]);
};

/** A wall time out of [, year, month, day, hour?, minute?, second?]; no zone is stored. */
const dayOf = (match: readonly (string | undefined)[] | null): MediaFacts["time"] => {
  if (match === null) return undefined;
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.map(Number);
  if (year < 1970 || !isCalendarDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const clock =
    match[4] === undefined ? [0, 0, 0] : [hour, minute, Number.isNaN(second) ? 0 : second];
  const local = civilToWallTime({
    year,
    month,
    day,
    hour: clock[0] ?? 0,
    minute: clock[1] ?? 0,
    second: clock[2] ?? 0,
  });
  const precision = match[4] === undefined ? "day" : match[6] === undefined ? "minute" : "second";
  return { kind: "wall", local, precision, basis: "container-metadata" };
};

const xingDuration = (frame: ReturnType<typeof toBoundedBytes>): number | undefined => {
  const text = frame.ascii(0, 64);
  const at = Math.max(text.indexOf("Xing"), text.indexOf("Info"));
  const flags = at < 0 ? 0 : (frame.u32(at + 4) ?? 0);
  if ((flags & 1) === 0) return undefined;
  const isMpeg1 = ((frame.u8(1) ?? 0) & 8) !== 0;
  const rate = [44_100, 48_000, 32_000][((frame.u8(2) ?? 0) >> 2) & 3];
  if (rate === undefined) return undefined;
  const frames = frame.u32(at + 8) ?? 0;
  return toDurationMs(((frames * (isMpeg1 ? 1_152 : 576)) / (isMpeg1 ? rate : rate / 2)) * 1_000);
};

/** Sizes of AMR frames by their type, with the byte that names it. Source: RFC 4867 §5.3. */
const narrowFrames = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const wideFrames = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];
const maximumAmrInBytes = 16 * 1_048_576;

/** Counts frames of 20 ms. A voice note in AMR is small; a larger file keeps its duration to itself. */
export const readAmr = async (source: ByteSource): Promise<MediaFacts> => {
  if (source.sizeInBytes > maximumAmrInBytes) return noFacts;
  const bytes = await source.read(0, source.sizeInBytes);
  const isWide = toBoundedBytes(bytes, false).ascii(0, 9) === "#!AMR-WB\n";
  const sizes = isWide ? wideFrames : narrowFrames;
  let frames = 0;
  let at = isWide ? 9 : 6;
  while (at < bytes.length) {
    const size = sizes[((bytes[at] ?? 0) >> 3) & 15] ?? 0;
    if (size === 0) break;
    at += size;
    frames += 1;
  }
  const durationMs = toDurationMs(frames * 20);
  return {
    ...noFacts,
    ...(durationMs === undefined ? {} : { durationMs }),
    truncated: at > bytes.length,
  };
};
