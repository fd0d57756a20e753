import { expect, it } from "vitest";

import { wallTimeToUtcMs } from "./calendar.ts";
import { createIntlZoneOffsets } from "./zone-offsets.ts";

const zones = createIntlZoneOffsets();
const offsets = (zone: string, local: string) => zones.offsetsOf(zone, wallTimeToUtcMs(local));

it.each([
  ["Asia/Karachi", "2026-07-01T12:00:00", [300]],
  ["Asia/Kathmandu", "2026-07-01T12:00:00", [345]],
  ["Europe/London", "2026-01-15T12:00:00", [0]],
  ["Europe/London", "2026-07-15T12:00:00", [60]],
  ["Pacific/Kiritimati", "2026-07-15T12:00:00", [840]],
  ["America/New_York", "2026-03-08T01:59:59", [-300]],
  ["America/New_York", "2026-03-08T03:00:00", [-240]],
])("gives the offset of %s at %s", (zone, local, expected) => {
  expect(offsets(zone, local)).toEqual(expected);
});

it("gives both offsets in the hour that happened twice, and one on either side of it", () => {
  expect(offsets("Europe/Berlin", "2026-10-25T01:59:59")).toEqual([120]);
  expect(offsets("Europe/Berlin", "2026-10-25T02:30:00")).toEqual([60, 120]);
  expect(offsets("Europe/Berlin", "2026-10-25T03:00:00")).toEqual([60]);
});

it("gives both sides of a gap", () => {
  expect(offsets("Europe/Berlin", "2026-03-29T02:30:00")).toEqual([60, 120]);
});

it("gives both sides of a day that a zone skipped", () => {
  expect(offsets("Pacific/Apia", "2011-12-30T12:00:00")).toEqual([-600, 840]);
});

it("gives nothing for a zone that nobody knows", () => {
  expect(offsets("Atlantis/Capital", "2026-03-29T02:30:00")).toEqual([]);
});
