import { bytesToSource } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { buildZip } from "../testing/build-zip.ts";
import { listZip } from "./list-zip.ts";
import { openEntry } from "./open-entry.ts";
import type { ZipEntry, ZipLimits } from "./zip-entry.ts";
import { ZipEntryFailure } from "./zip-entry.ts";

const limits: ZipLimits = {
  maximumArchiveEntries: 1_000,
  maximumExpandedSizeInBytes: 64 << 20,
  maximumExpansionRatio: 200,
};

const list = (zip: Uint8Array) => listZip(bytesToSource(zip), limits);
const namesOf = (entries: readonly ZipEntry[]) => entries.map((e) => e.name);
const codesOf = async (zip: Uint8Array) =>
  (await list(zip)).notes.map((n) => `${n.code} ${n.name ?? ""}`.trim());

const read = async (zip: Uint8Array, entry: ZipEntry | undefined, bounds = limits) => {
  if (entry === undefined) return "no such entry";
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of openEntry(bytesToSource(zip), entry, { limits: bounds })) {
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ZipEntryFailure) return error.code;
    throw error;
  }
  return Buffer.concat(chunks).toString("utf8");
};

test("lists stored and deflated entries in order and gives their bytes", async () => {
  const zip = buildZip([
    { name: "a.txt", content: "hello" },
    { name: "folder/" },
    { name: "folder/b.txt", content: "b".repeat(5_000), deflate: true },
    { name: "c.txt", content: "later", descriptor: true },
    { name: "d.txt", content: "later and smaller", descriptor: true, deflate: true },
  ]);
  const { entries, notes, listedBy } = await list(zip);
  expect([listedBy, notes]).toEqual(["directory", []]);
  expect(namesOf(entries)).toEqual(["a.txt", "folder/", "folder/b.txt", "c.txt", "d.txt"]);
  expect(entries.map((e) => e.isFolder)).toEqual([false, true, false, false, false]);
  expect(await read(zip, entries[0])).toBe("hello");
  expect(await read(zip, entries[2])).toBe("b".repeat(5_000));
  expect(await read(zip, entries[3])).toBe("later");
  expect(await read(zip, entries[4])).toBe("later and smaller");
});

test("reads an archive with a comment behind it and a program before it", async () => {
  const zip = buildZip([{ name: "a.txt", content: "hello" }], {
    prefix: new Uint8Array(1_000).fill(7),
    comment: "made by PK\u0005\u0006 somebody",
  });
  const { entries } = await list(zip);
  expect(await read(zip, entries[0])).toBe("hello");
});

describe("names", () => {
  test.each([
    "../../evil.txt",
    "a/../../b",
    "/etc/evil",
    "C:/evil.txt",
    "c:evil",
    "a\\b.txt",
    "nul\u0000l.txt",
    "line\nbreak",
    "..",
  ])("refuses %j and keeps the rest", async (name) => {
    const zip = buildZip([
      { name: "before.txt", content: "1" },
      { name, content: "evil" },
      { name: "after.txt", content: "2" },
    ]);
    const { entries, notes } = await list(zip);
    expect(namesOf(entries)).toEqual(["before.txt", "after.txt"]);
    expect(notes.map((n) => [n.code, n.name])).toEqual([["entry_path_unsafe", name]]);
    expect(await read(zip, entries[1])).toBe("2");
  });

  test("are CP437 without the UTF-8 flag unless the bytes are UTF-8", async () => {
    const zip = buildZip([
      { name: Uint8Array.from([0x81, 0x62, 0x65, 0x72]), flags: 0 },
      { name: "größe.txt", flags: 0 },
    ]);
    expect(namesOf((await list(zip)).entries)).toEqual(["über", "größe.txt"]);
  });

  test("that come twice are refused the second time", async () => {
    const zip = buildZip([
      { name: "a.txt", content: "first" },
      { name: "a.txt", content: "second" },
    ]);
    const { entries } = await list(zip);
    expect(await read(zip, entries[0])).toBe("first");
    expect(await codesOf(zip)).toEqual(["entry_name_repeated a.txt"]);
  });
});

