import { expect, test } from "vitest";

import type { Hours } from "./helplines.ts";
import { openingAt, runsOfDays } from "./opening.ts";

const london: Hours = {
  zone: "Europe/London",
  open: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "10:00", to: "16:00" }],
};
const at = (instant: string): number => Date.parse(instant);

test("a line is open from its first minute and closed from its last, by the clock there", () => {
  // A Monday in November: London keeps UTC.
  expect(openingAt(london, at("2026-11-23T09:59:00Z"))).toBe("closed");
  expect(openingAt(london, at("2026-11-23T10:00:00Z"))).toBe("open");
  expect(openingAt(london, at("2026-11-23T15:59:00Z"))).toBe("open");
  expect(openingAt(london, at("2026-11-23T16:00:00Z"))).toBe("closed");
});

test("summer time moves the hours with the clock", () => {
  expect(openingAt(london, at("2026-07-06T09:00:00Z"))).toBe("open");
  expect(openingAt(london, at("2026-07-06T15:00:00Z"))).toBe("closed");
});

test("a weekend is closed for a line of the working days", () => {
  expect(openingAt(london, at("2026-11-28T12:00:00Z"))).toBe("closed");
});

test("a span past midnight belongs to the evening on which it began", () => {
  const night: Hours = {
    zone: "Europe/Stockholm",
    open: [{ days: ["sun"], from: "21:00", to: "02:00" }],
  };
  expect(openingAt(night, at("2026-11-22T20:30:00Z"))).toBe("open");
  expect(openingAt(night, at("2026-11-23T00:30:00Z"))).toBe("open");
  expect(openingAt(night, at("2026-11-23T01:00:00Z"))).toBe("closed");
  expect(openingAt(night, at("2026-11-22T00:30:00Z"))).toBe("closed");
});

test("until 24:00 is until midnight", () => {
  const late: Hours = { zone: "Asia/Tokyo", open: [{ days: ["fri"], from: "18:00", to: "24:00" }] };
  expect(openingAt(late, at("2026-11-27T14:59:00Z"))).toBe("open");
  expect(openingAt(late, at("2026-11-27T15:00:00Z"))).toBe("closed");
});

test("day and night is open, unless it has days off that no clock tells", () => {
  expect(openingAt({ always: true }, 0)).toBe("open");
  expect(openingAt({ always: true, except: ["eid"] }, 0)).toBe("unknown");
});

test("a zone that is not known here is said to be unknown", () => {
  expect(openingAt({ ...london, zone: "Europe/Nowhere" }, 0)).toBe("unknown");
});

test("days that follow each other stand together", () => {
  expect(runsOfDays(["sun", "mon", "tue", "wed", "fri"])).toEqual([
    { first: "mon", last: "wed" },
    { first: "fri", last: "fri" },
    { first: "sun", last: "sun" },
  ]);
});
