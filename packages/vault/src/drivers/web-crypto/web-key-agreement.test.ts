import { expect, it } from "vitest";

import { createTestDeps } from "@holdfast/seal/testing";

import { createWebKeyAgreement } from "./web-key-agreement.ts";

const salt = new Uint8Array(Buffer.from("salt of both"));

it("agrees with OpenSSL on the key, whoever made which pair", async () => {
  const web = createWebKeyAgreement();
  const { keyAgreement: openssl } = createTestDeps();
  const [ours, theirs] = [await web.createPair(), await openssl.createPair()];
  expect([ours.publicKey.length, ours.publicKey[0]]).toEqual([65, 4]);
  const shared = { salt, info: "test" };
  const keys = [
    await web.agree({ own: ours, publicKey: theirs.publicKey, ...shared }),
    await web.agree({ own: theirs, publicKey: ours.publicKey, ...shared }),
    await openssl.agree({ own: ours, publicKey: theirs.publicKey, ...shared }),
    await openssl.agree({ own: theirs, publicKey: ours.publicKey, ...shared }),
  ].map((key) => Buffer.from(key?.reveal() ?? []).toString("hex"));
  expect(keys[0]).toHaveLength(64);
  expect(new Set(keys).size).toBe(1);
  const other = await web.agree({ own: ours, publicKey: theirs.publicKey, salt, info: "other" });
  expect(Buffer.from(other?.reveal() ?? []).toString("hex")).not.toBe(keys[0]);
});

it("answers bytes that are no point of the curve with nothing", async () => {
  const web = createWebKeyAgreement();
  const own = await web.createPair();
  for (const at of [0, 5, 64]) {
    const publicKey = own.publicKey.slice();
    publicKey[at] = (publicKey[at] ?? 0) ^ 1;
    expect(await web.agree({ own, publicKey, salt, info: "test" })).toBeUndefined();
  }
});
