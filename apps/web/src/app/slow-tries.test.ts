import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createSlowTries, delayAfterMs } from "./slow-tries.ts";

describe("slow tries", () => {
  it("waits longer with each wrong one, and never less", () => {
    fc.assert(
      fc.property(fc.nat(1_000), (tries) => {
        expect(delayAfterMs(tries + 1)).toBeGreaterThanOrEqual(delayAfterMs(tries));
      }),
    );
    expect(delayAfterMs(1)).toBe(0);
    expect(delayAfterMs(5)).toBe(300_000);
  });

  it("counts from now, and begins anew after a right one", () => {
    let now = 1_000;
    const tries = createSlowTries(() => now);
    tries.wrong();
    expect(tries.nextTryAt()).toBe(0);
    tries.wrong();
    expect(tries.nextTryAt()).toBe(6_000);
    now = 7_000;
    tries.wrong();
    expect(tries.nextTryAt()).toBe(22_000);
    tries.right();
    expect(tries.nextTryAt()).toBe(0);
  });
});
