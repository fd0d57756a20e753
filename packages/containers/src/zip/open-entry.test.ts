import { bytesToSource, type ByteSource } from "@holdfast/evidence";
import { expect, test } from "vitest";

import { buildZip } from "../testing/build-zip.ts";
import { listZip } from "./list-zip.ts";
import { entrySource } from "./open-entry.ts";

const limits = {
  maximumArchiveEntries: 10,
  maximumExpandedSizeInBytes: 1 << 30,
  maximumExpansionRatio: 2_000,
};

const large = Buffer.alloc(20 << 20);
for (let at = 0; at < large.length; at += 4) large.writeUInt32LE((at * 2_654_435_761) >>> 12, at);

const open = async (zip: Uint8Array): Promise<ByteSource> => {
  const source = bytesToSource(zip);
  const [entry] = (await listZip(source, limits)).entries;
  if (entry === undefined) throw new Error("one entry");
  return entrySource(source, entry, { limits });
};

test.each([
  ["stored", false],
  ["deflated", true],
])("a large %s entry can be read anywhere, forwards and backwards", async (_name, deflate) => {
  const source = await open(buildZip([{ name: "a", content: large, deflate }]));
  for (const offset of [0, 19 << 20, 18 << 20, 5, 12 << 20, large.length - 3]) {
    const bytes = await source.read(offset, 100_000);
    expect(Buffer.compare(bytes, large.subarray(offset, offset + 100_000))).toBe(0);
  }
});

test("reads at the same time do not inflate past each other", async () => {
  const source = await open(buildZip([{ name: "a", content: large, deflate: true }]));
  const offsets = [7 << 20, 1 << 20, 15 << 20];
  const read = await Promise.all(offsets.map((offset) => source.read(offset, 1_000)));
  for (const [i, offset] of offsets.entries()) {
    expect(Buffer.compare(read[i] ?? large, large.subarray(offset, offset + 1_000))).toBe(0);
  }
});
