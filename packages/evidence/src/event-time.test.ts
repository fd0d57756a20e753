import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { civilOfUtcMs, civilToWallTime } from "./calendar.ts";
import {
  type EventTime,
  eventTimeSchema,
  timeBounds,
  type TimePrecision,
  timePrecisionSchema,
  type ZoneOffsets,
} from "./event-time.ts";

const runs = { numRuns: process.env["SLOW"] === "1" ? 1_000 : 100 };
const hour = 3_600_000;

/** Knows two zones: one that never changes, and one whose clocks went back from 120 to 60 minutes. */
const zones: ZoneOffsets = {
  offsetsOf: (zone) => (zone === "Test/Fixed" ? [330] : zone === "Test/Twice" ? [60, 120] : []),
};

const wall = (local: string, precision: TimePrecision, zone?: string): EventTime => ({
  kind: "wall",
  local,
  precision,
  basis: "export-text",
  ...(zone === undefined ? {} : { zone }),
});

describe("timeBounds", () => {
  it("gives an instant the length of its precision", () => {
    const at = Date.UTC(2026, 8, 21, 20, 15);
    const boundsOf = (precision: TimePrecision) =>
      timeBounds({ zones }, { kind: "instant", at, precision, basis: "message-header" }, undefined);
    expect(boundsOf("millisecond")).toEqual({ earliest: at, latest: at });
    expect(boundsOf("second")).toEqual({ earliest: at, latest: at + 999 });
    expect(boundsOf("minute")).toEqual({ earliest: at, latest: at + 59_999 });
    expect(boundsOf("day")).toEqual({ earliest: at, latest: at + 86_399_999 });
  });

  it("keeps a range, and says nothing of an unknown time", () => {
    expect(
      timeBounds(
        { zones },
        { kind: "range", earliest: 5, latest: 9, basis: "recollection" },
        undefined,
      ),
    ).toEqual({ earliest: 5, latest: 9 });
    expect(timeBounds({ zones }, { kind: "unknown" }, "Test/Fixed")).toBeUndefined();
  });

  it("spreads a wall time without a zone over every clock on Earth", () => {
    const asUtc = Date.UTC(2026, 8, 25, 18, 0);
    expect(timeBounds({ zones }, wall("2026-09-25T18:00:00", "minute"), undefined)).toEqual({
      earliest: asUtc - 14 * hour,
      latest: asUtc + 59_999 + 12 * hour,
    });
  });

  it("uses the case's zone, and the time's own before it", () => {
    const asUtc = Date.UTC(2026, 8, 25, 18, 0);
    const fixed = { earliest: asUtc - 330 * 60_000, latest: asUtc - 330 * 60_000 + 59_999 };
    const time = "2026-09-25T18:00:00";
    expect(timeBounds({ zones }, wall(time, "minute"), "Test/Fixed")).toEqual(fixed);
    expect(timeBounds({ zones }, wall(time, "minute", "Test/Fixed"), "Test/Twice")).toEqual(fixed);
  });

  it("takes both sides when an hour happened twice", () => {
    const asUtc = Date.UTC(2026, 9, 25, 2, 30);
    expect(
      timeBounds({ zones }, wall("2026-10-25T02:30:00", "second", "Test/Twice"), undefined),
    ).toEqual({
      earliest: asUtc - 2 * hour,
      latest: asUtc - hour + 999,
    });
  });

  it("treats a zone that nobody knows as no zone", () => {
    const time = wall("2026-09-25T18:00:00", "minute");
    expect(timeBounds({ zones }, time, "Nowhere/Lost")).toEqual(
      timeBounds({ zones }, time, undefined),
    );
  });

  it("always holds what a clock in any zone can have meant", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
        fc.integer({ min: -720, max: 840 }),
        fc.constantFrom(...timePrecisionSchema.options),
        (instant, offsetMinutes, precision) => {
          const unit = { millisecond: 1_000, second: 1_000, minute: 60_000, day: 86_400_000 }[
            precision
          ];
          const shown = Math.floor((instant + offsetMinutes * 60_000) / unit) * unit;
          const time = wall(
            civilToWallTime(civilOfUtcMs(shown)),
            precision === "millisecond" ? "second" : precision,
          );
          const bounds = timeBounds({ zones }, time, undefined);
          expect(bounds?.earliest).toBeLessThanOrEqual(instant);
          expect(bounds?.latest).toBeGreaterThanOrEqual(instant);
        },
      ),
      runs,
    );
  });
});

describe("eventTimeSchema", () => {
  it.each([
    { kind: "wall", local: "2026-09-25T18:00", precision: "minute", basis: "export-text" },
    { kind: "wall", local: "2026-09-25T18:00:00Z", precision: "minute", basis: "export-text" },
    { kind: "instant", at: 1.5, precision: "second", basis: "export-text" },
    { kind: "instant", at: 1, precision: "second", basis: "export-text", offsetMinutes: 1_200 },
    { kind: "unknown", at: 1 },
    { kind: "wall", local: "2026-09-25T18:00:00", precision: "minute", basis: "a guess" },
  ])("refuses %j", (value) => {
    expect(eventTimeSchema.safeParse(value).success).toBe(false);
  });
});
