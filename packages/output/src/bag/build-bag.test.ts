import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bytesToSource, exhibitIdSchema, toSha256Hex } from "@holdfast/evidence";
import {
  bagFiles,
  caseJsonSchema,
  isPlainBagPath,
  itemJsonSchema,
  tagManifestCovers,
  unsignedMetadataSchema,
} from "@holdfast/bundle";
import { verifyText } from "@holdfast/words";
import { writeZip } from "@holdfast/containers";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

import { type MadeBag, makeBag, textOf, writeFolder } from "../testing/make-bag.ts";
import { hashText, memoryCase } from "../testing/memory-case.ts";
import { mailExhibit, sampleCase, sampleExhibits } from "../testing/sample-case.ts";

const runs = process.env["SLOW"] === undefined ? 20 : 1_000;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const laidDown = (made: MadeBag): string => {
  const folder = writeFolder(made.files);
  folders.push(folder);
  return folder;
};

const runIn = (folder: string, command: string, args: readonly string[]) =>
  spawnSync(command, args, { cwd: folder, encoding: "utf8" });

const chainScript = (): string => {
  const script = /# --- begin chain\.sh\n(.*)# --- end chain\.sh/s.exec(verifyText)?.[1];
  if (script === undefined) throw new Error("VERIFY.txt holds the script");
  return script;
};

test("coreutils find every list of a full bag in order", async () => {
  const made = await makeBag(sampleCase(), { purpose: "self", exhibits: "all" });
  expect(made.plan.bag).toMatch(/^case-[0-9a-f]{4}-2026-11-22-b01$/);
  const folder = laidDown(made);
  for (const [tool, list] of [
    ["sha256sum", bagFiles.tagManifest],
    ["sha256sum", bagFiles.manifestSha256],
    ["sha512sum", bagFiles.manifestSha512],
  ] as const) {
    expect(runIn(folder, tool, ["-c", "--strict", "--quiet", list])).toMatchObject({
      status: 0,
      stdout: "",
      stderr: "",
    });
  }
  const listed = textOf(made, bagFiles.manifestSha256).trimEnd().split("\n");
  expect(listed.map((line) => line.slice(66))).toEqual(
    [...made.files.keys()].filter((path) => path.startsWith("data/")).toSorted(),
  );
});

test("the seal is the hash of the tag manifest, which covers what it says", async () => {
  const made = await makeBag(sampleCase(), { purpose: "self", exhibits: "all" });
  const tagManifest = textOf(made, bagFiles.tagManifest);
  expect(made.result).toMatchObject({ ok: true, value: { seal: hashText(tagManifest) } });
  expect(
    tagManifest
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(66)),
  ).toEqual([...tagManifestCovers]);
});

