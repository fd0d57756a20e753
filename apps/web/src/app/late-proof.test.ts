import { describe, expect, it } from "vitest";

import type { DoorState } from "../door/door.ts";
import { createLateProof, freshMs } from "./late-proof.ts";

const setUp = () => {
  let now = 1_000;
  let state: DoorState = { kind: "locked", why: "asked" };
  const listeners = new Set<() => void>();
  const proof = createLateProof(
    {
      state: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    () => now,
  );
  return {
    proof,
    wait: (ms: number) => {
      now += ms;
    },
    lock: () => {
      state = { kind: "locked", why: "asked" };
      listeners.forEach((listener) => listener());
    },
  };
};

describe("a late proof", () => {
  it("holds for some minutes, and no longer", () => {
    const { proof, wait } = setUp();
    expect(proof.isFresh()).toBe(false);
    proof.proved();
    wait(freshMs - 1);
    expect(proof.isFresh()).toBe(true);
    wait(1);
    expect(proof.isFresh()).toBe(false);
  });

  it("ends when the place closes", () => {
    const { proof, lock } = setUp();
    proof.proved();
    lock();
    expect(proof.isFresh()).toBe(false);
  });

  it("is not made young by a clock that was set back", () => {
    const { proof, wait } = setUp();
    proof.proved();
    wait(-10_000);
    expect(proof.isFresh()).toBe(false);
  });
});
