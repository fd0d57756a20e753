import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { exhibitIdSchema } from "@holdfast/evidence";
import { bagFiles, parentFiles } from "@holdfast/bundle";
import { verifyText } from "@holdfast/words";
import { expect, test } from "vitest";

import { type MadeBag, makeBag, textOf, writeFolder } from "../testing/make-bag.ts";
import { memoryCase, type MemoryExhibit } from "../testing/memory-case.ts";
import {
  chatExhibit,
  mailExhibit,
  noteExhibit,
  pictureExhibit,
  sampleCase,
  sampleFacts,
} from "../testing/sample-case.ts";

const idOf = (exhibit: MemoryExhibit) => exhibitIdSchema.parse(exhibit.id);
const forPolice = {
  purpose: "police",
  exhibits: [idOf(chatExhibit), idOf(pictureExhibit)],
} as const;

/** Every byte of a bag as one text, paths too: what a search for a marker goes through. */
const everything = (made: MadeBag): string =>
  [...made.files]
    .map(([path, bytes]) => `${path}\n${Buffer.from(bytes).toString("latin1")}`)
    .join("\n");

const runIn = (made: MadeBag, command: string, args: readonly string[], script?: string) => {
  const folder = writeFolder(made.files);
  if (script !== undefined) writeFileSync(join(folder, "chain.sh"), script);
  const run = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return run;
};

test("sha256sum shows that disclosed exhibits belong to the earlier seal", async () => {
  const from = sampleCase();
  const full = await makeBag(from, { purpose: "self", exhibits: "all" });
  const made = await makeBag(from, forPolice);
  expect(made.plan).toMatchObject({ kind: "disclosure", parent: full.plan.bag });
  const run = runIn(made, "sha256sum", ["-c", "--ignore-missing", parentFiles.items]);
  expect(run.status).toBe(0);
  expect(run.stdout.match(/item\.json: OK/g)).toHaveLength(2);
  expect(textOf(made, parentFiles.items)).toBe(textOf(full, bagFiles.items));
  expect(textOf(made, parentFiles.tagManifest)).toBe(textOf(full, bagFiles.tagManifest));
  expect(made.result).toMatchObject({ ok: true, value: { notInParent: [] } });
});

test("carries of the full bag its two lists and stamps, and nothing else", async () => {
  const from = sampleCase();
  const full = await makeBag(from, { purpose: "self", exhibits: "all" });
  if (!full.result.ok) throw new Error("no full bag");
  from.record({
    action: "timestamp.ok",
    imprint: full.result.value.seal,
    genTime: 0,
    authority: "test",
    response: Buffer.from("response").toString("base64"),
    chain: "-----BEGIN CERTIFICATE-----\n",
  });
  const made = await makeBag(from, forPolice);
  expect([...made.files.keys()].filter((path) => path.startsWith("data/parent/"))).toEqual([
    "data/parent/items-sha256.txt",
    "data/parent/tagmanifest-sha256.txt",
    "data/parent/signatures/tagmanifest-sha256.txt.tsr",
    "data/parent/signatures/tagmanifest-sha256.txt.tsr.crt",
  ]);
  expect(textOf(made, "data/parent/signatures/tagmanifest-sha256.txt.tsr")).toBe("response");
});

test("item.json is the same bytes as in the full bag although notes and zone came later", async () => {
  const from = sampleCase();
  from.record({ action: "note.add", exhibit: idOf(chatExhibit), text: "before" });
  const full = await makeBag(from, { purpose: "self", exhibits: "all" });
  from.record({ action: "note.add", exhibit: idOf(chatExhibit), text: "after" });
  const made = await makeBag(from, forPolice, {
    software: { version: "0.2.0", userAgent: "later" },
  });
  const items = [...made.files].filter(([path]) => path.endsWith("item.json"));
  expect(items).toHaveLength(2);
  for (const [path, bytes] of items) expect(bytes).toEqual(full.files.get(path));
  expect(textOf(made, bagFiles.custodyDetails)).toContain('"after"');
});

test("says which exhibits came after the full bag", async () => {
  const exhibits = [chatExhibit, noteExhibit];
  const early = memoryCase([chatExhibit], { seed: "same" });
  const full = await makeBag(early, { purpose: "self", exhibits: "all" });
  if (!full.result.ok) throw new Error("no full bag");
  const later = memoryCase(exhibits, { seed: "other" });
  const { seal, record } = full.result.value;
  later.record({ action: "export.sealed", bag: full.plan.bag, seal, record: record ?? "" });
  const made = await makeBag(later, { purpose: "lawyer", exhibits: "all" });
  expect(made.result).toMatchObject({
    ok: true,
    value: { notInParent: exhibits.map(idOf) },
  });
});

