import type { ByteSource } from "@holdfast/evidence";

import { findExtraField, headerSizesInBytes, signatures, u16, u32, u64 } from "./byte-fields.ts";

/** Where the list of files stands. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly sizeInBytes: number;
  readonly entryCount: number;
  /** Bytes before the zip itself (a self-extracting program): added to every offset that the zip states. */
  readonly shift: number;
}

/** One record of the list, numbers as stated (zip64 already applied), offset already shifted. */
export interface DirectoryRecord {
  readonly hostSystem: number;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSizeInBytes: number;
  readonly sizeInBytes: number;
  readonly externalAttributes: number;
  readonly headerOffset: number;
  readonly rawName: Uint8Array;
  readonly extra: Uint8Array;
  /** Where the record itself stands, for notes. */
  readonly recordOffset: number;
  readonly recordLength: number;
}

const maximumCommentSizeInBytes = 65_535;

/** Finds the list by its end record. `undefined`: there is none, or what it says cannot be. */
export const findDirectory = async (source: ByteSource): Promise<DirectoryPlace | undefined> => {
  const tailSize = Math.min(
    source.sizeInBytes,
    headerSizesInBytes.end + maximumCommentSizeInBytes + headerSizesInBytes.zip64Locator,
  );
  const tailOffset = source.sizeInBytes - tailSize;
  const tail = await source.read(tailOffset, tailSize);
  // Backwards: the record nearest to the end is the one that every other program reads.
  for (let at = tail.length - headerSizesInBytes.end; at >= 0; at -= 1) {
    if (u32(tail, at) !== signatures.end) continue;
    const place = await readEndRecord(source, tail, at, tailOffset + at);
    if (place !== undefined) return place;
  }
  return undefined;
};

const readEndRecord = async (
  source: ByteSource,
  tail: Uint8Array,
  at: number,
  offset: number,
): Promise<DirectoryPlace | undefined> => {
  let stated = {
    disks: u16(tail, at + 4) + u16(tail, at + 6),
    entryCount: u16(tail, at + 10),
    sizeInBytes: u32(tail, at + 12),
    offset: u32(tail, at + 16),
  };
  let endOffset = offset;
  const locatorAt = at - headerSizesInBytes.zip64Locator;
  if (locatorAt >= 0 && u32(tail, locatorAt) === signatures.zip64Locator) {
    const wide = await readZip64End(source, offset, u64(tail, locatorAt + 8));
    if (wide === undefined) return undefined;
    stated = wide;
    endOffset = wide.endOffset;
  }
  if (stated.disks !== 0) return undefined;
  const shift = endOffset - stated.sizeInBytes - stated.offset;
  if (shift < 0) return undefined;
  const start = stated.offset + shift;
  if (stated.sizeInBytes > 0 || stated.entryCount > 0) {
    const first = await source.read(start, 4);
    if (u32(first, 0) !== signatures.centralHeader) return undefined;
  }
  return {
    offset: start,
    sizeInBytes: stated.sizeInBytes,
    entryCount: stated.entryCount,
    shift,
  };
};

const readZip64End = async (
  source: ByteSource,
  endOffset: number,
  statedOffset: number,
): Promise<
  | { disks: number; entryCount: number; sizeInBytes: number; offset: number; endOffset: number }
  | undefined
> => {
  // The stated place, or the place right before the locator when bytes were put before the zip.
  const rightBefore = endOffset - headerSizesInBytes.zip64Locator - headerSizesInBytes.zip64End;
  for (const place of [statedOffset, rightBefore]) {
    if (place < 0 || place + headerSizesInBytes.zip64End > source.sizeInBytes) continue;
    const record = await source.read(place, headerSizesInBytes.zip64End);
    if (u32(record, 0) !== signatures.zip64End) continue;
    return {
      disks: u32(record, 16) + u32(record, 20),
      entryCount: u64(record, 32),
      sizeInBytes: u64(record, 40),
      offset: u64(record, 48),
      endOffset: place,
    };
  }
  return undefined;
};

const windowSizeInBytes = 1 << 20;
/** The longest record: the fixed part, and three lengths of 16 bits. */
const longestRecordInBytes = headerSizesInBytes.central + 3 * 65_535;

/**
 * The records of the list in their order, read in windows. Ends early, and returns false, where a record is not one.
 */
export async function* readRecords(
  source: ByteSource,
  place: DirectoryPlace,
): AsyncGenerator<DirectoryRecord, boolean> {
  const end = place.offset + place.sizeInBytes;
  let offset = place.offset;
  while (offset < end) {
    const wanted = Math.min(end - offset, windowSizeInBytes + longestRecordInBytes);
    const bytes = await source.read(offset, wanted);
    let at = 0;
    while (at < bytes.length && (at < windowSizeInBytes || offset + bytes.length === end)) {
      const record = readRecord(bytes, at, offset + at, place.shift);
      if (record === undefined) return false;
      yield record;
      at += record.recordLength;
    }
    offset += at;
  }
  return true;
}

const readRecord = (
  bytes: Uint8Array,
  at: number,
  recordOffset: number,
  shift: number,
): DirectoryRecord | undefined => {
  if (at + headerSizesInBytes.central > bytes.length) return undefined;
  if (u32(bytes, at) !== signatures.centralHeader) return undefined;
  const nameLength = u16(bytes, at + 28);
  const extraLength = u16(bytes, at + 30);
  const recordLength = headerSizesInBytes.central + nameLength + extraLength + u16(bytes, at + 32);
  if (at + recordLength > bytes.length) return undefined;
  const nameAt = at + headerSizesInBytes.central;
  const extra = bytes.slice(nameAt + nameLength, nameAt + nameLength + extraLength);
  return {
    hostSystem: u16(bytes, at + 4) >>> 8,
    flags: u16(bytes, at + 8),
    method: u16(bytes, at + 10),
    crc32: u32(bytes, at + 16),
    ...widenSizes(
      {
        sizeInBytes: u32(bytes, at + 24),
        compressedSizeInBytes: u32(bytes, at + 20),
        headerOffset: u32(bytes, at + 42),
      },
      extra,
      shift,
    ),
    externalAttributes: u32(bytes, at + 38),
    rawName: bytes.slice(nameAt, nameAt + nameLength),
    extra,
    recordOffset,
    recordLength,
  };
};

interface StatedSizes {
  readonly sizeInBytes: number;
  readonly compressedSizeInBytes: number;
  readonly headerOffset: number;
}

const zip64Field = 0x0001;
const seeZip64 = 0xff_ff_ff_ff;

/** Zip64: a field of all ones stands in the extra field instead, in this fixed order. Source: APPNOTE 4.5.3. */
const widenSizes = (narrow: StatedSizes, extra: Uint8Array, shift: number): StatedSizes => {
  const wide = findExtraField(extra, zip64Field) ?? new Uint8Array(0);
  let at = 0;
  const next = (value: number): number => {
    if (value !== seeZip64 || at + 8 > wide.length) return value;
    at += 8;
    return u64(wide, at - 8);
  };
  const sizeInBytes = next(narrow.sizeInBytes);
  const compressedSizeInBytes = next(narrow.compressedSizeInBytes);
  return {
    sizeInBytes,
    compressedSizeInBytes,
    headerOffset: next(narrow.headerOffset) + shift,
  };
};
