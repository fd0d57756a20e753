import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type ByteSource, bytesToSource, readAll, sliceSource, streamOf } from "./byte-source.ts";

const runs = { numRuns: process.env["SLOW"] === "1" ? 1_000 : 50 };

const collect = async (source: ByteSource, chunkSizeInBytes?: number): Promise<number[]> => {
  const found: number[] = [];
  for await (const chunk of streamOf(source, chunkSizeInBytes)) found.push(...chunk);
  return found;
};

const anyBytes = fc.uint8Array({ maxLength: 300 });

describe("streamOf", () => {
  it("gives every byte once and in order, whatever the chunk's size", async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 400 }), async (bytes, size) => {
        expect(await collect(bytesToSource(bytes), size)).toEqual([...bytes]);
      }),
      runs,
    );
  });

  it("says that an empty source is damaged, to whoever reads it", async () => {
    const damaged: ByteSource = {
      sizeInBytes: 0,
      read: () => Promise.reject(new Error("damaged")),
    };
    await expect(collect(damaged)).rejects.toThrow("damaged");
  });

  it("leaves no failure to nobody when whoever reads stops before it", async () => {
    const failing: ByteSource = {
      sizeInBytes: 8,
      read: (offset) =>
        offset === 0 ? Promise.resolve(new Uint8Array(4)) : Promise.reject(new Error("late")),
    };
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on("unhandledRejection", hear);
    const first: number[] = [];
    for await (const chunk of streamOf(failing, 4)) {
      first.push(...chunk);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", hear);
    expect([first.length, unheard]).toEqual([4, []]);
  });

  it("goes on where a source gave less than was asked", async () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
    const stingy: ByteSource = {
      sizeInBytes: 100,
      read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + Math.min(7, length))),
    };
    expect(await collect(stingy, 30)).toEqual([...bytes]);
  });

  it("stops instead of waiting for ever when a source ends before its size", async () => {
    const short: ByteSource = {
      sizeInBytes: 10,
      read: (offset, length) => Promise.resolve(new Uint8Array(4).slice(offset, offset + length)),
    };
    await expect(collect(short, 4)).rejects.toThrow("gives bytes until its end");
  });

  it("passes on a failure of the source", async () => {
    const broken: ByteSource = {
      sizeInBytes: 10,
      read: (offset) =>
        offset === 0 ? Promise.resolve(new Uint8Array(5)) : Promise.reject(new Error("gone")),
    };
    await expect(collect(broken, 5)).rejects.toThrow("gone");
  });
});

describe("sliceSource", () => {
  it("reads as a cut-out array does, beyond its end too", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyBytes,
        fc.nat(300),
        fc.nat(300),
        fc.nat(400),
        fc.nat(400),
        async (bytes, from, wanted, offset, length) => {
          const start = Math.min(from, bytes.length);
          const size = Math.min(wanted, bytes.length - start);
          const slice = sliceSource(bytesToSource(bytes), start, size);
          const same = Uint8Array.from(bytes.slice(start, start + size));
          expect(slice.sizeInBytes).toBe(size);
          expect(await slice.read(offset, length)).toEqual(same.slice(offset, offset + length));
          expect(await readAll(slice)).toEqual(same);
        },
      ),
      runs,
    );
  });

  it("does not reach beyond its source", () => {
    const source = bytesToSource(new Uint8Array(10));
    expect(() => sliceSource(source, 5, 6)).toThrow("Broken assumption");
    expect(() => sliceSource(source, -1, 2)).toThrow("Broken assumption");
  });
});

describe("bytesToSource", () => {
  it("gives copies: who changes what was read does not change the source", async () => {
    const source = bytesToSource(Uint8Array.of(1, 2, 3));
    (await source.read(0, 3)).fill(0);
    expect(await readAll(source)).toEqual(Uint8Array.of(1, 2, 3));
  });
});
