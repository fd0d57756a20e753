import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";

import {
  addAnswerSchema,
  initAnswerSchema,
  passphraseAnswerSchema,
  timelineAnswerSchema,
} from "../../apps/cli/src/contract/answers.ts";
import { answerOf, buildCommandLine, newFolder, runHoldfast } from "./holdfast-command.ts";

const folder = newFolder();
const vault = join(folder, "case");
const note = join(folder, "note.txt");
const renewed = { HOLDFAST_PASSPHRASE: "another four words here" };

beforeAll(() => {
  buildCommandLine();
  writeFileSync(note, "The ferry leaves at nine.\n");
  answerOf(initAnswerSchema, ["init", vault, "--pictures", "all-adult"]);
  answerOf(addAnswerSchema, ["add", vault, note]);
}, 300_000);

test("the passphrase is changed with all keys: the old one opens nothing, the new one everything", () => {
  const missing = runHoldfast(["passphrase", vault, "--json"]);
  expect([missing.code, missing.stdout]).toEqual([
    3,
    expect.stringContaining("passphrase_missing"),
  ]);
  const same = runHoldfast(["passphrase", vault, "--json"], {
    HOLDFAST_PASSPHRASE: "not this one",
    HOLDFAST_NEW_PASSPHRASE: "another four words here",
  });
  expect([same.code, same.stdout]).toEqual([3, expect.stringContaining("wrong_passphrase")]);
  const file = join(folder, "new-passphrase");
  writeFileSync(file, "another four words here\n");
  const changed = runHoldfast(["passphrase", vault, "--new-passphrase-file", file, "--json"]);
  expect([changed.code, changed.stderr]).toEqual([0, ""]);
  const answer = passphraseAnswerSchema.parse(JSON.parse(changed.stdout));
  expect(answer).toMatchObject({ vault, exhibits: 1, problems: [] });
  expect(runHoldfast(["timeline", vault]).code).toBe(3);
  const timeline = runHoldfast(["timeline", vault, "--json"], renewed);
  expect(timelineAnswerSchema.parse(JSON.parse(timeline.stdout)).entries).toHaveLength(1);
});
