import type { EventTime } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import { gapBetween } from "./gaps.ts";

const hourMs = 3_600_000;
const wall = (precision: "minute" | "day" = "minute"): EventTime => ({
  kind: "wall",
  local: "2026-03-05T21:14:00",
  precision,
  basis: "export-text",
});
const instant: EventTime = { kind: "instant", at: 0, precision: "second", basis: "message-header" };

describe("gapBetween", () => {
  it("names minutes, hours and days, and nothing that is short", () => {
    const after = (ms: number) =>
      gapBetween({ time: wall(), wallMs: 0 }, { time: wall(), wallMs: ms });
    expect(after(10 * 60_000)).toBeUndefined();
    expect(after(45 * 60_000)).toEqual({ unit: "minutes", count: 45 });
    expect(after(9 * hourMs)).toEqual({ unit: "hours", count: 9 });
    expect(after(72 * hourMs)).toEqual({ unit: "days", count: 3 });
  });

  it("says nothing between clocks that do not know of each other, or where only the day is known", () => {
    expect(
      gapBetween({ time: wall(), wallMs: 0 }, { time: instant, wallMs: 9 * hourMs }),
    ).toBeUndefined();
    expect(
      gapBetween({ time: wall("day"), wallMs: 0 }, { time: wall(), wallMs: 9 * hourMs }),
    ).toBeUndefined();
  });
});
