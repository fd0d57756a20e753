import { type BoundedBytes, toBoundedBytes } from "./bounded-bytes.ts";
import { parseExifTime } from "./parse-picture-time.ts";
import type { MetadataBlock, PictureLocation, PictureTime } from "./picture-metadata.ts";

/** A directory of cameras has some dozens; a hostile one claims 65,535. */
const maximumEntries = 512;
const maximumTextInBytes = 1_024;

const tag = {
  make: 0x010f,
  model: 0x0110,
  modified: 0x0132,
  exifDirectory: 0x8769,
  gpsDirectory: 0x8825,
  original: 0x9003,
  digitized: 0x9004,
  offset: 0x9010,
  offsetOriginal: 0x9011,
  offsetDigitized: 0x9012,
  gpsLatitudeRef: 1,
  gpsLatitude: 2,
  gpsLongitudeRef: 3,
  gpsLongitude: 4,
} as const;

const sizeOfType: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
};

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the value's bytes begin. */
  readonly at: number;
}

type Directory = ReadonlyMap<number, Entry>;

/**
 * Reads an EXIF block: TIFF header, first directory, and the two directories that it names.
 *
 * No chain of directories is followed, so that none can be a loop; offsets outside the block read as absent.
 * Source: CIPA DC-008-2023 (Exif 3.0) §4.6; TIFF 6.0 §2.
 */
export const readExif = (bytes: Uint8Array): MetadataBlock => {
  const tiff = openTiff(bytes);
  if (tiff === undefined) return { locationPresent: false, damaged: true };
  const { view, main, exif, gps } = tiff;
  const text = (directory: Directory | undefined, wanted: number): string | undefined =>
    readText(view, directory?.get(wanted));
  const taken = firstTime([
    [text(exif, tag.original), text(exif, tag.offsetOriginal), "when-taken"],
    [text(exif, tag.digitized), text(exif, tag.offsetDigitized), "when-taken"],
    [text(main, tag.modified), text(exif, tag.offset), "when-saved"],
  ]);
  const device = [text(main, tag.make), text(main, tag.model)]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  return {
    ...(taken === undefined ? {} : { taken }),
    ...(device === "" ? {} : { device }),
    locationPresent: gps?.has(tag.gpsLatitude) === true || gps?.has(tag.gpsLongitude) === true,
    damaged: tiff.damaged,
  };
};

/** The place in an EXIF block. Called only when the person asks for it. */
export const readExifLocation = (bytes: Uint8Array): PictureLocation | undefined => {
  const tiff = openTiff(bytes);
  if (tiff?.gps === undefined) return undefined;
  const { view, gps } = tiff;
  const latitude = readDegrees(view, gps.get(tag.gpsLatitude));
  const longitude = readDegrees(view, gps.get(tag.gpsLongitude));
  if (latitude === undefined || longitude === undefined || latitude > 90 || longitude > 180) {
    return undefined;
  }
  const south = readText(view, gps.get(tag.gpsLatitudeRef)) === "S";
  const west = readText(view, gps.get(tag.gpsLongitudeRef)) === "W";
  return { latitude: south ? -latitude : latitude, longitude: west ? -longitude : longitude };
};

interface Tiff {
  readonly view: BoundedBytes;
  readonly main: Directory;
  readonly exif: Directory | undefined;
  readonly gps: Directory | undefined;
  readonly damaged: boolean;
}

const openTiff = (bytes: Uint8Array): Tiff | undefined => {
  const order = bytes[0] === 0x49 && bytes[1] === 0x49 ? "little" : "big";
  if (order === "big" && !(bytes[0] === 0x4d && bytes[1] === 0x4d)) return undefined;
  const view = toBoundedBytes(bytes, order === "little");
  const start = view.u32(4);
  if (view.u16(2) !== 42 || start === undefined) return undefined;
  const main = readDirectory(view, start);
  if (main === undefined) return undefined;
  let damaged = false;
  const follow = (pointer: number): Directory | undefined => {
    const entry = main.get(pointer);
    const at = entry === undefined ? undefined : view.u32(entry.at);
    if (at === undefined) return undefined;
    const directory = readDirectory(view, at);
    damaged ||= directory === undefined;
    return directory;
  };
  const exif = follow(tag.exifDirectory);
  const gps = follow(tag.gpsDirectory);
  return { view, main, exif, gps, damaged };
};

const readDirectory = (view: BoundedBytes, start: number): Directory | undefined => {
  const count = view.u16(start);
  if (count === undefined) return undefined;
  const entries = new Map<number, Entry>();
  for (let i = 0; i < Math.min(count, maximumEntries); i += 1) {
    const at = start + 2 + i * 12;
    const id = view.u16(at);
    const type = view.u16(at + 2);
    const length = view.u32(at + 4);
    const offset = view.u32(at + 8);
    if (id === undefined || type === undefined || length === undefined || offset === undefined)
      break;
    const size = (sizeOfType[type] ?? 0) * length;
    if (size === 0 || entries.has(id)) continue;
    const valueAt = size <= 4 ? at + 8 : offset;
    if (valueAt + size <= view.length) entries.set(id, { type, count: length, at: valueAt });
  }
  return entries;
};

const readText = (view: BoundedBytes, entry: Entry | undefined): string | undefined => {
  if (entry === undefined || entry.type !== 2) return undefined;
  const raw = view.ascii(entry.at, Math.min(entry.count, maximumTextInBytes));
  const end = raw.indexOf("\0");
  return (end < 0 ? raw : raw.slice(0, end)).trim();
};

const readDegrees = (view: BoundedBytes, entry: Entry | undefined): number | undefined => {
  if (entry === undefined || entry.type !== 5 || entry.count < 3) return undefined;
  let degrees = 0;
  for (const [i, share] of [1, 60, 3_600].entries()) {
    const over = view.u32(entry.at + i * 8);
    const under = view.u32(entry.at + i * 8 + 4);
    if (over === undefined || under === undefined) return undefined;
    if (under === 0) {
      // Seconds are sometimes written as 0/0; whole degrees must be there.
      if (i === 0) return undefined;
      continue;
    }
    degrees += over / under / share;
  }
  return degrees;
};

const firstTime = (
  candidates: readonly (readonly [
    string | undefined,
    string | undefined,
    PictureTime["written"],
  ])[],
): PictureTime | undefined => {
  for (const [text, offset, written] of candidates) {
    const time = text === undefined ? undefined : parseExifTime(text, offset, written);
    if (time !== undefined) return time;
  }
  return undefined;
};
