import { expect, it } from "vitest";

import { type CustodyEntry, custodyEntrySchema } from "./custody.ts";
import { exhibitIdSchema } from "./ids.ts";
import { tellAgain, toWholeMinute } from "./tell-again.ts";

const hash = "0a".repeat(32);
const mine = exhibitIdSchema.parse("ev-482913");
const other = exhibitIdSchema.parse("ev-700001");
const inBag = new Set([mine]);
const minute = 1_789_999_980_000;

const entryOf = (rest: object): CustodyEntry =>
  custodyEntrySchema.parse({ salt: hash, at: minute + 59_999, ...rest });

const derive = { action: "derive", exhibit: mine, by: "redaction", sha256: hash } as const;

it.each([
  ["item.verify", { action: "item.verify", exhibit: mine, sha256: hash, same: true }],
  ["note.add", { action: "note.add", exhibit: mine, text: "seen on the bus" }],
  ["derive", { ...derive, from: mine }],
])("tells %s without its salt, to the minute", (_, rest) => {
  expect(tellAgain(entryOf(rest), inBag)).toEqual({ ...rest, at: minute });
});

it.each([
  ["what was made from an exhibit that stays at home", { ...derive, from: other }],
  ["a note on the whole case", { action: "note.add", text: "mine alone" }],
  ["who got what", { action: "disclose", to: "police", exhibits: [mine], purpose: "police" }],
  ["that it was withdrawn", { action: "item.withdraw", exhibit: mine }],
  ["filling", { action: "log.fill" }],
])("does not tell %s", (_, rest) => {
  expect(tellAgain(entryOf(rest), inBag)).toBeUndefined();
});

it("cuts times before 1970 to the minute before them", () => {
  expect(toWholeMinute(-1)).toBe(-60_000);
});
