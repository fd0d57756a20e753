import type { ByteSource } from "@holdfast/evidence";

import { headerSizesInBytes, signatures, u16, u32, u64, findExtraField } from "./byte-fields.ts";
import type { DirectoryRecord } from "./central-directory.ts";

/** A file whose beginning was found and whose end was not: the archive was cut there. */
export interface LostEntry {
  readonly rawName: Uint8Array;
  readonly offset: number;
}

interface Found {
  readonly records: readonly DirectoryRecord[];
  readonly lost: readonly LostEntry[];
  readonly cut: boolean;
}

const windowSizeInBytes = 1 << 20;
/** Headers that promise a descriptor which never comes: each search reads to the end of the file. */
const maximumVainSearches = 16;
const longestLocalHeader = headerSizesInBytes.local + 2 * 65_535;

/**
 * Finds entries by their local headers, for an archive without a usable list (a download that was cut). One pass, one
 * window in memory. An entry of unknown size ends where a data descriptor states exactly the distance from its start.
 */
export const recoverRecords = async (
  source: ByteSource,
  maximumEntries: number,
): Promise<Found> => {
  const records: DirectoryRecord[] = [];
  const lost: LostEntry[] = [];
  let offset = 0;
  while (offset < source.sizeInBytes) {
    const headerOffset = await findSignature(source, offset, signatures.localHeader);
    if (headerOffset === undefined) break;
    if (records.length >= maximumEntries) return { records, lost, cut: true };
    const header = await readLocalHeader(source, headerOffset);
    if (header === undefined) {
      offset = headerOffset + 4;
      continue;
    }
    const end = lost.length < maximumVainSearches ? await findEnd(source, header) : undefined;
    if (end === undefined) {
      lost.push({ rawName: header.rawName, offset: headerOffset });
      offset = header.dataOffset;
      continue;
    }
    records.push({
      hostSystem: 0,
      flags: header.flags & ~8,
      method: header.method,
      crc32: end.crc32,
      compressedSizeInBytes: end.compressedSizeInBytes,
      sizeInBytes: end.sizeInBytes,
      externalAttributes: 0,
      headerOffset,
      rawName: header.rawName,
      extra: header.extra,
      recordOffset: headerOffset,
      recordLength: header.dataOffset - headerOffset,
    });
    offset = end.endOffset;
  }
  return { records, lost, cut: false };
};

interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSizeInBytes: number;
  readonly sizeInBytes: number;
  readonly rawName: Uint8Array;
  readonly extra: Uint8Array;
  readonly dataOffset: number;
}

const readLocalHeader = async (
  source: ByteSource,
  offset: number,
): Promise<LocalHeader | undefined> => {
  const bytes = await source.read(
    offset,
    Math.min(longestLocalHeader, source.sizeInBytes - offset),
  );
  const nameLength = u16(bytes, 26);
  const extraLength = u16(bytes, 28);
  const length = headerSizesInBytes.local + nameLength + extraLength;
  if (bytes.length < length || nameLength === 0) return undefined;
  const extra = bytes.slice(headerSizesInBytes.local + nameLength, length);
  const wide = findExtraField(extra, 0x0001);
  const narrowSize = u32(bytes, 22);
  const narrowCompressed = u32(bytes, 18);
  const isWide = wide !== undefined && wide.length >= 16 && narrowSize === 0xff_ff_ff_ff;
  return {
    flags: u16(bytes, 6),
    method: u16(bytes, 8),
    crc32: u32(bytes, 14),
    sizeInBytes: isWide ? u64(wide, 0) : narrowSize,
    compressedSizeInBytes: isWide ? u64(wide, 8) : narrowCompressed,
    rawName: bytes.slice(headerSizesInBytes.local, headerSizesInBytes.local + nameLength),
    extra,
    dataOffset: offset + length,
  };
};

interface EntryEnd {
  readonly crc32: number;
  readonly compressedSizeInBytes: number;
  readonly sizeInBytes: number;
  /** Behind the data and its descriptor. */
  readonly endOffset: number;
}

const findEnd = async (source: ByteSource, header: LocalHeader): Promise<EntryEnd | undefined> => {
  if ((header.flags & 8) === 0) {
    const endOffset = header.dataOffset + header.compressedSizeInBytes;
    return endOffset <= source.sizeInBytes ? { ...header, endOffset } : undefined;
  }
  let from = header.dataOffset;
  for (;;) {
    const at = await findSignature(source, from, signatures.dataDescriptor);
    if (at === undefined) return undefined;
    const bytes = await source.read(at, Math.min(24, source.sizeInBytes - at));
    const distance = at - header.dataOffset;
    if (bytes.length >= 16 && u32(bytes, 8) === distance) {
      return {
        crc32: u32(bytes, 4),
        compressedSizeInBytes: distance,
        sizeInBytes: u32(bytes, 12),
        endOffset: at + 16,
      };
    }
    if (bytes.length >= 24 && u64(bytes, 8) === distance) {
      return {
        crc32: u32(bytes, 4),
        compressedSizeInBytes: distance,
        sizeInBytes: u64(bytes, 16),
        endOffset: at + 24,
      };
    }
    from = at + 4;
  }
};

const findSignature = async (
  source: ByteSource,
  from: number,
  signature: number,
): Promise<number | undefined> => {
  let offset = from;
  while (offset + 4 <= source.sizeInBytes) {
    const window = await source.read(
      offset,
      Math.min(windowSizeInBytes, source.sizeInBytes - offset),
    );
    let at = window.indexOf(0x50);
    while (at >= 0 && at + 4 <= window.length) {
      if (u32(window, at) === signature) return offset + at;
      at = window.indexOf(0x50, at + 1);
    }
    // Three bytes are read again: the signature may stand across two windows.
    offset += Math.max(1, window.length - 3);
  }
  return undefined;
};
