import { createHash } from "node:crypto";

import { bytesToSource } from "@holdfast/evidence";
import { afterAll, expect, test } from "vitest";

import { createNodeHasher } from "./node-crypto.ts";
import { createTwoCoreHash } from "./two-core-hash-file.ts";

const twoCore = createTwoCoreHash(createNodeHasher());
afterAll(() => twoCore.close());

const bytesOf = (size: number): Uint8Array =>
  new Uint8Array(size).map((_, i) => (i * 31 + (i >> 8)) & 0xff);
const expected = (bytes: Uint8Array) => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  sha512: createHash("sha512").update(bytes).digest("hex"),
});

test("several large and small files at a time get the digests that node:crypto gives", async () => {
  const files = [0, 1, 9_000_001, 8 * 1_048_576, 20_000_000].map(bytesOf);
  const digests = await Promise.all(
    files.map((bytes) => twoCore.hashFile(bytesToSource(bytes), { onBytes: () => undefined })),
  );
  expect(digests).toEqual(files.map(expected));
});

test("a cancelled file leaves the thread fit for the next one", async () => {
  const cancelled = new AbortController();
  const bytes = bytesOf(30_000_000);
  const running = twoCore.hashFile(bytesToSource(bytes), {
    onBytes: () => cancelled.abort(),
    signal: cancelled.signal,
  });
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
  expect(await twoCore.hashFile(bytesToSource(bytes), { onBytes: () => undefined })).toEqual(
    expected(bytes),
  );
});
