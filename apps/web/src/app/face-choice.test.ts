import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createFaceChoice, type FaceMemory } from "./face-choice.ts";
import { type Face, faces } from "./faces.ts";

const createMemory = (first?: string) => {
  let kept = first;
  const memory: FaceMemory = {
    read: () => kept,
    write: (face) => {
      kept = face;
    },
    remove: () => {
      kept = undefined;
    },
  };
  return { memory, kept: () => kept };
};

const start = (given: { ofAddress?: Face; isInstalled?: boolean; kept?: string } = {}) => {
  const { memory, kept } = createMemory(given.kept);
  const applied: Face[] = [];
  const choice = createFaceChoice({
    ofAddress: given.ofAddress,
    isInstalled: given.isInstalled ?? false,
    memory,
    apply: (face) => applied.push(face),
  });
  return { choice, kept, applied };
};

describe("the face", () => {
  it("writes nothing down before the person chooses", () => {
    const { choice, kept, applied } = start();
    expect([choice.current(), kept(), applied]).toEqual(["notes", undefined, []]);
  });

  it("is what was chosen, after a reload too, and puts it on once", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...faces), { minLength: 1 }), (chosen) => {
        const first = start();
        for (const face of chosen) first.choice.choose(face, { stays: true });
        const second = start({ kept: first.kept() ?? "" });
        expect(second.choice.current()).toBe(chosen.at(-1));
        expect(first.applied).toEqual(chosen);
      }),
    );
  });

  it("leaves nothing where nothing may stay, not even what was kept before", () => {
    const { choice, kept } = start({ kept: "weather" });
    choice.choose("study", { stays: false });
    expect([choice.current(), kept()]).toEqual(["study", undefined]);
  });

  it("cannot be changed once it is installed", () => {
    const { choice, kept } = start({ ofAddress: "recipes", isInstalled: true, kept: "weather" });
    choice.choose("study", { stays: true });
    expect([choice.current(), choice.isFixed, kept()]).toEqual(["recipes", true, "weather"]);
  });

  it("takes a word that it does not know for no choice", () => {
    fc.assert(
      fc.property(fc.string(), (kept) => {
        const known = faces.find((face) => face === kept);
        expect(start({ kept }).choice.current()).toBe(known ?? "notes");
      }),
    );
  });
});
