/** One line without its LF. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Longer than allowed: `bytes` is its beginning, the rest was passed over. */
  readonly isTooLong: boolean;
  /** The last line of a file that does not end with LF. */
  readonly isOpen: boolean;
}

const lineFeed = 0x0a;

/** Cuts a stream into lines; memory holds one chunk and one line of at most `maximumLineSizeInBytes`. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  maximumLineSizeInBytes: number,
): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let isTooLong = false;
  const take = (part: Uint8Array<ArrayBuffer>): void => {
    const room = maximumLineSizeInBytes - size;
    if (part.length > room) isTooLong = true;
    if (room <= 0 || part.length === 0) return;
    const kept = part.slice(0, room);
    parts.push(kept);
    size += kept.length;
  };
  const finish = (isOpen: boolean): Line => {
    const line = { number, bytes: join(parts, size), isTooLong, isOpen };
    number += 1;
    parts = [];
    size = 0;
    isTooLong = false;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(lineFeed, start);
      if (end < 0) break;
      take(chunk.subarray(start, end));
      yield finish(false);
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0 || isTooLong) yield finish(true);
}

const join = (parts: readonly Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> => {
  const [first, second] = parts;
  if (first !== undefined && second === undefined) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
