import { assert } from "@holdfast/evidence";

import { updateCrc32 } from "../crc32.ts";
import { isSafeEntryName } from "./entry-name.ts";
import { signatures } from "./byte-fields.ts";

export interface ZipFile {
  /** A safe relative path; a folder ends in "/" and has no bytes. */
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * Writes a zip as it is read: stored entries in the order given, sizes behind each entry, zip64 from 4 GiB or 65,535
 * entries on. The same files give the same bytes: every date is 1980-01-01, every attribute the same.
 *
 * Source: PKWARE APPNOTE 6.3.10 (4.3.7 local header, 4.3.9 data descriptor, 4.3.12 to 4.3.16 the list).
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  const names = new Set<string>();
  let offset = 0;
  // Small parts are given out together with what follows them: a bag of many files is not many more pieces.
  let before: Uint8Array = new Uint8Array(0);
  for await (const file of files) {
    assert(
      isSafeEntryName(file.path) && !names.has(file.path),
      "a path in a zip is safe and single",
    );
    names.add(file.path);
    const name = new TextEncoder().encode(file.path);
    const header = localHeader(name);
    yield join(before, header);
    let crc32 = 0;
    let sizeInBytes = 0;
    for await (const chunk of file.bytes) {
      crc32 = updateCrc32(crc32, chunk);
      sizeInBytes += chunk.length;
      yield chunk;
    }
    const entry = { name, isFolder: file.path.endsWith("/"), crc32, sizeInBytes, offset };
    const descriptor = dataDescriptor(entry);
    before = descriptor;
    written.push(entry);
    offset += header.length + sizeInBytes + descriptor.length;
  }
  yield before;
  const listOffset = offset;
  for (const entry of written) {
    const record = centralRecord(entry);
    offset += record.length;
    yield record;
  }
  yield endRecords(written.length, listOffset, offset - listOffset);
}

interface Written {
  readonly name: Uint8Array;
  readonly isFolder: boolean;
  readonly crc32: number;
  readonly sizeInBytes: number;
  readonly offset: number;
}

const largest16 = 0xff_ff;
const largest32 = 0xff_ff_ff_ff;
/** 1980-01-01 00:00: the earliest that a zip can say, so that it says nothing. */
const firstDosDate = 0x00_21;
/** Bit 3: sizes behind the data. Bit 11: the name is UTF-8. */
const flags = 0x08_08;
const versionPlain = 20;
const versionZip64 = 45;
/** Made by Unix: readers then take the mode of files and folders from the external attributes. */
const hostUnix = 3 << 8;

/** Fields in their order, little-endian; 8 bytes where the width says so. */
const fields = (...list: readonly (readonly [width: 2 | 4 | 8, value: number])[]): Uint8Array => {
  const bytes = new Uint8Array(list.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of list) {
    let rest = value;
    for (let i = 0; i < width; i += 1) {
      bytes[at + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    at += width;
  }
  return bytes;
};

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const localHeader = (name: Uint8Array): Uint8Array =>
  join(
    fields(
      [4, signatures.localHeader],
      [2, versionPlain],
      [2, flags],
      [2, 0],
      [2, 0],
      [2, firstDosDate],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  );

const dataDescriptor = (entry: Written): Uint8Array => {
  const width = entry.sizeInBytes >= largest32 ? 8 : 4;
  return fields(
    [4, signatures.dataDescriptor],
    [4, entry.crc32],
    [width, entry.sizeInBytes],
    [width, entry.sizeInBytes],
  );
};

const centralRecord = (entry: Written): Uint8Array => {
  const isLarge = entry.sizeInBytes >= largest32;
  const isFar = entry.offset >= largest32;
  const wide = fields(
    ...(isLarge
      ? ([
          [8, entry.sizeInBytes],
          [8, entry.sizeInBytes],
        ] as const)
      : []),
    ...(isFar ? ([[8, entry.offset]] as const) : []),
  );
  const extra = wide.length === 0 ? wide : join(fields([2, 1], [2, wide.length]), wide);
  const version = wide.length === 0 ? versionPlain : versionZip64;
  const mode = entry.isFolder ? 0o040_755 : 0o100_644;
  return join(
    fields(
      [4, signatures.centralHeader],
      [2, hostUnix + version],
      [2, version],
      [2, flags],
      [2, 0],
      [2, 0],
      [2, firstDosDate],
      [4, entry.crc32],
      [4, isLarge ? largest32 : entry.sizeInBytes],
      [4, isLarge ? largest32 : entry.sizeInBytes],
      [2, entry.name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, mode * 65_536 + (entry.isFolder ? 0x10 : 0)],
      [4, isFar ? largest32 : entry.offset],
    ),
    entry.name,
    extra,
  );
};

const endRecords = (count: number, listOffset: number, listSize: number): Uint8Array => {
  const needsZip64 = count >= largest16 || listOffset >= largest32 || listSize >= largest32;
  const wide = needsZip64
    ? fields(
        [4, signatures.zip64End],
        [8, 44],
        [2, hostUnix + versionZip64],
        [2, versionZip64],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, listSize],
        [8, listOffset],
        [4, signatures.zip64Locator],
        [4, 0],
        [8, listOffset + listSize],
        [4, 1],
      )
    : new Uint8Array(0);
  return join(
    wide,
    fields(
      [4, signatures.end],
      [2, 0],
      [2, 0],
      [2, Math.min(count, largest16)],
      [2, Math.min(count, largest16)],
      [4, Math.min(listSize, largest32)],
      [4, Math.min(listOffset, largest32)],
      [2, 0],
    ),
  );
};
