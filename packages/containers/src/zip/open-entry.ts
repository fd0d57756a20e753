import { assert, type ByteSource, sliceSource, streamOf } from "@holdfast/evidence";

import { updateCrc32 } from "../crc32.ts";
import { headerSizesInBytes, signatures, u16, u32 } from "./byte-fields.ts";
import { inflateRange } from "./inflate.ts";
import { type ZipEntry, ZipEntryFailure, type ZipLimits } from "./zip-entry.ts";

/** What is left of an archive's total: shared by everything that is opened in it, archives in it included. */
export interface ExpansionBudget {
  /** Takes bytes that came out; false when they were too many. */
  readonly take: (sizeInBytes: number) => boolean;
}

export const createExpansionBudget = (limits: ZipLimits): ExpansionBudget => {
  let left = limits.maximumExpandedSizeInBytes;
  return {
    take: (sizeInBytes) => {
      left -= sizeInBytes;
      return left >= 0;
    },
  };
};

export interface OpenOptions {
  readonly limits: ZipLimits;
  /** Absent: this entry alone is held against the total. */
  readonly budget?: ExpansionBudget;
}

/**
 * The bytes of an entry, checked while they pass: size, checksum, ratio and total are counted on what really comes out.
 *
 * Errors: throws `ZipEntryFailure`. `entry_checksum_wrong` and an `entry_size_lies` of a file that is too short come
 * after the last byte: everything was given then, and is not what the archive promised.
 */
export async function* openEntry(
  source: ByteSource,
  entry: ZipEntry,
  options: OpenOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const budget = options.budget ?? createExpansionBudget(options.limits);
  let crc = 0;
  let sizeInBytes = 0;
  for await (const chunk of rawBytes(source, entry, await findData(source, entry))) {
    sizeInBytes += chunk.length;
    if (sizeInBytes > entry.sizeInBytes) throw new ZipEntryFailure("entry_size_lies");
    if (expandsTooMuch(entry, sizeInBytes, options.limits)) {
      throw new ZipEntryFailure("entry_too_large");
    }
    if (!budget.take(chunk.length)) throw new ZipEntryFailure("archive_expands_too_much");
    crc = updateCrc32(crc, chunk);
    yield chunk;
  }
  if (sizeInBytes !== entry.sizeInBytes) throw new ZipEntryFailure("entry_size_lies");
  if (crc !== entry.crc32) throw new ZipEntryFailure("entry_checksum_wrong");
}

const rawBytes = (
  source: ByteSource,
  entry: ZipEntry,
  dataOffset: number,
): AsyncIterable<Uint8Array<ArrayBuffer>> =>
  entry.method === "stored"
    ? streamOf(sliceSource(source, dataOffset, entry.compressedSizeInBytes))
    : inflateRange(source, dataOffset, entry.compressedSizeInBytes);

/** Small files may be nothing but zeros; a ratio says something only about large ones. */
const ratioCountsFromInBytes = 1 << 20;

const expandsTooMuch = (entry: ZipEntry, sizeInBytes: number, limits: ZipLimits): boolean =>
  sizeInBytes > ratioCountsFromInBytes
  && sizeInBytes > entry.compressedSizeInBytes * limits.maximumExpansionRatio;

/** Where the entry's data begin: the local header has lengths of its own, and must be the header of this entry. */
const findData = async (source: ByteSource, entry: ZipEntry): Promise<number> => {
  const header = await source.read(
    entry.headerOffset,
    headerSizesInBytes.local + entry.rawName.length,
  );
  const nameLength = u16(header, 26);
  const dataOffset = entry.headerOffset + headerSizesInBytes.local + nameLength + u16(header, 28);
  const isItsHeader =
    u32(header, 0) === signatures.localHeader
    && nameLength === entry.rawName.length
    && entry.rawName.every((byte, i) => byte === header[headerSizesInBytes.local + i]);
  if (!isItsHeader) throw new ZipEntryFailure("archive_damaged");
  if (dataOffset + entry.compressedSizeInBytes > entry.endsBefore) {
    throw new ZipEntryFailure("archive_damaged");
  }
  return dataOffset;
};

