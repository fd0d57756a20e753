import type { ByteSource } from "@holdfast/evidence";

import { overlappingChunks } from "../../readers/overlapping-chunks.ts";
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

const separators = ["slash", "hyphen", "dot", "sign"] as const;

const countDate = (shapes: Map<number, DateOrderCounts>, scan: HeaderScan): void => {
  let counts = shapes.get(scan.shape);
  if (counts === undefined) {
    if (shapes.size >= maximumShapes) return;
    counts = new DateOrderCounts({
      yearFirst: scan.yearFirst,
      yearDigits: scan.yearDigits,
      separator: separators[(scan.separator - 1) % 4] ?? "sign",
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
  let position = 0;
  let isInLine = false;
  const reading = { ...options, overlapInBytes: lookAheadInBytes };
  for await (const { bytes, offset, isLast } of overlappingChunks(source, reading)) {
    if (options.signal?.aborted === true) return;
    let at = position - offset;
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
    position = offset + at;
  }
};

/** A header, and behind it two parts of a name. */
export const lookAheadInBytes = longestHeaderInBytes + 256;
