import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bagFiles } from "@holdfast/bundle";
import { bytesToSource, type FindingCode } from "@holdfast/evidence";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

import type { BagInput } from "./bag/bag-input.ts";
import { type VerifyReport, withSeal } from "./judge.ts";
import {
  bagToFolder,
  bagToZip,
  makeTestBag,
  nodeHasher,
  sealOf,
  testBagName,
  utf8,
} from "./testing/test-bag.ts";
import { createSignaturePort } from "./tsp/signature-port.ts";
import { verifyBag, type VerifyOptions } from "./verify-bag.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = async (
  input: BagInput,
  options: Partial<VerifyOptions> = {},
): Promise<VerifyReport> => {
  const answer = await verifyBag(input, {
    hasher: nodeHasher,
    signatures: createSignaturePort(globalThis.crypto.subtle),
    ...options,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const codesOf = (report: VerifyReport): readonly FindingCode[] =>
  report.findings.map(({ code }) => code);

const zipOf = async (bag = makeTestBag()): Promise<BagInput> => ({
  kind: "zip",
  source: bytesToSource(await bagToZip(bag)),
});

test("finds nothing wrong with a whole bag, and says that nothing outside holds it", async () => {
  const report = await verify(await zipOf());
  expect(report.verdict).toBe("not-anchored");
  expect(codesOf(report)).toEqual(["no_anchor"]);
  expect(report.facts).toMatchObject({
    bagName: testBagName,
    kind: "full",
    exhibits: 3,
    custody: { entries: 5, opened: 5 },
    seal: sealOf(makeTestBag()),
  });
});

test("says the same of the zip and of the unpacked folder", async () => {
  expect(await verify(bagToFolder(makeTestBag()))).toEqual(await verify(await zipOf()));
});

test("opens a zip that somebody else made, deflated", async () => {
  for (const [path, bytes] of makeTestBag()) {
    execFileSync("mkdir", ["-p", join(folder, testBagName, path, "..")]);
    writeFileSync(join(folder, testBagName, path), bytes);
  }
  execFileSync(
    "python3",
    ["-c", `import shutil; shutil.make_archive("again", "zip", ".", "${testBagName}")`],
    {
      cwd: folder,
    },
  );
  const { readFileSync } = await import("node:fs");
  const source = bytesToSource(new Uint8Array(readFileSync(join(folder, "again.zip"))));
  expect((await verify({ kind: "zip", source })).verdict).toBe("not-anchored");
});

test("is anchored by the seal from paper, written in groups of four", async () => {
  const bag = makeTestBag();
  const seal = sealOf(bag)
    .toUpperCase()
    .replaceAll(/(.{4})/g, "$1 ");
  const report = await verify(bagToFolder(bag), { seal });
  expect(report.verdict).toBe("anchored-by-seal");
  expect(codesOf(report)).toEqual(["seal_fits"]);
});

test("compares a seal later, and another one after that, with the answer of a whole check", async () => {
  const bag = makeTestBag();
  const report = await verify(bagToFolder(bag));
  const wrong = withSeal(report, "ab".repeat(32));
  expect(wrong).toEqual(await verify(bagToFolder(bag), { seal: "ab".repeat(32) }));
  const right = withSeal(wrong, sealOf(bag));
  expect(right).toEqual(await verify(bagToFolder(bag), { seal: sealOf(bag) }));
  expect(withSeal(right, "")).toEqual(report);
});

test("does not call a mistyped seal a broken bag, and does call another seal one", async () => {
  const mistyped = await verify(await zipOf(), { seal: "ab12 cd" });
  expect([mistyped.verdict, codesOf(mistyped)]).toEqual([
    "not-anchored",
    ["seal_malformed", "no_anchor"],
  ]);
  const other = await verify(await zipOf(), { seal: "ab".repeat(32) });
  expect(other.verdict).toBe("broken");
  expect(codesOf(other)).toContain("seal_differs");
});

test("counts entries that are not opened here, without fault", async () => {
  const report = await verify(await zipOf(makeTestBag({ closedEntries: 4 })));
  expect(report.verdict).toBe("not-anchored");
  expect(report.findings[0]).toMatchObject({ code: "custody_not_opened", params: { count: 4 } });
});

test.each([
  ["nothing", new Uint8Array()],
  ["text", utf8("not a bag")],
  ["a picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
])("says that %s is not a bag", async (_, bytes) => {
  const report = await verify({ kind: "zip", source: bytesToSource(bytes) });
  expect(report).toMatchObject({ verdict: "not-a-bag" });
  expect(codesOf(report)).toContain("input_not_a_bag");
});

test("names bytes before and behind the zip, and files outside the bag's folder", async () => {
  const zip = await bagToZip(makeTestBag());
  const longer = Uint8Array.from([...zip, 1, 2, 3]);
  const behind = await verify({ kind: "zip", source: bytesToSource(longer) });
  expect(behind.verdict).toBe("not-anchored");
  expect(codesOf(behind)).toContain("zip_trailing_bytes");
  const bag = makeTestBag();
  const input = bagToFolder(bag);
  if (input.kind !== "folder") throw new Error("a folder");
  const beside = { path: "other/readme.txt", source: bytesToSource(utf8("hello")) };
  const outside = await verify({ kind: "folder", files: [...input.files, beside] });
  expect(codesOf(outside)).toContain("zip_outside_folder");
});

test("stops when it is cancelled", async () => {
  const controller = new AbortController();
  const answer = await verifyBag(await zipOf(), {
    hasher: nodeHasher,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  expect(answer).toEqual({ ok: false, error: { code: "cancelled" } });
});

test("reports how far it is, up to every byte", async () => {
  const seen: number[] = [];
  const report = await verify(await zipOf(), { onProgress: ({ done }) => seen.push(done) });
  expect(seen.at(-1)).toBe(report.facts.sizeInBytes);
});

test("says when a source cannot be read, and goes on", async () => {
  const input = bagToFolder(makeTestBag());
  if (input.kind !== "folder") throw new Error("a folder");
  const files = input.files.map((file) =>
    file.path.endsWith("timeline.csv")
      ? { ...file, source: { sizeInBytes: 5, read: () => Promise.reject(new Error("disk")) } }
      : file,
  );
  const report = await verify({ kind: "folder", files });
  expect(report.verdict).toBe("broken");
  expect(codesOf(report)).toContain("file_unreadable");
});

test("says when the zip itself cannot be read", async () => {
  const source = { sizeInBytes: 500, read: () => Promise.reject(new Error("disk")) };
  const report = await verify({ kind: "zip", source });
  expect([report.verdict, codesOf(report)]).toEqual(["not-a-bag", ["input_unreadable"]]);
});

test("finds a changed byte wherever it lies in a sealed file", async () => {
  const bag = makeTestBag();
  const sealed = [...bag.keys()].filter((path) => path !== bagFiles.unsignedMetadata);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sealed),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (path, where, mask) => {
        const bytes = bag.get(path)?.slice() ?? new Uint8Array();
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        const report = await verify(bagToFolder(new Map([...bag, [path, bytes]])), {
          seal: sealOf(bag),
        });
        expect(report.verdict).toBe("broken");
      },
    ),
    { numRuns: process.env["SLOW"] === "1" ? 1_000 : 100 },
  );
});

test("answers with findings whatever becomes of the zip's bytes", async () => {
  const zip = await bagToZip(makeTestBag());
  const change = fc.tuple(fc.nat(zip.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 6 }),
      fc.nat(zip.length),
      async (changes, cut) => {
        const bytes = zip.slice(0, changes.length % 2 === 0 ? cut : zip.length);
        for (const [at, more] of changes)
          bytes.set(more.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        const report = await verify({ kind: "zip", source: bytesToSource(bytes) });
        expect(report.verdict).toBeTypeOf("string");
      },
    ),
    { numRuns: process.env["SLOW"] === "1" ? 1_000 : 60 },
  );
});

test("answers with findings whatever stands in the files that it reads", async () => {
  const read = [
    bagFiles.bagit,
    bagFiles.bagInfo,
    bagFiles.manifestSha256,
    bagFiles.tagManifest,
    bagFiles.items,
    bagFiles.caseJson,
    bagFiles.custody,
    bagFiles.custodyDetails,
    "signatures/tagmanifest-sha256.txt.tsr",
    "witness/a.tsq",
  ];
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }).map(utf8),
    fc.json().map(utf8),
    fc
      .constantFrom(
        '{"\\ud800":1}',
        '{"seq":1e999}',
        "[".repeat(100_000),
        "\n".repeat(1_000),
        "\u{FFFD}\n",
      )
      .map(utf8),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...read), hostile, async (path, bytes) => {
      const report = await verify(bagToFolder(new Map([...makeTestBag(), [path, bytes]])));
      expect(report.verdict).toBeTypeOf("string");
    }),
    { numRuns: process.env["SLOW"] === "1" ? 1_000 : 100 },
  );
});
