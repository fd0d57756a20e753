import fc from "fast-check";
import { expect, it } from "vitest";

import { type ByteSource, bytesToSource, ok, Secret } from "@holdfast/evidence";

import { openStream, SealedDataDamaged } from "./open-stream.ts";
import { paddedSize } from "./padded-size.ts";
import { sealSource } from "./seal-source.ts";
import { createTestDeps } from "./testing/node-deps.ts";

const deps = createTestDeps();
const runs = { numRuns: process.env["SLOW"] === undefined ? 20 : 1_000 };
const chunkSizeLog2 = 12;

const seal = async (content: Uint8Array, source: ByteSource = bytesToSource(content)) => {
  const key = new Secret(deps.random.bytes(32));
  const pieces: Uint8Array[] = [];
  const seen: Uint8Array[] = [];
  const result = await sealSource(deps, {
    key,
    chunkSizeLog2,
    source,
    sink: { write: (bytes) => Promise.resolve(ok(void pieces.push(bytes.slice()))) },
    inspect: (plain) => void seen.push(plain.slice()),
  });
  return { key, result, sealed: Buffer.concat(pieces), seen: Buffer.concat(seen) };
};
const open = (key: Secret<Uint8Array<ArrayBuffer>>, sealed: Uint8Array) =>
  openStream(deps, { key, sealed: bytesToSource(sealed) });
const contentOf = (size: number): Buffer => {
  const content = Buffer.alloc(size);
  for (let i = 0; i < size; i += 1) content[i] = (i * 31 + (i >> 8)) & 0xff;
  return content;
};

it("gives back any content, shows it to the inspector once, and reads any stretch of it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(40_000),
      fc.nat(50_000),
      fc.nat(9_000),
      async (size, offset, length) => {
        const content = contentOf(size);
        const { key, result, sealed, seen } = await seal(content);
        expect(result).toEqual({ ok: true, value: { sizeInBytes: sealed.length } });
        expect(seen.equals(content)).toBe(true);
        const opened = await open(key, sealed);
        if (!opened.ok) throw new Error(opened.error.code);
        expect(opened.value.sizeInBytes).toBe(size);
        const read = await opened.value.read(offset, length);
        expect(Buffer.from(read).equals(content.subarray(offset, offset + length))).toBe(true);
      },
    ),
    runs,
  );
});

it.each([0, 1, 4_087, 4_088, 4_089, 4_096, 8_184, 8_185, 8_192, 12_280])(
  "keeps %i bytes, at the borders of chunks and size classes",
  async (size) => {
    const { key, sealed } = await seal(contentOf(size));
    const opened = await open(key, sealed);
    expect(opened.ok && Buffer.from(await opened.value.read(0, size)).equals(contentOf(size))).toBe(
      true,
    );
  },
);

it("hides the length: all that fits one size class is sealed to one size", async () => {
  const sizes = await Promise.all(
    [0, 17, 2_000, 4_088].map(async (n) => (await seal(contentOf(n))).sealed.length),
  );
  expect(new Set(sizes).size).toBe(1);
  for (const size of [5_000, 1e6, 1e9]) expect(paddedSize(size) / size).toBeLessThan(1.12);
  expect(paddedSize(2 ** 30 + 8) / 2 ** 30).toBeLessThan(1.04);
});

const isFoundDamaged = async (
  key: Secret<Uint8Array<ArrayBuffer>>,
  sealed: Uint8Array,
): Promise<boolean> => {
  const opened = await open(key, sealed);
  if (!opened.ok) return opened.error.code === "sealed_data_damaged";
  return opened.value.read(0, opened.value.sizeInBytes).then(
    () => false,
    (cause: unknown) => cause instanceof SealedDataDamaged,
  );
};

const damages: readonly (readonly [string, (sealed: Buffer) => Buffer])[] = [
  ["cut by a byte", (sealed) => sealed.subarray(0, -1)],
  ["cut by a chunk", (sealed) => sealed.subarray(0, 32 + 2 * 4_112)],
  ["one byte longer", (sealed) => Buffer.concat([sealed, Buffer.alloc(1)])],
  [
    "with two chunks exchanged",
    (sealed) =>
      Buffer.concat([
        sealed.subarray(0, 32),
        sealed.subarray(32 + 4_112, 32 + 8_224),
        sealed.subarray(32, 32 + 4_112),
        sealed.subarray(32 + 8_224),
      ]),
  ],
  ["emptied", () => Buffer.alloc(0)],
];
it.each(damages)("does not open a stream that was %s", async (_, damage) => {
  const { key, sealed } = await seal(contentOf(11_000));
  expect(await isFoundDamaged(key, damage(sealed))).toBe(true);
});

it("finds one flipped bit anywhere", async () => {
  const { key, sealed } = await seal(contentOf(9_000));
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      expect(await isFoundDamaged(key, changed)).toBe(true);
    }),
    runs,
  );
});

it("does not open a chunk that was taken from another stream of the same place", async () => {
  const first = await seal(contentOf(9_000));
  const second = await seal(contentOf(9_000));
  const mixed = Buffer.from(first.sealed);
  second.sealed.copy(mixed, 32, 32, 32 + 4_112);
  const opened = await open(first.key, mixed);
  if (!opened.ok) throw new Error(opened.error.code);
  await expect(opened.value.read(0, 10)).rejects.toThrow(SealedDataDamaged);
});

it("stops with a value when the source throws or ends early, or the sink is full", async () => {
  const content = contentOf(20_000);
  const failing = { sizeInBytes: 20_000, read: () => Promise.reject(new Error("gone")) };
  expect((await seal(content, failing)).result).toEqual({
    ok: false,
    error: { code: "source_failed", cause: "gone" },
  });
  const short = { ...bytesToSource(content.subarray(0, 15_000)), sizeInBytes: 20_000 };
  expect((await seal(content, short)).result).toMatchObject({ error: { code: "source_failed" } });
  let written = 0;
  const full = await sealSource(deps, {
    key: new Secret(deps.random.bytes(32)),
    chunkSizeLog2,
    source: bytesToSource(content),
    sink: {
      write: (bytes) =>
        Promise.resolve(
          (written += bytes.length) > 9_000
            ? ({ ok: false, error: { code: "disk_full" } } as const)
            : ok(undefined),
        ),
    },
    inspect: () => undefined,
  });
  expect(full).toEqual({ ok: false, error: { code: "disk_full" } });
});
