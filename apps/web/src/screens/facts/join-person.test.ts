import type { Handle, Party } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import { joinPerson } from "./join-person.ts";

const name: Handle = { scheme: "name", value: "Arlo" };
const mail: Handle = { scheme: "email", value: "arlo@example.org" };
const maya: Handle = { scheme: "name", value: "Maya" };

describe("joinPerson", () => {
  it("makes one somebody of handles that the person said are the same", () => {
    const one = joinPerson([], name, { kind: "new", role: "threatening" });
    const two = joinPerson(one, mail, { kind: "same", party: one[0]?.id ?? "" });
    expect(two).toEqual([{ id: "p1", role: "threatening", label: "Arlo", handles: [name, mail] }]);
  });

  it("takes a handle from whoever had it before: the last answer counts", () => {
    const before: readonly Party[] = [{ id: "p1", role: "other", handles: [maya, name] }];
    expect(joinPerson(before, maya, { kind: "self" })).toEqual([
      { id: "p1", role: "other", handles: [name] },
      { id: "p2", role: "self", handles: [maya] },
    ]);
  });

  it("has one self, however many handles", () => {
    const one = joinPerson([], maya, { kind: "self" });
    const two = joinPerson(one, mail, { kind: "self" });
    expect(two).toEqual([{ id: "p1", role: "self", handles: [maya, mail] }]);
  });
});
