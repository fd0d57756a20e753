import fc from "fast-check";
import { expect, it } from "vitest";

import { bytesToSource } from "@holdfast/evidence";

import { readAhead } from "./read-ahead.ts";

it("gives the bytes of the source, whatever is asked for and in whatever order", async () => {
  const reads = fc.array(fc.tuple(fc.nat(220), fc.nat(120)), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 1, max: 64 }),
      reads,
      async (bytes, windowInBytes, asked) => {
        const source = readAhead(bytesToSource(bytes), windowInBytes);
        const all = asked.map(([offset, length]) => source.read(offset, length));
        for (const [at, [offset, length]] of asked.entries()) {
          const wanted = bytes.slice(offset, offset + length);
          expect(Buffer.from((await all[at]) ?? []).equals(wanted)).toBe(true);
        }
      },
    ),
  );
});

it("asks for a window at a time", async () => {
  const bytes = new Uint8Array(1_000).map((_, at) => at);
  const asked: number[] = [];
  const source = readAhead(
    {
      sizeInBytes: bytes.length,
      read: (offset, length) => {
        asked.push(offset);
        return Promise.resolve(bytes.slice(offset, offset + length));
      },
    },
    400,
  );
  for (let at = 0; at < 1_000; at += 90) await source.read(at, 100);
  expect(asked).toEqual([0, 360, 720]);
});
