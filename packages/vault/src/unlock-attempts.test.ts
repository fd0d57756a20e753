import fc from "fast-check";
import { expect, it } from "vitest";

import { nextDelayMs } from "./unlock-attempts.ts";

it("waits for nothing after a slip of the finger, then longer each time, and never longer than a minute", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(nextDelayMs)).toEqual([
    0, 0, 0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
  ]);
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (failures) => {
      expect(nextDelayMs(failures + 1)).toBeGreaterThanOrEqual(nextDelayMs(failures));
      expect(nextDelayMs(failures)).toBeLessThanOrEqual(60_000);
    }),
  );
});