test("carries every line of the log and only the openings of its own exhibits", async () => {
  const from = sampleCase();
  from.record({ action: "key.change", added: ["passphrase"], removed: [] });
  await makeBag(from, { purpose: "self", exhibits: "all" });
  await makeBag(from, { purpose: "lawyer", exhibits: [idOf(noteExhibit)] });
  const made = await makeBag(from, forPolice);
  const lines = textOf(made, bagFiles.custody).trimEnd().split("\n");
  expect(lines).toEqual(from.lines.slice(0, lines.length));
  const opened = textOf(made, bagFiles.custodyDetails).trimEnd().split("\n");
  const actions = opened.map((line): unknown => JSON.parse(line).entry.action);
  expect(actions).toEqual(["item.show", "item.show", "export"]);
  const script = /# --- begin chain\.sh\n(.*)# --- end chain\.sh/s.exec(verifyText)?.[1] ?? "";
  const run = runIn(made, "dash", ["chain.sh"], script);
  expect(run.stdout).toContain(`${lines.length} entries, 3 of them opened here`);
  expect(run.status).toBe(0);
});

test("names no other recipient, no withheld exhibit and no private name", async () => {
  const from = sampleCase();
  from.record({ action: "note.add", exhibit: idOf(noteExhibit), text: "marker-other-note" });
  await makeBag(from, { purpose: "self", exhibits: "all" });
  const other = await makeBag(from, { purpose: "lawyer", exhibits: [idOf(noteExhibit)] });
  const all = everything(await makeBag(from, forPolice));
  expect(
    [
      "lawyer",
      other.plan.bag,
      noteExhibit.id,
      mailExhibit.id,
      "note.txt",
      "last warning",
      "waited outside",
      "marker-other-note",
      "sam@example.net",
      "Maya's own name",
      "label of the other",
    ].filter((marker) => all.includes(marker)),
  ).toEqual([]);
});

test("a bag for somebody has no number that counts bags", async () => {
  const made = await makeBag(sampleCase(), forPolice);
  expect(made.plan.bag).toMatch(/-d[0-9a-f]{6}$/);
});

test("labels that count exhibits are neither shown nor opened in a disclosure bag", async () => {
  const numbered = [chatExhibit, mailExhibit, pictureExhibit].map((exhibit, at) => ({
    ...exhibit,
    id: `ev-000${at + 1}`,
  }));
  const from = memoryCase(numbered, { facts: sampleFacts });
  const made = await makeBag(from, {
    purpose: "police",
    exhibits: [exhibitIdSchema.parse("ev-0003")],
  });
  expect(everything(made)).not.toMatch(/ev-\d/);
  expect(textOf(made, bagFiles.custodyDetails)).toBe("");
  expect(textOf(made, bagFiles.caseJson)).toContain('"label":"x-01"');
});

test("the order of disclosed events does not tell that something withheld stands between them", async () => {
  const from = sampleCase();
  const made = await makeBag(from, { purpose: "police", exhibits: [idOf(chatExhibit)] });
  const rows = textOf(made, bagFiles.timeline).split("\r\n").slice(1, -1);
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row).toContain('"yes"');
});

/** Everything that a reader could compute who holds a candidate for a withheld file, but not its salt. */
const derivableFrom = (candidate: MemoryExhibit): readonly string[] => {
  const bytes = Buffer.from(candidate.bytes);
  const digests = ["md5", "sha1", "sha256", "sha512"].flatMap((algorithm) => {
    const hex = createHash(algorithm).update(bytes).digest("hex");
    const base64 = createHash(algorithm).update(bytes).digest("base64");
    const ofHex = createHash(algorithm).update(hex).digest("hex");
    return [hex, hex.slice(0, 16), base64, ofHex];
  });
  return [...digests, bytes.toString("latin1"), candidate.id, candidate.originalName ?? "-"];
};