/** Up to here a deflated entry is held in memory, so that formats may jump in it. */
const heldInMemoryInBytes = 16 << 20;

/**
 * An entry as a source of its own. A stored entry is read where it stands, at the speed of the disk and without a
 * checksum (the caller hashes); a small deflated one is inflated once into memory; a large one is inflated again from
 * its beginning whenever somebody reads backwards.
 *
 * Errors: rejects with `ZipEntryFailure`; so do later reads, for what shows only then.
 */
export const entrySource = async (
  source: ByteSource,
  entry: ZipEntry,
  options: OpenOptions,
): Promise<ByteSource> => {
  if (entry.method === "stored") {
    const dataOffset = await findData(source, entry);
    return sliceSource(source, dataOffset, entry.sizeInBytes);
  }
  const open = () => openEntry(source, entry, options);
  return entry.sizeInBytes <= heldInMemoryInBytes
    ? inflatedInMemory(entry.sizeInBytes, open)
    : inflatedOnTheWay(entry.sizeInBytes, open);
};

type OpenBytes = () => AsyncGenerator<Uint8Array<ArrayBuffer>>;

const inflatedInMemory = (sizeInBytes: number, open: OpenBytes): ByteSource => {
  let held: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {
    sizeInBytes,
    read: async (offset, length) => {
      held ??= collect(sizeInBytes, open());
      return (await held).slice(offset, offset + length);
    },
  };
};

const collect = async (
  sizeInBytes: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const all = new Uint8Array(sizeInBytes);
  let at = 0;
  for await (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};

/** A window behind the reading place stays in memory, for formats that look back a little. */
const windowInBytes = 4 << 20;

const inflatedOnTheWay = (sizeInBytes: number, open: OpenBytes): ByteSource => {
  let stream: AsyncGenerator<Uint8Array<ArrayBuffer>> | undefined;
  let window: Uint8Array<ArrayBuffer>[] = [];
  let windowOffset = 0;
  let windowEnd = 0;
  // One reader at a time: two would inflate past each other.
  let queue: Promise<unknown> = Promise.resolve();

  const readNow = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const end = Math.min(offset + length, sizeInBytes);
    const out = new Uint8Array(Math.max(0, end - offset));
    if (out.length === 0) return out;
    if (stream === undefined || offset < windowOffset) {
      await stream?.return(undefined);
      stream = open();
      window = [];
      windowOffset = 0;
      windowEnd = 0;
    }
    while (windowEnd < end) {
      const next = await stream.next();
      if (next.done === true) break;
      window.push(next.value);
      windowEnd += next.value.length;
      let oldest = window[0];
      // What this read still needs is never let go.
      while (
        oldest !== undefined
        && windowOffset + oldest.length <= Math.min(offset, windowEnd - windowInBytes)
      ) {
        windowOffset += oldest.length;
        window.shift();
        oldest = window[0];
      }
    }
    copyFromWindow(window, windowOffset, offset, out);
    return out;
  };

  return {
    sizeInBytes,
    read: (offset, length) => {
      const result = queue.then(() => readNow(offset, length));
      queue = result.catch(() => undefined);
      return result;
    },
  };
};

const copyFromWindow = (
  window: readonly Uint8Array[],
  windowOffset: number,
  offset: number,
  out: Uint8Array,
): void => {
  let chunkOffset = windowOffset;
  let copied = 0;
  for (const chunk of window) {
    const from = Math.max(0, offset - chunkOffset);
    if (from < chunk.length && copied < out.length) {
      const part = chunk.subarray(from, from + out.length - copied);
      out.set(part, chunkOffset + from - offset);
      copied += part.length;
    }
    chunkOffset += chunk.length;
  }
  assert(copied === out.length, "an inflated window holds what was asked of it");
};
