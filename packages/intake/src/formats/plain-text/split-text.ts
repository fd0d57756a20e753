import type { ByteSource } from "@holdfast/evidence";

import type { TextEncoding } from "../../text/text-encoding.ts";

export interface TextBlock {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Cuts a text into blocks of at most `maximumSizeInBytes` that tile it: behind an empty line when one stands in the
 * second half of the block, else behind a line, else between two characters. Where it cuts depends on the bytes alone.
 */
export async function* splitText(
  source: ByteSource,
  start: number,
  maximumSizeInBytes: number,
  encoding: TextEncoding["label"],
): AsyncGenerator<TextBlock> {
  // Four bytes hold every character; an even number keeps UTF-16 in step.
  const size = Math.max(4, maximumSizeInBytes - (maximumSizeInBytes % 2));
  let offset = start;
  while (offset < source.sizeInBytes) {
    const bytes = await source.read(offset, size);
    const isLast = offset + bytes.length >= source.sizeInBytes;
    const end = isLast || bytes.length === 0 ? bytes.length : findCut(bytes, encoding);
    if (end === 0) return;
    yield { offset, bytes: bytes.subarray(0, end) };
    offset += end;
  }
}

const lf = 0x0a;

const findCut = (bytes: Uint8Array, encoding: TextEncoding["label"]): number =>
  encoding === "utf-8" ? findUtf8Cut(bytes) : findUtf16Cut(bytes, encoding === "utf-16le");

const findUtf8Cut = (bytes: Uint8Array): number => {
  const half = bytes.length / 2;
  const lastLine = bytes.lastIndexOf(lf) + 1;
  for (let at = lastLine - 1; at > half; at = bytes.lastIndexOf(lf, at - 1)) {
    if (bytes[at - 1] === lf || (bytes[at - 1] === 0x0d && bytes[at - 2] === lf)) return at + 1;
  }
  if (lastLine > 0) return lastLine;
  let cut = bytes.length;
  // A byte 10xxxxxx goes on with a character; more than three of them are no UTF-8 anyway.
  while (cut > bytes.length - 4 && ((bytes[cut - 1] ?? 0) & 0xc0) === 0x80) cut -= 1;
  const lead = bytes[cut - 1] ?? 0;
  const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return bytes.length - cut + 1 >= wanted ? bytes.length : Math.max(1, cut - 1);
};

const findUtf16Cut = (bytes: Uint8Array, littleEndian: boolean): number => {
  const unit = (at: number): number =>
    littleEndian
      ? (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
      : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const even = bytes.length - (bytes.length % 2);
  for (let at = even - 2; at > bytes.length / 2; at -= 2) if (unit(at) === lf) return at + 2;
  const last = unit(even - 2);
  return last >= 0xd800 && last <= 0xdbff && even > 2 ? even - 2 : even;
};
