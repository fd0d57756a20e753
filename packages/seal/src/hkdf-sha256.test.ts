import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";

import { bytesToHex } from "@holdfast/evidence";

import { hkdfSha256, hmacSha256 } from "./hkdf-sha256.ts";
import { createTestDeps } from "./testing/node-deps.ts";

const deps = createTestDeps();

it("gives the third test case of RFC 5869", () => {
  const bare = hkdfSha256(deps, {
    key: new Uint8Array(22).fill(0x0b),
    salt: new Uint8Array(0),
    info: "",
    lengthInBytes: 42,
  });
  expect(bytesToHex(bare)).toBe(
    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  );
});

it("gives the HMAC that node:crypto gives, for any key and message", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 300 }),
      (key, message) => {
        expect(bytesToHex(hmacSha256(deps, key, message))).toBe(
          createHmac("sha256", key).update(message).digest("hex"),
        );
      },
    ),
    { numRuns: process.env["SLOW"] === undefined ? 20 : 1_000 },
  );
});
