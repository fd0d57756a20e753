import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import {
  addAnswerSchema,
  eraseAnswerSchema,
  exportAnswerSchema,
  factsAnswerSchema,
  initAnswerSchema,
  searchAnswerSchema,
  timelineAnswerSchema,
  verifyAnswerSchema,
  wordsAnswerSchema,
} from "../../apps/cli/src/contract/answers.ts";
import {
  answerOf,
  buildCommandLine,
  newFolder,
  removeCommandLine,
  root,
  runHoldfast,
  stranger,
  unpackInto,
} from "./holdfast-command.ts";

/** A case turns out to be protected after chat exports with pictures were taken in (care rule 3). */

const folder = newFolder();
const vault = join(folder, "case");
const pictures = ["--pictures", "protected"];

beforeAll(() => {
  buildCommandLine();
  answerOf(initAnswerSchema, ["init", vault, "--pictures", "all-adult"]);
  answerOf(addAnswerSchema, ["add", vault, join(root, "fixtures/maya/whatsapp")]);
  answerOf(addAnswerSchema, ["add", vault, join(root, "fixtures/maya/photos")]);
}, 300_000);
afterAll(() => {
  removeCommandLine();
  stranger("rm", ["-rf", folder], "/");
});

const timeline = () =>
  answerOf(timelineAnswerSchema, ["timeline", vault, "--limit", "100000"]).entries;
const spoken = (entries: ReturnType<typeof timeline>): readonly string[] =>
  entries.filter(({ item }) => item.kind === "message").map(({ item }) => item.text ?? "");

test("the facts alone lock it, the words are written out once, and nothing is deleted", () => {
  const before = timeline();
  const facts = join(folder, "facts.json");
  writeFileSync(facts, JSON.stringify({ livesIn: "US", ageInPictures: "unknown" }));
  const kept = answerOf(factsAnswerSchema, ["facts", vault]).exhibits.length;
  const answer = answerOf(factsAnswerSchema, ["facts", vault, "--set", facts]);
  expect(answer.pictures).toBe("protected");
  expect(answer.words).toHaveLength(2);
  expect(answer.notMade).toEqual([]);
  expect(answer.erased).toEqual([]);
  expect(answer.exhibits).toHaveLength(kept + 2);
  const after = timeline();
  expect(spoken(after)).toEqual(spoken(before));
  const words = new Set<string>(answer.words.map(({ exhibit }) => exhibit));
  const messages = after.filter(({ item }) => item.kind === "message");
  expect(messages.every(({ exhibits }) => exhibits.every((id) => words.has(id)))).toBe(true);
  expect(
    messages.flatMap(({ item }) => item.attachments ?? []).filter((one) => one.present),
  ).toEqual([]);
  expect(answerOf(searchAnswerSchema, ["search", vault, "friday"]).hits.length).toBeGreaterThan(0);
  expect(answerOf(wordsAnswerSchema, ["words", vault]).made).toEqual([]);
});

test("it is told, with a line that was checked, and only there", () => {
  const told = runHoldfast(["facts", vault]).stdout;
  expect(told).toContain("1-800-843-5678");
  expect(told).toContain("takeitdown.ncmec.org");
  expect(told).not.toMatch(/stopncii/i);
  const other = join(folder, "other");
  expect(runHoldfast(["init", other, ...pictures]).stdout).not.toMatch(/\d{3}-\d{3,4}/);
});

const exported = (name: string, args: readonly string[]) => {
  const out = join(folder, `${name}.zip`);
  answerOf(exportAnswerSchema, ["export", vault, "--out", out, "--plain", ...args]);
  expect(answerOf(verifyAnswerSchema, ["verify", out]).verdict).toBe("not-anchored");
  const top = unpackInto(out, join(folder, name));
  return { top, text: stranger("sh", ["-c", "cat $(find . -type f | sort)"], top) };
};

test("the words leave in a full copy and in one for the police, and of the locked files nothing does", () => {
  const { exhibits } = answerOf(factsAnswerSchema, ["facts", vault]);
  const locked = exhibits.filter((one) => one.locked);
  const words = exhibits.filter((one) => one.origin === "words-only").map(({ id }) => id);
  expect(locked.length).toBeGreaterThan(2);
  for (const { text, top } of [
    exported("full", []),
    exported("police", ["--for", "police", "--items", words.join(",")]),
  ]) {
    expect(text).toContain("400 EUR by Friday");
    expect(text).toContain('"action":"derive"');
    expect(text).toContain("Its words were written out");
    for (const { id } of locked) expect(text).not.toContain(id);
    const kinds = readdirSync(join(top, "data/files")).flatMap((one) =>
      readdirSync(join(top, "data/files", one)),
    );
    expect(new Set(kinds)).toEqual(new Set(["original.txt", "item.json", "view.html"]));
  }
  const hashes = stranger(
    "sh",
    ["-c", "sha256sum fixtures/maya/whatsapp/*.zip fixtures/maya/photos/* | cut -c 1-64"],
    root,
  );
  const bag = readFileSync(join(folder, "full.zip"), "latin1");
  for (const hash of hashes.trim().split("\n")) expect(bag).not.toContain(hash);
});

test("a mistake is taken back only by its own words, and not while the facts say otherwise", () => {
  const back = ["facts", vault, "--pictures", "all-adult"];
  expect(runHoldfast(back).code).toBe(1);
  expect(runHoldfast([...back, "--mistake"]).code).toBe(2);
  expect(runHoldfast([...back, "--mistake", "--yes"]).stderr).toContain("put it right first");
  const facts = join(folder, "right.json");
  writeFileSync(facts, JSON.stringify({ ageInPictures: "all-adult" }));
  const before = timeline().length;
  const answer = answerOf(factsAnswerSchema, [...back, "--mistake", "--yes", "--set", facts]);
  expect(answer.pictures).toBe("all-adult");
  expect(answer.exhibits.some((one) => one.locked)).toBe(false);
  expect(timeline().length).toBeGreaterThanOrEqual(before);
  const again = answerOf(factsAnswerSchema, ["facts", vault, ...pictures]);
  expect(again.words).toHaveLength(2);
});

test("deleting is asked for, deletes all that is locked, and the words stay", () => {
  const words = spoken(timeline());
  expect(runHoldfast(["erase", vault, "--locked"]).code).toBe(2);
  const locked = answerOf(factsAnswerSchema, ["facts", vault]).exhibits.filter((one) => one.locked);
  const { exhibits } = answerOf(eraseAnswerSchema, ["erase", vault, "--locked", "--yes"]);
  expect(exhibits).toEqual(locked.map(({ id }) => id));
  expect(spoken(timeline())).toEqual(words);
  expect(exported("after", []).text).toContain("400 EUR by Friday");
});
