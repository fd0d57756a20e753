import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { listZip, writeZip } from "@holdfast/containers";
import { bytesToSource } from "@holdfast/evidence";

import { addFilesToZip } from "./add-files-to-bag.ts";
import { bagZipLimits } from "./zip-limits.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const zipAt = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  for await (const part of writeZip([{ path: "bag/one.txt", bytes: [bytes("one")] }])) {
    parts.push(part.slice());
  }
  const zip = new Uint8Array(Buffer.concat(parts));
  writeFileSync(path, zip);
  return zip;
};

const added = [{ path: "bag/signatures/two.txt", bytes: bytes("two") }];

test("a file is added behind a link: the link stays a link, the zip keeps its mode, nothing is left beside it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stamping-"));
  const path = join(folder, "case.zip");
  const link = join(folder, "link.zip");
  const zip = await zipAt(path);
  chmodSync(path, 0o640);
  symlinkSync(path, link);
  expect(await addFilesToZip(link, bytesToSource(zip), added)).toEqual({ ok: true });
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(["case.zip", "link.zip"]);
  const now = bytesToSource(new Uint8Array(readFileSync(path)));
  const { entries } = await listZip(now, bagZipLimits);
  expect(entries.map(({ name }) => name)).toEqual(["bag/one.txt", "bag/signatures/two.txt"]);
});

test("a zip with a damaged file is left as it is, in words", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stamping-"));
  const path = join(folder, "case.zip");
  const zip = await zipAt(path);
  const at = Buffer.from(zip).indexOf("one", Buffer.from(zip).indexOf("one.txt") + 7);
  zip[at] = 0x4f;
  writeFileSync(path, zip);
  expect(await addFilesToZip(path, bytesToSource(zip), added)).toEqual({
    ok: false,
    error: { code: "bag_not_readable", cause: "entry_checksum_wrong" },
  });
  expect(readdirSync(folder)).toEqual(["case.zip"]);
  expect(new Uint8Array(readFileSync(path))).toEqual(zip);
});
