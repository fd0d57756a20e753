import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { toSha256Hex } from "@holdfast/evidence";
import { isPlainBagPath } from "@holdfast/bundle";
import { expect, test } from "vitest";

import { hashText, seededRandom } from "../testing/memory-case.ts";
import { placeTimestamp } from "./place-timestamp.ts";
import { timestampRequest } from "./timestamp-request.ts";

const imprint = toSha256Hex(hashText("tag manifest"));

test("openssl reads the request as it was meant", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsq-"));
  const nonce = Uint8Array.of(0xff, 1, 2, 3, 4, 5, 6, 7);
  writeFileSync(join(folder, "x.tsq"), timestampRequest(imprint, nonce));
  const run = spawnSync("openssl", ["ts", "-query", "-in", "x.tsq", "-text"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect(run.stdout).toContain("Version: 1");
  expect(run.stdout).toContain("Hash Algorithm: sha256");
  expect(run.stdout).toContain("Certificate required: yes");
  expect(run.stdout).toContain("Nonce: 0x7F01020304050607");
  const dumped = [...run.stdout.matchAll(/^ {4}[0-9a-f]{4} - (.{48})/gm)];
  expect(dumped.map(([, hex]) => hex?.replace(/[ -]/g, "")).join("")).toBe(imprint);
});

test("is 69 bytes, whatever the nonce", () => {
  for (let at = 0; at < 20; at += 1) {
    expect(timestampRequest(imprint, seededRandom(String(at)).bytes(8))).toHaveLength(69);
  }
  expect(timestampRequest(imprint, new Uint8Array(8))).toHaveLength(69);
});

test("gives the very bytes that openssl makes for the same imprint, but for the nonce", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsq-"));
  const made = spawnSync("openssl", ["ts", "-query", "-digest", imprint, "-sha256", "-cert"], {
    cwd: folder,
  });
  rmSync(folder, { recursive: true });
  const ours = Buffer.from(timestampRequest(imprint, new Uint8Array(8)));
  expect(ours.subarray(2, 56)).toEqual(made.stdout.subarray(2, 56));
  expect(ours.subarray(-3)).toEqual(made.stdout.subarray(-3));
});

test("places a stamp and its renewal outside of data, with plain names", () => {
  const stamp = { response: Uint8Array.of(1), chainPem: "pem", request: Uint8Array.of(2) };
  const files = [...placeTimestamp("first", stamp), ...placeTimestamp("second", stamp)];
  expect(files.map(({ path }) => path)).toEqual([
    "signatures/tagmanifest-sha256.txt.tsr",
    "signatures/tagmanifest-sha256.txt.tsr.crt",
    "witness/tagmanifest-sha256.txt.tsq",
    "signatures/tagmanifest-sha256.txt.tsr.tsr",
    "signatures/tagmanifest-sha256.txt.tsr.tsr.crt",
    "witness/tagmanifest-sha256.txt.tsr.tsq",
  ]);
  for (const { path } of files) expect(isPlainBagPath(path)).toBe(true);
});
