import { z } from "zod";

import { wallTimeToUtcMs } from "./calendar.ts";

/** How a time is known: a reader of the report decides on it what the time is worth. */
export const timeBasisSchema = z.enum([
  "message-header",
  "export-text",
  "container-metadata",
  "shown-on-screen",
  "file-metadata",
  "recollection",
]);
export type TimeBasis = z.infer<typeof timeBasisSchema>;

export const timePrecisionSchema = z.enum(["millisecond", "second", "minute", "day"]);
export type TimePrecision = z.infer<typeof timePrecisionSchema>;

/**
 * When something happened, as far as the source tells.
 *
 * - `instant`: a point in time. `at` is milliseconds since 1970 UTC; `offsetMinutes` east of UTC as the source wrote it.
 * - `wall`: what a clock on a wall showed, "2026-03-05T21:14:00", always to the second; digits finer than `precision`
 *   are zero and mean nothing. `zone` is an IANA name, present only when the person said so.
 * - `range`: somewhere between two instants, both included.
 * - `unknown`: the source does not say.
 */
export const eventTimeSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("instant"),
      at: z.int(),
      precision: timePrecisionSchema,
      basis: timeBasisSchema,
      offsetMinutes: z.int().min(-1080).max(1080).exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("wall"),
      local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      precision: timePrecisionSchema,
      basis: timeBasisSchema,
      zone: z.string().exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("range"),
      earliest: z.int(),
      latest: z.int(),
      basis: timeBasisSchema,
    })
    .readonly(),
  z.strictObject({ kind: z.literal("unknown") }).readonly(),
]);
export type EventTime = z.infer<typeof eventTimeSchema>;

export interface TimeBounds {
  /** Milliseconds since 1970 UTC, both included. */
  readonly earliest: number;
  readonly latest: number;
}

/** Clocks on Earth run from UTC-12 to UTC+14: a wall time without a zone lies within these. */
const mostEasternOffsetMs = 14 * 3_600_000;
const mostWesternOffsetMs = -12 * 3_600_000;

const lengthMs: Readonly<Record<TimePrecision, number>> = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  day: 86_400_000,
};

/** Gives the possible offsets (minutes east of UTC, smallest first) of a wall time in a zone; two when clocks went back. */
export interface ZoneOffsets {
  readonly offsetsOf: (zone: string, wallAsUtcMs: number) => readonly number[];
}

/**
 * The earliest and the latest instant that the time can mean; `undefined` when nothing is known.
 *
 * `zone` is the case's zone, used for wall times that carry none of their own.
 */
export const timeBounds = (
  deps: { readonly zones: ZoneOffsets },
  time: EventTime,
  zone: string | undefined,
): TimeBounds | undefined => {
  switch (time.kind) {
    case "instant":
      return { earliest: time.at, latest: time.at + lengthMs[time.precision] - 1 };
    case "range":
      return { earliest: time.earliest, latest: time.latest };
    case "unknown":
      return undefined;
    case "wall": {
      const asUtc = wallTimeToUtcMs(time.local);
      const end = asUtc + lengthMs[time.precision] - 1;
      const known = time.zone ?? zone;
      if (known === undefined) {
        return { earliest: asUtc - mostEasternOffsetMs, latest: end - mostWesternOffsetMs };
      }
      const offsets = deps.zones.offsetsOf(known, asUtc);
      const smallest = offsets[0];
      const largest = offsets.at(-1);
      if (smallest === undefined || largest === undefined) {
        return { earliest: asUtc - mostEasternOffsetMs, latest: end - mostWesternOffsetMs };
      }
      return { earliest: asUtc - largest * 60_000, latest: end - smallest * 60_000 };
    }
  }
};
