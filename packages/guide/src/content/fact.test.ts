import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { daySchema, factOf, isOlderThanAYear, trustOf } from "./fact.ts";

const fact = factOf(z.string());
const seen = {
  value: "999",
  status: "seen",
  checkedOn: "2026-11-25",
  source: ["https://example.org/numbers"],
};
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("factOf", () => {
  it("takes a fact with its source, and one that nobody has seen", () => {
    expect(fact.safeParse(seen).success).toBe(true);
    expect(fact.safeParse({ ...seen, status: "unverified", source: [] }).success).toBe(true);
  });

  it.each([
    ["seen nowhere", { ...seen, source: [] }],
    ["a source that is no https address", { ...seen, source: ["http://example.org"] }],
    ["a source without a host", { ...seen, source: ["https://somewhere"] }],
    ["a day that no calendar has", { ...seen, checkedOn: "2026-02-30" }],
    ["a field that nobody reads", { ...seen, sources: [] }],
  ])("refuses a fact with %s", (_, value) => {
    expect(fact.safeParse(value).success).toBe(false);
  });
});

describe("trustOf", () => {
  it("calls a fact old when more than a year has gone by since it was checked", () => {
    const ground = { status: "seen", checkedOn: "2026-11-25", source: ["https://example.org"] };
    const trust = (today: string) => trustOf({ ...ground, status: "seen" }, today);
    expect(trust("2026-11-25")).toBe("checked");
    expect(trust("2027-11-25")).toBe("checked");
    expect(trust("2027-11-26")).toBe("old");
  });

  it("never trusts what was not seen, and never trusts more as time goes by", () => {
    fc.assert(
      fc.property(day, day, day, (checkedOn, a, b) => {
        const [sooner = "", later = ""] = [a, b].toSorted();
        const ground = { checkedOn, source: ["https://example.org/"] };
        expect(trustOf({ ...ground, status: "unverified" }, sooner)).toBe("not-checked");
        fc.pre(isOlderThanAYear(checkedOn, sooner));
        expect(trustOf({ ...ground, status: "seen" }, later)).toBe("old");
      }),
    );
  });
});

describe("daySchema", () => {
  it("takes every day of the calendar", () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(daySchema.safeParse(text).success).toBe(true);
      }),
    );
  });
});
