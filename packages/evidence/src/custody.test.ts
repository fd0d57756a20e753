import { describe, expect, it } from "vitest";

import { canonicalJson } from "./canonical-json.ts";
import { custodyEntrySchema, custodyLineSchema, custodyOpeningSchema } from "./custody.ts";

const hash = "0a".repeat(32);
const added = {
  salt: hash,
  at: 1_790_000_000_000,
  action: "item.add",
  exhibit: "ev-0001",
  kind: "chat-export",
  origin: "received-export",
  sha256: hash,
  sizeInBytes: 12,
  items: 3,
  itemsRoot: hash,
  notes: 1,
};

describe("custody entries", () => {
  it("read back from their canonical JSON unchanged", () => {
    const entry = custodyEntrySchema.parse(added);
    expect(custodyEntrySchema.parse(JSON.parse(canonicalJson(entry)))).toEqual(entry);
    expect(custodyOpeningSchema.parse({ seq: 1, entry: added })).toEqual({ seq: 1, entry });
  });

  it.each([
    ["an unknown member", { ...added, viewedBy: "somebody" }],
    ["an unknown action", { ...added, action: "item.view" }],
    ["no salt", { ...added, salt: undefined }],
    ["a hash in capitals", { ...added, sha256: hash.toUpperCase() }],
    ["a time between milliseconds", { ...added, at: 0.5 }],
    [
      "an erased exhibit that is named",
      { salt: hash, at: 1, action: "item.erase", exhibit: "ev-0001" },
    ],
  ])("refuse %s", (_, value) => {
    expect(custodyEntrySchema.safeParse(value).success).toBe(false);
  });
});

describe("custody lines", () => {
  it("count from one and know one version", () => {
    const line = { v: 1, seq: 1, prev: "0".repeat(64), commit: hash };
    expect(custodyLineSchema.parse(line)).toEqual(line);
    expect(custodyLineSchema.safeParse({ ...line, seq: 0 }).success).toBe(false);
    expect(custodyLineSchema.safeParse({ ...line, v: 2 }).success).toBe(false);
  });
});