test("two cases that differ only in a withheld exhibit's bytes give bags that a holder of both cannot tell apart", async () => {
  const candidates = [
    "first candidate, a short text",
    "second candidate, a text of another length",
  ].map((text): MemoryExhibit => ({ ...noteExhibit, bytes: Buffer.from(text) }));
  const bags: MadeBag[] = [];
  for (const candidate of candidates) {
    const from = memoryCase([chatExhibit, candidate, pictureExhibit], {
      facts: sampleFacts,
      seed: "the same random stream",
    });
    await makeBag(from, { purpose: "self", exhibits: "all" });
    bags.push(await makeBag(from, forPolice));
  }
  const [a, b] = bags;
  if (a === undefined || b === undefined) throw new Error("two bags");
  expect([...a.files.keys()]).toEqual([...b.files.keys()]);
  const differing = [...a.files].filter(
    ([path, bytes]) => Buffer.compare(bytes, b.files.get(path) ?? new Uint8Array()) !== 0,
  );
  // What differs is made of salted commitments: the log's lines, the parent's lists, and hashes of those.
  expect(differing.map(([path]) => path).toSorted()).toEqual(
    [
      bagFiles.custody,
      parentFiles.items,
      parentFiles.tagManifest,
      bagFiles.manifestSha256,
      bagFiles.manifestSha512,
      bagFiles.tagManifest,
    ].toSorted(),
  );
  for (const [path, bytes] of a.files) expect(b.files.get(path)).toHaveLength(bytes.length);
  for (const candidate of candidates) {
    for (const made of bags) {
      const all = everything(made);
      expect(derivableFrom(candidate).filter((trace) => all.includes(trace))).toEqual([]);
    }
  }
});

test("what the parent's tag manifest commits to cannot be computed without its random line", async () => {
  const from = sampleCase();
  const full = await makeBag(from, { purpose: "self", exhibits: "all" });
  const info = textOf(full, bagFiles.bagInfo);
  expect(info).toMatch(/^Holdfast-Salt: [0-9a-f]{64}$/m);
  const made = await makeBag(from, forPolice);
  const salt = /^Holdfast-Salt: (.*)$/m.exec(info)?.[1] ?? "missing";
  expect(everything(made)).not.toContain(salt);
});

test("a bag for the workplace holds no message, no file, no name and no hash of a file", async () => {
  const from = sampleCase();
  await makeBag(from, { purpose: "self", exhibits: "all" });
  const made = await makeBag(from, { purpose: "workplace", exhibits: "all" });
  expect([...made.files.keys()].filter((path) => path.startsWith("data/files/"))).toEqual([]);
  const all = everything(made);
  expect(
    [
      "tell no one",
      "Why are you doing",
      "last warning",
      "IMG-0001",
      "Screenshot 2026",
      "a private picture",
      "bc1q",
      "WhatsApp Chat",
    ].filter((marker) => all.includes(marker)),
  ).toEqual([]);
  for (const exhibit of [chatExhibit, mailExhibit, pictureExhibit, noteExhibit]) {
    expect(all).not.toContain(createHash("sha256").update(exhibit.bytes).digest("hex"));
  }
  expect(textOf(made, bagFiles.custodyDetails)).toBe("");
});

test.each(["protected", "unasked"] as const)(
  "a case whose pictures are %s exports words only and counts nothing else",
  async (pictures) => {
    const from = sampleCase({ pictures, facts: sampleFacts });
    const made = await makeBag(from, { purpose: "self", exhibits: "all" });
    expect(made.plan.exhibits).toEqual([noteExhibit.id]);
    expect(made.plan.leftOut.map(({ code }) => code)).toEqual([
      "picture_locked",
      "picture_locked",
      "picture_locked",
    ]);
    const all = everything(made);
    for (const exhibit of [chatExhibit, mailExhibit, pictureExhibit]) {
      expect(all).not.toContain(createHash("sha256").update(exhibit.bytes).digest("hex"));
      expect(all).not.toContain(exhibit.id);
    }
  },
);

test("what the vault calls words leaves a protected case, whatever its type says, and nothing else does", async () => {
  const from = memoryCase(
    [
      { ...mailExhibit, textOnly: true },
      { ...noteExhibit, textOnly: false },
    ],
    { pictures: "protected" },
  );
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  expect(made.plan.exhibits).toEqual([mailExhibit.id]);
  expect(made.plan.leftOut).toEqual([{ exhibit: noteExhibit.id, code: "picture_locked" }]);
});

test("a withdrawn exhibit leaves no trace in a full bag", async () => {
  const from = memoryCase([chatExhibit, { ...mailExhibit, withdrawn: true }]);
  from.record({ action: "item.withdraw", exhibit: idOf(mailExhibit) });
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  expect(made.plan.leftOut).toEqual([{ exhibit: mailExhibit.id, code: "withdrawn" }]);
  const all = everything(made);
  expect(all).not.toContain(mailExhibit.id);
  expect(all).not.toContain("last warning");
});
