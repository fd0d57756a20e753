import type { ByteSource } from "@holdfast/evidence";

import { toBoundedBytes } from "./bounded-bytes.ts";

/** A box of an ISO base media file (HEIC, AVIF, MP4, MOV, 3GP). Offsets are bytes in the source. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
  /** The box claims to end behind its parent or the file. */
  readonly cut: boolean;
}

/** Thousands of eight-byte boxes are an attack; a film in fragments has some thousands at the top. */
const maximumBoxes = 10_000;

/**
 * The boxes of one level between two offsets, in order; nothing inside them is read.
 *
 * Source: ISO/IEC 14496-12 §4.2 (32-bit size, 64-bit when it is 1, to the end when it is 0).
 */
export async function* boxesIn(
  source: ByteSource,
  start: number,
  end: number,
): AsyncGenerator<Box> {
  let offset = start;
  for (let boxes = 0; boxes < maximumBoxes && offset + 8 <= end; boxes += 1) {
    const head = toBoundedBytes(await source.read(offset, 16), false);
    const short = head.u32(0);
    if (short === undefined || head.length < 8) return;
    const long = short === 1 ? (head.u32(8) ?? 0) * 0x1_0000_0000 + (head.u32(12) ?? 0) : undefined;
    const headerSize = long === undefined ? 8 : 16;
    const size = long ?? (short === 0 ? end - offset : short);
    if (size < headerSize) return;
    const boxEnd = Math.min(end, offset + size);
    yield {
      type: head.ascii(4, 4),
      start: offset,
      contentStart: Math.min(boxEnd, offset + headerSize),
      end: boxEnd,
      cut: offset + size > end,
    };
    offset = boxEnd;
  }
}

/** The first box of each wanted type on one level. */
export const findBoxes = async (
  source: ByteSource,
  start: number,
  end: number,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, Box>> => {
  const found = new Map<string, Box>();
  for await (const box of boxesIn(source, start, end)) {
    if (wanted.includes(box.type) && !found.has(box.type)) found.set(box.type, box);
    if (found.size === wanted.length) break;
  }
  return found;
};
