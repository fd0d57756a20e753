import type { ByteSource } from "@holdfast/evidence";

import { headerSizesInBytes } from "./byte-fields.ts";
import {
  type DirectoryPlace,
  type DirectoryRecord,
  findDirectory,
  readRecords,
} from "./central-directory.ts";
import { decodeEntryName, isSafeEntryName } from "./entry-name.ts";
import { recoverRecords } from "./recover-records.ts";
import type { ZipEntry, ZipLimits, ZipNote, ZipNoteCode } from "./zip-entry.ts";

export interface ZipListing {
  /** What can be opened, in the list's order. */
  readonly entries: readonly ZipEntry[];
  /** Every entry that was refused, by name, and what is wrong with the archive itself. */
  readonly notes: readonly ZipNote[];
  /** `found`: the entries were found by their own headers because the list is missing or damaged. */
  readonly listedBy: "directory" | "found";
}

/**
 * The files of a zip, without opening any. One hostile entry is refused with a note; the rest is kept.
 *
 * Errors: rejects only when the source does.
 * Source: PKWARE APPNOTE 6.3.10; overlapping entries: D. Fifield, "A better zip bomb" (WOOT 2019).
 */
export const listZip = async (source: ByteSource, limits: ZipLimits): Promise<ZipListing> => {
  const whole = { offset: 0, length: source.sizeInBytes };
  const place = await findDirectory(source);
  if (place !== undefined) {
    const read = await readDirectory(source, place, limits);
    if (read.complete) {
      const notes: ZipNote[] = read.cut ? [{ code: "archive_too_many_entries", ...whole }] : [];
      return { ...checkRecords(read.records, place.offset, notes), listedBy: "directory" };
    }
  }
  const found = await recoverRecords(source, limits.maximumArchiveEntries);
  const notes: ZipNote[] = [{ code: "archive_damaged", ...whole }];
  if (found.cut) notes.push({ code: "archive_too_many_entries", ...whole });
  for (const lost of found.lost) {
    notes.push({
      code: "archive_damaged",
      name: decodeEntryName(lost.rawName, false, new Uint8Array(0)),
      offset: lost.offset,
      length: source.sizeInBytes - lost.offset,
    });
  }
  return { ...checkRecords(found.records, source.sizeInBytes, notes), listedBy: "found" };
};

const readDirectory = async (
  source: ByteSource,
  place: DirectoryPlace,
  limits: ZipLimits,
): Promise<{ records: readonly DirectoryRecord[]; complete: boolean; cut: boolean }> => {
  const records: DirectoryRecord[] = [];
  const reading = readRecords(source, place);
  for (;;) {
    const next = await reading.next();
    if (next.done === true) return { records, complete: next.value, cut: false };
    if (records.length >= limits.maximumArchiveEntries) {
      return { records, complete: true, cut: true };
    }
    records.push(next.value);
  }
};

const checkRecords = (
  records: readonly DirectoryRecord[],
  directoryOffset: number,
  archiveNotes: readonly ZipNote[],
): { entries: readonly ZipEntry[]; notes: readonly ZipNote[] } => {
  const notes: ZipNote[] = [...archiveNotes];
  const names = new Set<string>();
  const layout = measureLayout(records, directoryOffset);
  const entries: ZipEntry[] = [];
  for (const [index, record] of records.entries()) {
    const name = decodeEntryName(record.rawName, (record.flags & utf8Flag) !== 0, record.extra);
    const refused =
      refusalOf(record, name)
      ?? (names.has(name) ? "entry_name_repeated" : undefined)
      ?? layout.refusals[index];
    if (refused !== undefined) {
      notes.push({
        code: refused,
        name,
        offset: record.recordOffset,
        length: record.recordLength,
      });
      continue;
    }
    names.add(name);
    entries.push({
      index,
      name,
      isFolder: name.endsWith("/"),
      method: record.method === 0 ? "stored" : "deflate",
      sizeInBytes: record.sizeInBytes,
      compressedSizeInBytes: record.compressedSizeInBytes,
      crc32: record.crc32,
      headerOffset: record.headerOffset,
      endsBefore: layout.ends[index] ?? directoryOffset,
      rawName: record.rawName,
    });
  }
  return { entries, notes };
};

const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const utf8Flag = 0x0800;
const unixHosts: readonly number[] = [3, 19];

const refusalOf = (record: DirectoryRecord, name: string): ZipNoteCode | undefined => {
  if (!isSafeEntryName(name)) return "entry_path_unsafe";
  if (isLink(record)) return "entry_is_link";
  if ((record.flags & encryptedFlags) !== 0) return "entry_encrypted";
  if (record.method !== 0 && record.method !== 8) return "entry_method_unknown";
  if (record.method === 0 && record.compressedSizeInBytes !== record.sizeInBytes) {
    return "entry_size_lies";
  }
  return undefined;
};

const isLink = (record: DirectoryRecord): boolean =>
  unixHosts.includes(record.hostSystem)
  && ((record.externalAttributes >>> 16) & 0o170_000) === 0o120_000;

/**
 * Where each entry must end, and which entries share bytes with one before them or reach into the list. The local
 * header is not read here: what it must at least hold is known from the list, and opening checks the rest.
 */
const measureLayout = (
  records: readonly DirectoryRecord[],
  directoryOffset: number,
): { ends: readonly number[]; refusals: readonly (ZipNoteCode | undefined)[] } => {
  const ends = Array.from({ length: records.length }, () => directoryOffset);
  const refusals = Array.from<ZipNoteCode | undefined>({ length: records.length });
  const order = [...records.entries()].sort(([, a], [, b]) => a.headerOffset - b.headerOffset);
  let takenUpTo = 0;
  let previous: number | undefined;
  for (const [index, record] of order) {
    const end =
      record.headerOffset
      + headerSizesInBytes.local
      + record.rawName.length
      + record.compressedSizeInBytes;
    if (end > directoryOffset) {
      refusals[index] = "archive_damaged";
      continue;
    }
    if (record.headerOffset < takenUpTo) {
      refusals[index] = "entry_overlaps";
      continue;
    }
    if (previous !== undefined) ends[previous] = record.headerOffset;
    previous = index;
    takenUpTo = end;
  }
  return { ends, refusals };
};
