import type { EventTime, ZoneOffsets } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { orderTimeline, type Placed } from "./order-timeline.ts";

const zones: ZoneOffsets = { offsetsOf: (zone) => (zone === "Etc/GMT-2" ? [120] : []) };
const wall = (local: string): EventTime => ({
  kind: "wall",
  local,
  precision: "minute",
  basis: "export-text",
});
const instant = (at: string): EventTime => ({
  kind: "instant",
  at: Date.parse(at),
  precision: "second",
  basis: "message-header",
});
const placed = (source: string, time: EventTime, offset = 0): Placed => ({
  source,
  time,
  span: { offset, length: 1 },
});

describe("orderTimeline", () => {
  test("says that the order is not certain where a wall time without a zone meets an instant of another source", () => {
    const ordered = orderTimeline(
      { zones },
      [
        placed("chat", wall("2026-03-05T21:14:00")),
        placed("mail", instant("2026-03-05T20:00:00Z")),
      ],
      undefined,
    );
    expect(ordered.map((entry) => entry.orderCertain)).toEqual([false, false]);
  });

  test("is certain once the person has named the zone", () => {
    const ordered = orderTimeline(
      { zones },
      [
        placed("chat", wall("2026-03-05T21:14:00")),
        placed("mail", instant("2026-03-05T20:00:00Z")),
      ],
      "Etc/GMT-2",
    );
    expect(ordered.map((entry) => entry.entry.source)).toEqual(["chat", "mail"]);
    expect(ordered.map((entry) => entry.orderCertain)).toEqual([true, true]);
  });

  test("puts what has no time last, in the order of its source", () => {
    const ordered = orderTimeline(
      { zones },
      [
        placed("a", { kind: "unknown" }, 1),
        placed("b", instant("2026-01-01T00:00:00Z")),
        placed("a", { kind: "unknown" }, 2),
      ],
      undefined,
    );
    expect(ordered.map((entry) => [entry.entry.source, entry.entry.span.offset])).toEqual([
      ["b", 0],
      ["a", 1],
      ["a", 2],
    ]);
  });

  test("loses nothing and never goes back in time", () => {
    const time = fc.oneof(
      fc.integer({ min: 0, max: 4e12 }).map((at): EventTime => ({
        kind: "instant",
        at,
        precision: "second",
        basis: "message-header",
      })),
      fc.constant<EventTime>({ kind: "unknown" }),
    );
    fc.assert(
      fc.property(fc.array(time), (times) => {
        const ordered = orderTimeline(
          { zones },
          times.map((t, i) => placed("s", t, i)),
          undefined,
        );
        expect(ordered).toHaveLength(times.length);
        const earliest = ordered.map((entry) => entry.bounds?.earliest ?? Number.POSITIVE_INFINITY);
        expect(earliest).toEqual([...earliest].sort((a, b) => (a === b ? 0 : a - b)));
      }),
      { numRuns: process.env["SLOW"] === "1" ? 1000 : 20 },
    );
  });
});