test("unzip finds the stored zip whole, with plain relative names", async () => {
  const from = sampleCase();
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  const folder = laidDown(made);
  const entries = [...made.files].map(([path, bytes]) => ({
    path: `${made.plan.bag}/${path}`,
    bytes: [bytes],
  }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  writeFileSync(join(folder, "bag.zip"), Buffer.concat(chunks));
  expect(runIn(folder, "unzip", ["-tq", "bag.zip"]).stdout).toContain("No errors");
  for (const path of made.files.keys()) expect(isPlainBagPath(path)).toBe(true);
});

test("states its payload's size and number as BagIt asks", async () => {
  const made = await makeBag(sampleCase(), { purpose: "self", exhibits: "all" });
  const payload = [...made.files].filter(([path]) => path.startsWith("data/"));
  const size = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  expect(textOf(made, bagFiles.bagInfo)).toContain(`Payload-Oxum: ${size}.${payload.length}\n`);
  expect(textOf(made, bagFiles.bagit)).toBe(
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
  );
});

test.each(["dash", "bash"])(
  "the shell loop of VERIFY.txt passes a whole log in %s",
  async (shell) => {
    const folder = laidDown(await makeBag(sampleCase(), { purpose: "self", exhibits: "all" }));
    writeFileSync(join(folder, "chain.sh"), chainScript());
    const run = runIn(folder, shell, ["chain.sh"]);
    expect(run.stderr).toBe("");
    expect(run.stdout).toMatch(
      /^6 entries, 6 of them opened here; the last line's hash is [0-9a-f]{64}\n$/,
    );
    expect(run.status).toBe(0);
  },
);

test("the shell loop of VERIFY.txt finds an edited line and an edited detail", async () => {
  const folder = laidDown(await makeBag(sampleCase(), { purpose: "self", exhibits: "all" }));
  writeFileSync(join(folder, "chain.sh"), chainScript());
  execFileSync("sed", ["-i", '3s/"commit":"./"commit":"x/', bagFiles.custody], { cwd: folder });
  execFileSync("sed", ["-i", "4s/imported/captured-here/", bagFiles.custodyDetails], {
    cwd: folder,
  });
  const run = runIn(folder, "dash", ["chain.sh"]);
  expect(run.status).toBe(1);
  expect(run.stdout).toContain("line 4 does not follow the line before it");
  expect(run.stdout).toContain("the details of entry 3 do not fit its line");
  expect(run.stdout).toContain("the details of entry 4 do not fit its line");
});

test("item.json, case.json and unsigned-metadata.json hold what the format says", async () => {
  const made = await makeBag(sampleCase(), { purpose: "self", exhibits: "all" });
  expect(caseJsonSchema.parse(JSON.parse(textOf(made, bagFiles.caseJson)))).toMatchObject({
    bag: made.plan.bag,
    kind: "full",
    custodyEntries: 6,
  });
  unsignedMetadataSchema.parse(JSON.parse(textOf(made, bagFiles.unsignedMetadata)));
  const items = [...made.files.keys()].filter((path) => path.endsWith("/item.json"));
  expect(items).toHaveLength(4);
  for (const path of items) {
    const item = itemJsonSchema.parse(JSON.parse(textOf(made, path)));
    expect(path).toBe(`data/files/${item.id}/item.json`);
    const original = "file" in item ? `data/files/${item.id}/${item.file}` : "";
    expect(item).toMatchObject({ sha256: hashText(made.files.get(original) ?? "missing") });
  }
});

test("the list of items is padded, sorted, and names every item.json by its hash", async () => {
  const made = await makeBag(sampleCase(), { purpose: "self", exhibits: "all" });
  const lines = textOf(made, bagFiles.items).trimEnd().split("\n");
  expect(lines).toHaveLength(32);
  expect(lines.map((line) => line.slice(66))).toEqual(
    lines.map((line) => line.slice(66)).toSorted(),
  );
  for (const line of lines)
    expect(line).toMatch(/^[0-9a-f]{64} {2}data\/files\/[0-9a-f]{32}\/item\.json$/);
  const items = [...made.files].filter(([path]) => path.endsWith("/item.json"));
  for (const [path, bytes] of items) expect(lines).toContain(`${hashText(bytes)}  ${path}`);
});

test("stops before any list when an original comes back changed", async () => {
  const from = sampleCase();
  const id = exhibitIdSchema.parse(mailExhibit.id);
  from.damaged.set(id, bytesToSource(Buffer.from("something else")));
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  expect(made.result).toEqual({ ok: false, error: { code: "original_changed", exhibit: id } });
  expect([...made.files.keys()].filter((path) => path.includes("manifest"))).toEqual([]);
});

test("stops with the reason when an original cannot be read", async () => {
  const from = sampleCase();
  const id = exhibitIdSchema.parse(mailExhibit.id);
  from.damaged.set(id, { sizeInBytes: 9, read: () => Promise.reject(new Error("bad tag")) });
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  expect(made.result).toEqual({
    ok: false,
    error: { code: "original_unreadable", exhibit: id, cause: "bad tag" },
  });
});

test("refuses to build what the log does not hold as its last entry", async () => {
  const from = sampleCase();
  const first = await makeBag(from, { purpose: "self", exhibits: "all" });
  expect(first.result.ok).toBe(true);
  const { buildBag } = await import("./build-bag.ts");
  const bag = buildBag(from.deps, first.plan);
  const paths: string[] = [];
  for await (const { path } of bag.entries) paths.push(path);
  expect(paths).toEqual([]);
  expect(bag.result()).toEqual({ ok: false, error: { code: "export_not_recorded" } });
});

test("lays time stamps beside the seal, outside of every list", async () => {
  const made = await makeBag(
    sampleCase(),
    { purpose: "self", exhibits: "all" },
    {
      stampSeal: (seal) =>
        Promise.resolve([
          { path: "signatures/tagmanifest-sha256.txt.tsr", bytes: Buffer.from(seal) },
        ]),
    },
  );
  const seal = textOf(made, "signatures/tagmanifest-sha256.txt.tsr");
  expect(made.result).toMatchObject({ ok: true, value: { seal: toSha256Hex(seal) } });
  for (const list of [bagFiles.tagManifest, bagFiles.manifestSha256]) {
    expect(textOf(made, list)).not.toContain("signatures/");
  }
});

test("the second full bag has the next number", async () => {
  const from = sampleCase();
  await makeBag(from, { purpose: "self", exhibits: "all" });
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  expect(made.plan.bag).toMatch(/-b02$/);
});

test("any selection for anybody exports, and its lists verify", async () => {
  const purposes = ["police", "lawyer", "ally", "workplace", "platform", "self"] as const;
  const contents = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      contents,
      fc.constantFrom(...purposes),
      fc.nat(63),
      async (list, purpose, mask) => {
        const exhibits = list.map((bytes, at) => ({ id: `ev-${100_000 + at}`, bytes }));
        const chosen = exhibits.filter((_, at) => ((mask >> at) & 1) === 1).map(({ id }) => id);
        const from = memoryCase(exhibits);
        if (mask % 2 === 0) await makeBag(from, { purpose: "self", exhibits: "all" });
        const made = await makeBag(from, {
          purpose,
          exhibits: chosen.length === 0 ? "all" : chosen.map((id) => exhibitIdSchema.parse(id)),
        });
        expect(made.result.ok).toBe(true);
        for (const list of [bagFiles.tagManifest, bagFiles.manifestSha256]) {
          for (const line of textOf(made, list).trimEnd().split("\n")) {
            const bytes = made.files.get(line.slice(66));
            expect(bytes === undefined ? "missing" : hashText(bytes)).toBe(line.slice(0, 64));
          }
        }
      },
    ),
    { numRuns: runs },
  );
});

test("a bag's size in memory does not follow the size of its originals", async () => {
  const size = 48 << 20;
  const block = new Uint8Array(1 << 20);
  const bytes = new Uint8Array(size);
  const from = memoryCase([{ ...sampleExhibits[3], id: "ev-100001", bytes }]);
  let largest = 0;
  from.damaged.set(exhibitIdSchema.parse("ev-100001"), {
    sizeInBytes: size,
    read: (offset, length) => {
      largest = Math.max(largest, length);
      return Promise.resolve(block.slice(0, Math.min(length, size - offset)));
    },
  });
  const made = await makeBag(from, { purpose: "workplace", exhibits: "all" });
  expect(made.result.ok).toBe(true);
  expect(largest).toBeLessThanOrEqual(1 << 20);
});
