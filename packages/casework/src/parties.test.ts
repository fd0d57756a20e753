import type { Handle, Party } from "@holdfast/evidence";
import { describe, expect, test } from "vitest";

import { indexParties, joinHandles, takeHandleAway } from "./parties.ts";

const phone: Handle = { scheme: "phone", value: "\u202A+1 202-555-0147\u202C" };
const name: Handle = { scheme: "name", value: "Arlo" };
const mail: Handle = { scheme: "email", value: "Arlo@Example.ORG" };

const joined = (parties: readonly Party[], id: string, handles: readonly Handle[]) =>
  joinHandles(parties, { party: { id, role: "threatening" }, handles });

describe("parties", () => {
  test("two handles are two people until the person says otherwise", () => {
    const index = indexParties([]);
    expect(index.partyOf(name)).toBeUndefined();
    expect(index.partyOf(phone)).toBeUndefined();
  });

  test("joined handles lead to one party, whatever marks and spaces the source put around them", () => {
    const result = joined([], "p1", [phone, name, mail]);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const index = indexParties(result.value);
    expect(index.partyOf({ scheme: "phone", value: "+12025550147" })?.id).toBe("p1");
    expect(index.partyOf({ scheme: "email", value: "arlo@example.org" })?.id).toBe("p1");
  });

  test("a name that only looks alike stays somebody else", () => {
    const result = joined([], "p1", [name]);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(indexParties(result.value).partyOf({ scheme: "name", value: "ArIo" })).toBeUndefined();
  });

  test("a handle is not taken from another party in passing", () => {
    const first = joined([], "p1", [name]);
    expect(first.ok).toBe(true);
    if (!first.ok) return;
    expect(joined(first.value, "p2", [name])).toMatchObject({
      ok: false,
      error: { code: "handle_taken", party: "p1" },
    });
  });

  test("joining again adds to the same party without doubling", () => {
    const first = joined([], "p1", [name]);
    expect(first.ok).toBe(true);
    if (!first.ok) return;
    const second = joined(first.value, "p1", [name, mail]);
    expect(second).toMatchObject({ ok: true, value: [{ id: "p1", handles: [name, mail] }] });
  });

  test("a party whose last handle is taken away disappears", () => {
    const first = joined([], "p1", [name]);
    expect(first.ok).toBe(true);
    if (!first.ok) return;
    expect(takeHandleAway(first.value, name)).toEqual([]);
  });
});
