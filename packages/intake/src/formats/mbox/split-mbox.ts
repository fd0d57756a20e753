import type { ByteSource } from "@holdfast/evidence";

/** A stretch of an mbox. `bytes` is a view that is valid until the next batch is asked for. */
export interface MboxPiece {
  readonly kind: "mail" | "before-first-mail";
  /** Of the "From " line, in the source. */
  readonly offset: number;
  readonly length: number;
  /** All bytes of the piece, or its beginning when it is longer than may be held. */
  readonly bytes: Uint8Array;
}

export interface SplitMboxLimits {
  readonly maximumMailSizeInBytes: number;
  readonly maximumHeaderSizeInBytes: number;
}

const standardChunkSizeInBytes = 2 * 1_048_576;
/** A "From " line is shorter than this; so many bytes must be seen before one is decided on. */
const maximumFromLineInBytes = 1_024;

const separator =
  /^From .{0,900}?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} +\d{1,2}:\d\d(?::\d\d)?(?: [A-Z]{1,5}| [+-]\d{4})? +(?:19|20)\d\d(?: [A-Z]{1,5}| [+-]\d{4})?(?: remote from .*)?\s*$/;

/** What is held of the source: everything from the piece that is being collected, or its last bytes. */
interface Held {
  buffer: Uint8Array<ArrayBuffer>;
  length: number;
  /** Where `buffer[0]` stands in the source. */
  offset: number;
}

/**
 * Splits an mbox in constant memory: one chunk and the longest mail that may be held.
 *
 * A new mail begins at a "From " line with a date behind it that stands at the very beginning or after a blank line.
 * Content-Length is not trusted: whoever wrote a mail could hide the next one with it. Pieces tile the source,
 * and are the same for every size of chunk.
 * Source: RFC 4155 appendix A; qmail's mbox(5) (mboxo, mboxrd, mboxcl).
 */
export async function* splitMbox(
  source: ByteSource,
  limits: SplitMboxLimits,
  chunkSizeInBytes: number = standardChunkSizeInBytes,
): AsyncGenerator<readonly MboxPiece[]> {
  const held: Held = {
    buffer: new Uint8Array(Math.min(2 * chunkSizeInBytes, source.sizeInBytes)),
    length: 0,
    offset: 0,
  };
  const piece: OpenPiece = { start: 0, isMail: false, head: undefined };
  let scanned = 0;
  while (held.offset + held.length < source.sizeInBytes) {
    append(held, await source.read(held.offset + held.length, chunkSizeInBytes));
    const atEnd = held.offset + held.length >= source.sizeInBytes;
    const scanTo = held.offset + held.length - (atEnd ? 0 : maximumFromLineInBytes);
    const pieces: MboxPiece[] = [];
    let at = nextSeparator(held, scanned, scanTo);
    while (at !== undefined) {
      if (at > piece.start) pieces.push(closePiece(held, piece, at));
      piece.start = at;
      piece.isMail = true;
      piece.head = undefined;
      at = nextSeparator(held, at + 1, scanTo);
    }
    scanned = Math.max(scanned, scanTo);
    if (atEnd) pieces.push(closePiece(held, piece, source.sizeInBytes));
    if (pieces.length > 0) yield pieces;
    letGo(held, piece, scanned, limits);
  }
}

interface OpenPiece {
  start: number;
  isMail: boolean;
  /** The piece's beginning, once it has become too long to be held whole. */
  head: Uint8Array | undefined;
}

const closePiece = (held: Held, piece: OpenPiece, end: number): MboxPiece => ({
  kind: piece.isMail ? "mail" : "before-first-mail",
  offset: piece.start,
  length: end - piece.start,
  bytes: piece.head ?? held.buffer.subarray(piece.start - held.offset, end - held.offset),
});

const append = (held: Held, chunk: Uint8Array): void => {
  if (held.length + chunk.length > held.buffer.length) {
    const larger = new Uint8Array(Math.max(held.buffer.length * 2, held.length + chunk.length));
    larger.set(held.buffer.subarray(0, held.length));
    held.buffer = larger;
  }
  held.buffer.set(chunk, held.length);
  held.length += chunk.length;
};

/** Drops what is decided: the pieces that were given out, and the inside of one that is too long. */
const letGo = (held: Held, piece: OpenPiece, scanned: number, limits: SplitMboxLimits): void => {
  const size = held.offset + held.length - piece.start;
  if (piece.head === undefined && size > limits.maximumMailSizeInBytes + maximumFromLineInBytes) {
    const from = piece.start - held.offset;
    piece.head = held.buffer.slice(from, from + limits.maximumHeaderSizeInBytes);
  }
  // Four bytes before the place that is scanned next tell whether a blank line stands there.
  const keepFrom = piece.head === undefined ? piece.start : Math.max(piece.start, scanned - 4);
  const drop = Math.max(0, Math.min(keepFrom - held.offset, held.length));
  held.buffer.copyWithin(0, drop, held.length);
  held.length -= drop;
  held.offset += drop;
};

/** The next separator at or after a place in the source, before `to`. */
const nextSeparator = (held: Held, from: number, to: number): number | undefined => {
  const { buffer } = held;
  const end = to - held.offset;
  let at = buffer.indexOf(0x46, Math.max(0, from - held.offset));
  while (at >= 0 && at < end) {
    if (
      buffer[at + 1] === 0x72
      && buffer[at + 2] === 0x6f
      && buffer[at + 3] === 0x6d
      && buffer[at + 4] === 0x20
      && isSeparator(held, at)
    ) {
      return held.offset + at;
    }
    at = buffer.indexOf(0x46, at + 1);
  }
  return undefined;
};

const isSeparator = (held: Held, at: number): boolean => {
  const { buffer, length } = held;
  const place = held.offset + at;
  // The first line of the file may have any date, or none: some programs write none.
  if (place === 0) return true;
  if (buffer[at - 1] !== 0x0a) return false;
  const before = buffer[at - 2] === 0x0d ? at - 3 : at - 2;
  const isBlankBefore = buffer[before] === 0x0a || held.offset + before < 0;
  if (!isBlankBefore) return false;
  const lineEnd = buffer.indexOf(0x0a, at);
  if (
    lineEnd < 0 ? length - at >= maximumFromLineInBytes : lineEnd - at >= maximumFromLineInBytes
  ) {
    return false;
  }
  const end = lineEnd < 0 || lineEnd > length ? length : lineEnd;
  return separator.test(asciiOf(buffer.subarray(at, end)));
};

const latin1 = new TextDecoder("latin1");
const asciiOf = (bytes: Uint8Array): string => latin1.decode(bytes);
