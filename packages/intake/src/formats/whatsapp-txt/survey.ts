import { type ByteSource, streamOf } from "@holdfast/evidence";

import { DateOrderCounts, type DecidedOrder } from "./date-order.ts";
import { HeaderScan, longestHeaderInBytes, mayBeginHeader } from "./header.ts";
import { createSenderSurvey, type SenderHints } from "./sender-survey.ts";

/** What is true of the whole file, found in a first pass that keeps only counters. */
export interface Survey {
  readonly shape: number;
  readonly order: DecidedOrder;
  readonly senders: SenderHints;
}

/** Text that looks like headers in many ways; the file's own shape is among the first. */
const maximumShapes = 64;

/**
 * Looks at every line that may begin a message. `undefined` when none does.
 *
 * The file's shape is that of its first line, because an export begins with a header: a longer chat of another phone
 * pasted into a message cannot outvote it. Only when the first line is none (a file that was cut), the most frequent
 * shape counts.
 */
export const surveyChat = async (
  source: ByteSource,
  options: { readonly chunkSizeInBytes: number; readonly signal?: AbortSignal },
): Promise<Survey | undefined> => {
  const scan = new HeaderScan();
  const shapes = new Map<number, DateOrderCounts>();
  const senders = createSenderSurvey();
  let shapeOfFirstLine: number | undefined;
  await forEachLineStart(source, options, (bytes, at, isFirst) => {
    if (!mayBeginHeader(bytes[at]) || !scan.scan(bytes, at, bytes.length)) return;
    if (isFirst) shapeOfFirstLine = scan.shape;
    countDate(shapes, scan);
    if (shapeOfFirstLine === undefined || scan.shape === shapeOfFirstLine) {
      senders.add(bytes, scan.bodyAt);
    }
  });
  const shape = shapeOfFirstLine ?? mostFrequent(shapes);
  const counts = shape === undefined ? undefined : shapes.get(shape);
  if (shape === undefined || counts === undefined) return undefined;
  return { shape, order: counts.decide(), senders: senders.decide() };
};

const countDate = (shapes: Map<number, DateOrderCounts>, scan: HeaderScan): void => {
  let counts = shapes.get(scan.shape);
  if (counts === undefined) {
    if (shapes.size >= maximumShapes) return;
    counts = new DateOrderCounts({
      yearFirst: scan.yearFirst,
      yearDigits: scan.yearDigits,
      // Month first with "/" and a 12-hour clock: the setting of phones in the United States.
      looksAmerican: scan.hasPeriod && scan.separator === 1 && scan.yearDigits === 2,
    });
    shapes.set(scan.shape, counts);
  }
  counts.add(scan.first, scan.second, scan.third);
};

const mostFrequent = (shapes: ReadonlyMap<number, DateOrderCounts>): number | undefined => {
  let best: number | undefined;
  let most = 0;
  for (const [shape, counts] of shapes) {
    if (counts.count > most) {
      best = shape;
      most = counts.count;
    }
  }
  return best;
};

/**
 * Calls `visit` at the beginning of every line, with enough bytes behind it for a header and a sender; the same calls
 * for any size of chunk.
 */
const forEachLineStart = async (
  source: ByteSource,
  options: { readonly chunkSizeInBytes: number; readonly signal?: AbortSignal },
  visit: (bytes: Uint8Array, at: number, isFirst: boolean) => void,
): Promise<void> => {
  let carry: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let isInLine = false;
  for await (const chunk of streamOf(source, options.chunkSizeInBytes)) {
    if (options.signal?.aborted === true) return;
    const bytes = carry.length === 0 ? chunk : joinTwo(carry, chunk);
    const isLast = offset + bytes.length === source.sizeInBytes;
    let at = 0;
    while (at < bytes.length) {
      if (!isInLine) {
        if (!isLast && bytes.length - at < lookAheadInBytes) break;
        visit(bytes, at, offset + at === 0);
        isInLine = true;
      }
      const feed = bytes.indexOf(10, at);
      if (feed < 0) {
        at = bytes.length;
      } else {
        at = feed + 1;
        isInLine = false;
      }
    }
    carry = bytes.slice(at);
    offset += at;
  }
};

/** A header, and behind it two parts of a name. */
export const lookAheadInBytes = longestHeaderInBytes + 256;

export const joinTwo = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
};
