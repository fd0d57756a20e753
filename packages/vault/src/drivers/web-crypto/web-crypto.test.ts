import { createCipheriv, createHash } from "node:crypto";
import { expect, it } from "vitest";

import { Secret } from "@holdfast/evidence";

import { createWebAead, createWebHasher, createWebKdf, createWebRandom } from "./web-crypto.ts";

it("hashes several streams at once as node:crypto does", async () => {
  const hasher = await createWebHasher();
  for (let round = 0; round < 30; round += 1) {
    const [one, two] = [hasher.sha256(), hasher.sha512()];
    const three = hasher.sha256();
    for (const piece of ["the tide ", "is high"]) {
      for (const hash of [one, two, three]) hash.update(Buffer.from(piece));
    }
    three.update(Buffer.from("!"));
    const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
    const wanted = (name: string, text: string) => createHash(name).update(text).digest("hex");
    expect(hexOf(one.digest())).toBe(wanted("sha256", "the tide is high"));
    expect(hexOf(two.digest())).toBe(wanted("sha512", "the tide is high"));
    expect(hexOf(three.digest())).toBe(wanted("sha256", "the tide is high!"));
  }
});

it("computes more hashes at once than it has engines, and loses nothing by those that are never ended", async () => {
  const hasher = await createWebHasher();
  for (const name of ["sha256", "sha512"] as const) {
    for (let round = 0; round < 3; round += 1) {
      const open = Array.from({ length: 40 }, (_, nth) => ({ nth, hash: hasher[name]() }));
      for (let piece = 0; piece < 5; piece += 1) {
        for (const { nth, hash } of open) hash.update(Buffer.from(`${nth}/${piece} `.repeat(nth)));
      }
      for (const { nth, hash } of open.filter((one) => one.nth % 3 !== 0)) {
        const theirs = createHash(name);
        for (let piece = 0; piece < 5; piece += 1) theirs.update(`${nth}/${piece} `.repeat(nth));
        expect(Buffer.from(hash.digest()).toString("hex")).toBe(theirs.digest("hex"));
      }
    }
  }
});

it("encrypts as OpenSSL does, and opens nothing that was changed", async () => {
  const random = createWebRandom();
  const key = random.bytes(32);
  const nonce = random.bytes(12);
  const additionalData = random.bytes(40);
  const plain = random.bytes(70_000);
  const buffer = new Uint8Array(plain.length + 16);
  buffer.set(plain);
  const imported = await createWebAead().importKey(new Secret(key));
  const sealed = Uint8Array.from(await imported.seal(nonce, additionalData, buffer));
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(additionalData);
  const theirs = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  expect(theirs.equals(sealed)).toBe(true);
  const opened = await imported.open(nonce, additionalData, sealed);
  expect(Buffer.from(plain).equals(opened ?? new Uint8Array(0))).toBe(true);
  sealed[9] = (sealed[9] ?? 0) ^ 1;
  expect(await imported.open(nonce, additionalData, sealed)).toBeUndefined();
});

it("derives the Argon2id test vector of the reference implementation", async () => {
  const derived = await createWebKdf().argon2id({
    password: new Uint8Array(Buffer.from("password")),
    salt: new Uint8Array(Buffer.from("somesalt")),
    memoryInKibibytes: 65_536,
    passes: 2,
    lanes: 1,
    lengthInBytes: 32,
  });
  expect(Buffer.from(derived).toString("hex")).toBe(
    "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
  );
});
