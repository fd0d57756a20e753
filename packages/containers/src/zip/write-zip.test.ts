import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bytesToSource } from "@holdfast/evidence";
import { afterAll, expect, test } from "vitest";

import { listZip } from "./list-zip.ts";
import { entrySource } from "./open-entry.ts";
import { writeZip, type ZipFile } from "./write-zip.ts";
import type { ZipLimits } from "./zip-entry.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const limits: ZipLimits = {
  maximumArchiveEntries: 100_000,
  maximumExpandedSizeInBytes: 64 << 20,
  maximumExpansionRatio: 200,
};

const text = (content: string): Iterable<Uint8Array> => [new TextEncoder().encode(content)];
const files: readonly ZipFile[] = [
  { path: "bag/bagit.txt", bytes: text("BagIt-Version: 1.0\n") },
  { path: "bag/data/", bytes: [] },
  { path: "bag/data/größe-測試.txt", bytes: [...text("one "), ...text("two")] },
  { path: "bag/empty", bytes: [] },
];

const zipOf = async (list: Iterable<ZipFile>): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(list)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
};

const writeFile = async (name: string, list: Iterable<ZipFile>): Promise<string> => {
  const path = join(folder, name);
  writeFileSync(path, await zipOf(list));
  return path;
};

test("unzip finds no error in what is written", async () => {
  const said = execFileSync("unzip", ["-t", await writeFile("a.zip", files)], { encoding: "utf8" });
  expect(said).toContain("No errors detected");
});

test("python reads the same names and bytes", async () => {
  const path = await writeFile("b.zip", files);
  const script =
    "import zipfile,sys,json; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
    + "print(json.dumps([[i.filename,z.read(i).decode(),i.date_time[0]] for i in z.infolist()][-4:]))";
  const seen: unknown = JSON.parse(
    execFileSync("python3", ["-c", script, path], { encoding: "utf8" }),
  );
  expect(seen).toEqual([
    ["bag/bagit.txt", "BagIt-Version: 1.0\n", 1980],
    ["bag/data/", "", 1980],
    ["bag/data/größe-測試.txt", "one two", 1980],
    ["bag/empty", "", 1980],
  ]);
});

test("more than 65,535 files are read by python and by us", async () => {
  const many = Array.from({ length: 66_000 }, (_, i) => ({ path: `f/${i}`, bytes: [] }));
  const zip = await zipOf(many);
  const path = join(folder, "many.zip");
  writeFileSync(path, zip);
  const said = execFileSync(
    "python3",
    ["-c", "import zipfile,sys; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))", path],
    { encoding: "utf8" },
  );
  const { entries } = await listZip(bytesToSource(zip), limits);
  expect([said.trim(), entries.length]).toEqual(["66000", 66_000]);
});

test("the same files give the same bytes", async () => {
  expect(await zipOf(files)).toEqual(await zipOf(files));
});

test("what is written can be read in place, entry by entry", async () => {
  const source = bytesToSource(await zipOf(files));
  const { entries, notes } = await listZip(source, limits);
  expect(notes).toEqual([]);
  const [, , entry] = entries;
  if (entry === undefined) throw new Error("the third entry");
  const inner = await entrySource(source, entry, { limits });
  expect(Buffer.from(await inner.read(2, 3)).toString("utf8")).toBe("e t");
});

test("a path that is not safe is a bug of the caller", async () => {
  await expect(zipOf([{ path: "../a", bytes: [] }])).rejects.toThrow("Broken assumption");
});
