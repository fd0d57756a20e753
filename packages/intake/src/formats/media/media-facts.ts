import type { EventTime } from "@holdfast/evidence";

/** What a recording says of itself. */
export interface MediaFacts {
  readonly time?: EventTime;
  readonly durationMs?: number;
  readonly widthInPixels?: number;
  readonly heightInPixels?: number;
  readonly device?: string;
  readonly locationPresent: boolean;
  readonly truncated: boolean;
}

export const noFacts: MediaFacts = { locationPresent: false, truncated: false };

/** A hundred days: longer than any recording, shorter than what damaged numbers give. */
const maximumDurationMs = 8_640_000_000;

/** Whole milliseconds, when the number can be a duration at all. */
export const toDurationMs = (value: number): number | undefined =>
  Number.isFinite(value) && value > 0 && value <= maximumDurationMs ? Math.round(value) : undefined;
