import fc from "fast-check";
import { expect, test } from "vitest";

import { updateCrc32 } from "./crc32.ts";

test("gives the check value of the standard for 123456789", () => {
  expect(updateCrc32(0, new TextEncoder().encode("123456789"))).toBe(0xcb_f4_39_26);
});

test("gives the same for any cut of the bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      const first = updateCrc32(0, bytes.subarray(0, cut));
      expect(updateCrc32(first, bytes.subarray(cut))).toBe(updateCrc32(0, bytes));
    }),
  );
});
