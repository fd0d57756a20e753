import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";

import { Secret } from "@holdfast/evidence";

import { createNodeAead } from "./node-crypto.ts";

const aead = createNodeAead();
afterAll(() => aead.close());

const webCryptoSeal = async (
  key: Uint8Array<ArrayBuffer>,
  nonce: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> => {
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData }, imported, plain),
  );
};

it.each([0, 1, 1_000, 65_536, 700_001])(
  "gives the bytes that WebCrypto gives for %i bytes, here or on the other thread",
  async (size) => {
    const key = new Uint8Array(randomBytes(32));
    const nonce = new Uint8Array(randomBytes(12));
    const additionalData = new Uint8Array(randomBytes(40));
    const plain = new Uint8Array(randomBytes(size));
    const buffer = new Uint8Array(size + 16);
    buffer.set(plain);
    const imported = await aead.importKey(new Secret(key));
    const sealed = Uint8Array.from(await imported.seal(nonce, additionalData, buffer));
    const theirs = await webCryptoSeal(key, nonce, additionalData, plain);
    expect(Buffer.from(sealed).equals(theirs)).toBe(true);
    const opened = await imported.open(nonce, additionalData, sealed);
    expect(Buffer.from(opened ?? []).equals(plain)).toBe(true);
  },
);

it("encrypts a large buffer of its own where it is, and gives it to the next stream", async () => {
  const { buffers } = aead;
  const size = 200_000;
  const plain = new Uint8Array(randomBytes(size));
  const buffer = buffers.take(size + 16);
  buffer.set(plain);
  const key = new Uint8Array(randomBytes(32));
  const imported = await aead.importKey(new Secret(key));
  const nonce = new Uint8Array(12);
  const sealed = await imported.seal(nonce, Uint8Array.of(1), buffer);
  const theirs = await webCryptoSeal(key, nonce, Uint8Array.of(1), plain);
  expect(Buffer.from(sealed).equals(theirs)).toBe(true);
  expect(Buffer.from(buffer).equals(theirs)).toBe(true);
  buffers.give(buffer);
  expect(buffers.take(size + 16).buffer).toBe(buffer.buffer);
  expect(buffers.take(size + 16).buffer).not.toBe(buffer.buffer);
});

it("opens nothing when a bit of the sealed bytes, the nonce or the additional data differs", async () => {
  const imported = await aead.importKey(new Secret(new Uint8Array(randomBytes(32))));
  const nonce = new Uint8Array(12);
  const additionalData = Uint8Array.of(1, 2, 3);
  const sealed = Uint8Array.from(await imported.seal(nonce, additionalData, new Uint8Array(40)));
  const changed = sealed.slice();
  changed[3] = (changed[3] ?? 0) ^ 1;
  expect(await imported.open(nonce, additionalData, changed)).toBeUndefined();
  expect(
    await imported.open(Uint8Array.from(nonce).fill(1, 0, 1), additionalData, sealed),
  ).toBeUndefined();
  expect(await imported.open(nonce, Uint8Array.of(1, 2), sealed)).toBeUndefined();
});
