import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import {
  addAnswerSchema,
  backupAnswerSchema,
  exportAnswerSchema,
  factsAnswerSchema,
  initAnswerSchema,
  restoreAnswerSchema,
} from "../../apps/cli/src/contract/answers.ts";
import {
  answerOf,
  buildCommandLine,
  newFolder,
  removeCommandLine,
  runHoldfast,
  startHoldfast,
  stranger,
} from "./holdfast-command.ts";

/** The first Ctrl-C stops; what a killed program has left is cleared away by the next one. */

const folder = newFolder();
const vault = join(folder, "case");
const backup = join(folder, "case.backup");
const copy = join(folder, "case.zip.age");
const agePassphrase = { HOLDFAST_AGE_PASSPHRASE: "words that were told by telephone" };

/** Large enough that nothing is over before it can be stopped. */
const writeLargeFile = (path: string): void => {
  const block = Buffer.concat(
    Array.from({ length: 32_768 }, (_, at) => createHash("sha256").update(String(at)).digest()),
  );
  writeFileSync(path, Buffer.concat(Array.from({ length: 192 }, () => block)));
};

beforeAll(() => {
  buildCommandLine();
  answerOf(initAnswerSchema, ["init", vault, "--pictures", "all-adult"]);
  writeLargeFile(join(folder, "recording.bin"));
  answerOf(addAnswerSchema, ["add", vault, join(folder, "recording.bin")]);
  answerOf(backupAnswerSchema, ["backup", vault, "--out", backup]);
  runHoldfast(["export", vault, "--out", copy, "--age-passphrase"], agePassphrase);
}, 300_000);
afterAll(() => {
  removeCommandLine();
  stranger("rm", ["-rf", folder], "/");
});

const start = (args: readonly string[]) => {
  const child = startHoldfast(args, agePassphrase);
  let said = "";
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  return { child, said: () => said };
};
const until = async (isSo: () => boolean, child: ChildProcess): Promise<void> => {
  while (!isSo() && child.exitCode === null) await setTimeout(5);
};
const isBeingMade = (out: string): boolean => existsSync(join(out, "unfinished"));

test("restore stops at the first Ctrl-C, takes away what it had made, and says so", async () => {
  const out = join(folder, "stopped");
  const { child, said } = start(["restore", backup, "--out", out]);
  await until(() => isBeingMade(out), child);
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(said()).toContain("Stopped before it was finished");
  expect(existsSync(out)).toBe(false);
});

test("a killed restore is cleared away by the next one to the same place", async () => {
  const out = join(folder, "killed");
  const { child } = start(["restore", backup, "--out", out]);
  await until(() => existsSync(join(out, "case.db")), child);
  child.kill("SIGKILL");
  await once(child, "close");
  expect(isBeingMade(out)).toBe(true);
  const again = runHoldfast(["restore", backup, "--out", out, "--json"]);
  expect(again.code).toBe(0);
  expect(again.stderr).toContain("was cut short");
  expect(restoreAnswerSchema.parse(JSON.parse(again.stdout)).exhibits).toBe(1);
  expect(isBeingMade(out)).toBe(false);
  expect(answerOf(factsAnswerSchema, ["facts", out]).exhibits).toHaveLength(1);
});

test.each([0, 1_500])(
  "opening an encrypted copy stops at the first Ctrl-C (%d ms after it began)",
  async (durationMs) => {
    const { child, said } = start(["verify", copy]);
    await setTimeout(400 + durationMs);
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(said()).toContain("Stopped before it was finished");
  },
);

test("a copy that is not written to its end is removed", async () => {
  const out = join(folder, "stopped.zip");
  const { child } = start(["export", vault, "--out", out, "--plain"]);
  await until(() => existsSync(out), child);
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(existsSync(out)).toBe(false);
  answerOf(exportAnswerSchema, ["export", vault, "--out", out, "--plain"]);
});