describe("entries that cannot be taken", () => {
  test("encrypted, of an unknown method, and links are named in notes", async () => {
    const zip = buildZip([
      { name: "secret.txt", content: "x", flags: 0x0801 },
      { name: "odd.txt", content: "x", method: 12 },
      { name: "link", content: "/etc/passwd", externalAttributes: 0o120_777 * 65_536 },
      { name: "plain.txt", content: "x" },
    ]);
    expect(await codesOf(zip)).toEqual([
      "entry_encrypted secret.txt",
      "entry_method_unknown odd.txt",
      "entry_is_link link",
    ]);
  });

  test("more entries than the limit are cut and said", async () => {
    const zip = buildZip(
      Array.from({ length: 1_001 }, (_, i) => ({ name: `${i}.txt`, content: "" })),
    );
    const { entries, notes } = await list(zip);
    expect(entries.length).toBe(1_000);
    expect(notes.map((n) => n.code)).toEqual(["archive_too_many_entries"]);
  });

  test("that share bytes with one before them are refused (a better zip bomb)", async () => {
    const bomb = buildZip([
      { name: "a", content: Buffer.alloc(400_000), deflate: true },
      { name: "b", headerOffset: 0, localName: "a", statedSize: 400_000, method: 8 },
      { name: "c", headerOffset: 10, statedSize: 400_000, method: 8 },
    ]);
    expect(await codesOf(bomb)).toEqual(["entry_overlaps b", "entry_overlaps c"]);
  });
});

describe("lies are found while reading", () => {
  const one = async (zip: Uint8Array, bounds?: ZipLimits) =>
    read(zip, (await list(zip)).entries[0], bounds);

  test("a smaller size than the truth stops at that size", async () => {
    const zip = buildZip([{ name: "a", content: "x".repeat(99), deflate: true, statedSize: 3 }]);
    expect(await one(zip)).toBe("entry_size_lies");
  });

  test("a larger size than the truth is said at the end", async () => {
    const zip = buildZip([{ name: "a", content: "xyz", deflate: true, statedSize: 99 }]);
    expect(await one(zip)).toBe("entry_size_lies");
  });

  test("a stored entry with two sizes is refused in the list", async () => {
    const zip = buildZip([{ name: "a", content: "xyz", statedSize: 99 }]);
    expect(await codesOf(zip)).toEqual(["entry_size_lies a"]);
  });

  test("a wrong checksum", async () => {
    expect(await one(buildZip([{ name: "a", content: "xyz", statedCrc32: 1 }]))).toBe(
      "entry_checksum_wrong",
    );
  });

  test("another name in the local header", async () => {
    expect(await one(buildZip([{ name: "a", localName: "b", content: "xyz" }]))).toBe(
      "archive_damaged",
    );
  });

  test("bytes that are not deflate, also when they end too early", async () => {
    const damaged = buildZip([{ name: "a", content: "not deflate", method: 8, statedSize: 5 }]);
    expect(await one(damaged)).toBe("archive_damaged");
    const whole = buildZip([{ name: "a", content: "abc".repeat(999), deflate: true }]);
    const { entries } = await list(whole);
    const [entry] = entries;
    if (entry === undefined) throw new Error("one entry");
    const short = { ...entry, compressedSizeInBytes: entry.compressedSizeInBytes - 4 };
    expect(await read(whole, short)).toBe("archive_damaged");
  });

  test("a bomb by its ratio, and one by the total, are stopped on the way", async () => {
    const bomb = buildZip([{ name: "a", content: Buffer.alloc(32 << 20), deflate: true }]);
    expect(await one(bomb)).toBe("entry_too_large");
    const loose = { ...limits, maximumExpansionRatio: 10_000, maximumExpandedSizeInBytes: 1 << 20 };
    expect(await one(bomb, loose)).toBe("archive_expands_too_much");
  });
});

describe("an archive without its list", () => {
  const whole = buildZip([
    { name: "a.txt", content: "hello" },
    { name: "b.txt", content: "b".repeat(5_000), deflate: true, descriptor: true },
    { name: "c.txt", content: "the end" },
  ]);

  test("gives every entry that is whole, and names the one that was cut", async () => {
    const cutAt = Buffer.from(whole).indexOf("the end") + 3;
    const zip = whole.slice(0, cutAt);
    const { entries, notes, listedBy } = await list(zip);
    expect(listedBy).toBe("found");
    expect(namesOf(entries)).toEqual(["a.txt", "b.txt"]);
    expect(await read(zip, entries[0])).toBe("hello");
    expect(await read(zip, entries[1])).toBe("b".repeat(5_000));
    expect(notes.map((n) => [n.code, n.name])).toEqual([
      ["archive_damaged", undefined],
      ["archive_damaged", "c.txt"],
    ]);
  });

  test("never throws and never leaves memory's bounds, whatever byte is changed or cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        async (at, byte, cut) => {
          const changed = whole.slice(0, cut);
          if (at < cut) changed[at] = byte;
          const { entries } = await list(changed);
          for (const entry of entries) {
            expect(typeof (await read(changed, entry))).toBe("string");
          }
        },
      ),
      { numRuns: process.env["SLOW"] === "1" ? 1_000 : 60 },
    );
  });
});
