import { createHmac } from "node:crypto";

import { toSha256Hex } from "@holdfast/evidence";
import fc from "fast-check";
import { expect, test } from "vitest";

import { exhibitKeys } from "./custody/exhibit-keys.ts";
import { hmacSha256 } from "./hash.ts";
import { hashText, nodeHasher } from "./testing/memory-case.ts";

const deps = { hasher: nodeHasher };

test("computes the same HMAC as Node for keys shorter and longer than a block", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 150 }),
      fc.uint8Array({ maxLength: 150 }),
      (key, text) => {
        const ours = Buffer.from(hmacSha256(deps, key, text));
        expect(ours.equals(createHmac("sha256", key).update(text).digest())).toBe(true);
      },
    ),
    { numRuns: process.env["SLOW"] === undefined ? 50 : 1_000 },
  );
});

test("gives an exhibit the same folder and salt under one full bag, and others under another one", () => {
  const first = toSha256Hex(hashText("first salt"));
  const second = toSha256Hex(hashText("second salt"));
  const nonce = toSha256Hex(hashText("nonce"));
  const keys = exhibitKeys(deps, first, nonce);
  expect(exhibitKeys(deps, first, nonce)).toEqual(keys);
  expect(keys.folder).toMatch(/^[0-9a-f]{32}$/);
  expect(exhibitKeys(deps, second, nonce).folder).not.toBe(keys.folder);
  expect(keys.salt.startsWith(keys.folder)).toBe(false);
  const other = exhibitKeys(deps, first, toSha256Hex(hashText("another nonce")));
  expect(other.folder).not.toBe(keys.folder);
  expect(other.salt).not.toBe(keys.salt);
});

// A change here would break the tie between disclosure bags and the full bags that people hold already.
test("keeps the derivation that older full bags were made with", () => {
  const salt = toSha256Hex("00".repeat(32));
  const key = Buffer.alloc(32);
  const nonce = toSha256Hex("11".repeat(32));
  const expected = (label: string): string =>
    createHmac("sha256", key).update(`${label}/${nonce}`).digest("hex");
  expect(exhibitKeys(deps, salt, nonce)).toEqual({
    folder: expected("holdfast/bag/folder/2").slice(0, 32),
    salt: expected("holdfast/bag/item-salt/2"),
  });
});
