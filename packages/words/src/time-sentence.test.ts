import { utcMsOf, type ZoneOffsets } from "@holdfast/evidence";
import { expect, test } from "vitest";

import { offsetAt, timeSentence } from "./time-sentence.ts";

/** Karachi, and a made-up zone that goes from +60 to 0 on 25 October 2026 at 01:00 UTC. */
const change = utcMsOf(2026, 10, 25, 1, 0, 0);
const zones: ZoneOffsets = {
  offsetsOf: (zone, wall) => {
    if (zone === "Asia/Karachi") return [300];
    if (zone !== "Europe/London") return [];
    return [0, 60].filter((o) => (wall - o * 60_000 < change ? o === 60 : o === 0));
  },
};
const deps = { zones };

test("says an instant locally with its weekday first and in UTC second", () => {
  const at = utcMsOf(2026, 3, 5, 16, 14, 9);
  const time = { kind: "instant", at, precision: "second", basis: "message-header" } as const;
  expect(timeSentence(deps, time, "Asia/Karachi")).toEqual({
    local: "Thursday 5 March 2026, 21:14:09 (Asia/Karachi, UTC+5:00)",
    utc: "2026-03-05 16:14:09 UTC",
    weekday: "Thursday",
  });
});

test("says an instant by the offset that its source wrote when no zone is known", () => {
  const at = utcMsOf(2026, 3, 5, 2, 0, 0);
  const time = {
    kind: "instant",
    at,
    precision: "second",
    basis: "message-header",
    offsetMinutes: -210,
  } as const;
  expect(timeSentence(deps, time).local).toBe("Wednesday 4 March 2026, 22:30:00 (UTC−3:30)");
});

test("does not invent UTC for a wall time without a zone", () => {
  const time = {
    kind: "wall",
    local: "2026-03-05T21:14:00",
    precision: "minute",
    basis: "export-text",
  } as const;
  const words = timeSentence(deps, time);
  expect(words.local).toBe("Thursday 5 March 2026, 21:14 (time zone not known)");
  expect(words.utc).toBeUndefined();
});

test("names both instants of a wall time that clocks showed twice", () => {
  const time = {
    kind: "wall",
    local: "2026-10-25T01:30:00",
    precision: "minute",
    basis: "export-text",
  } as const;
  expect(timeSentence(deps, time, "Europe/London").utc).toBe(
    "2026-10-25 00:30 or 2026-10-25 01:30 UTC",
  );
});

test("finds the one offset that held at an instant on either side of a change", () => {
  expect(offsetAt(zones, "Europe/London", change - 1)).toBe(60);
  expect(offsetAt(zones, "Europe/London", change)).toBe(0);
  expect(offsetAt(zones, "Europe/London", change - 3_600_000)).toBe(60);
  expect(offsetAt(zones, "Nowhere/Land", change)).toBeUndefined();
});

test("shows no clock for a time that is known to the day only", () => {
  const time = {
    kind: "wall",
    local: "2026-03-05T00:00:00",
    precision: "day",
    basis: "recollection",
  } as const;
  expect(timeSentence(deps, time, "Asia/Karachi")).toMatchObject({
    local: "Thursday 5 March 2026 (Asia/Karachi, UTC+5:00)",
    utc: "2026-03-04 19:00 to 2026-03-05 18:59 UTC",
  });
});

test("says UTC once where neither a zone nor an offset is known", () => {
  const at = utcMsOf(2026, 3, 5, 16, 14, 9);
  const time = { kind: "instant", at, precision: "second", basis: "container-metadata" } as const;
  expect(timeSentence(deps, time)).toEqual({
    local: "Thursday 5 March 2026, 16:14:09 UTC",
    weekday: "Thursday",
  });
});
