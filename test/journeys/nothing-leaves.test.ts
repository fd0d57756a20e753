import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  buildCommandLine,
  newFolder,
  removeCommandLine,
  root,
  runHoldfast,
  stranger,
} from "./holdfast-command.ts";

/**
 * Nothing leaves unasked. Each command runs with every door to the network closed from inside, in its threads too;
 * whoever tries one is written down.
 */

const maya = join(root, "fixtures/maya");
const folder = newFolder();
const at = (name: string): string => join(folder, name);
const preload = pathToFileURL(join(import.meta.dirname, "no-network-preload.mjs")).href;

let runs = 0;
const closedWorld = (): { readonly environment: Record<string, string>; readonly log: string } => {
  const log = at(`attempts-${(runs += 1)}`);
  return {
    environment: { NODE_OPTIONS: `--import=${preload}`, HOLDFAST_TEST_ATTEMPTS: log },
    log,
  };
};
const attemptsIn = (log: string): readonly string[] =>
  existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];

beforeAll(() => {
  buildCommandLine();
  writeFileSync(at("facts.json"), JSON.stringify({ zone: "Europe/Paris" }));
}, 300_000);
afterAll(() => {
  removeCommandLine();
  stranger("rm", ["-rf", folder], "/");
});

describe("a command that was not asked to speak to anybody tries no door", () => {
  // In this order: each works on what the one before it left. Maya's folder has damaged files, so `add` has findings.
  test.each([
    ["help", ["--help"], 0],
    ["init", ["init", at("case"), "--pictures", "all-adult"], 0],
    ["inspect", ["inspect", maya], 1],
    ["add", ["add", at("case"), maya], 1],
    ["facts", ["facts", at("case"), "--set", at("facts.json")], 0],
    ["timeline", ["timeline", at("case"), "--csv"], 0],
    ["search", ["search", at("case"), "EUR"], 0],
    ["export", ["export", at("case"), "--out", at("case.zip"), "--plain"], 0],
    ["verify", ["verify", at("case.zip")], 0],
    ["stamp, with the question as a file", ["stamp", at("case.zip"), "--tsq", at("case.tsq")], 0],
    ["backup", ["backup", at("case"), "--out", at("case.backup")], 0],
    ["restore", ["restore", at("case.backup"), "--out", at("restored")], 0],
    ["a wrong path", ["timeline", at("nothing-here")], 3],
  ])("%s", (_, args, code) => {
    const { environment, log } = closedWorld();
    const ran = runHoldfast(args, environment);
    expect(attemptsIn(log)).toEqual([]);
    expect(ran).toMatchObject({ code });
  });
});

describe("the closed doors are closed", () => {
  test("a time-stamp that was asked for by name is the one thing that tries, and the copy is made all the same", () => {
    const { environment, log } = closedWorld();
    const ran = runHoldfast(
      ["export", at("case"), "--out", at("s.zip"), "--plain", "--tsa", "http://127.0.0.1:9/"],
      environment,
    );
    expect(attemptsIn(log)).not.toEqual([]);
    expect(ran.code).toBe(1);
    expect(existsSync(at("s.zip"))).toBe(true);
  });

  test.each([
    ["fetch", "await fetch('http://127.0.0.1:9/')"],
    ["a socket", "(await import('node:net')).connect(9, '127.0.0.1')"],
    ["TLS", "(await import('node:tls')).connect(9, '127.0.0.1')"],
    ["a request", "(await import('node:https')).get('https://127.0.0.1:9/')"],
    ["a name's address", "await (await import('node:dns/promises')).lookup('example.org')"],
    ["a datagram", "(await import('node:dgram')).createSocket('udp4').send('x', 9, '127.0.0.1')"],
    ["another program", "(await import('node:child_process')).spawn('true')"],
  ])("%s is refused and written down, in a thread too", (_, code) => {
    const { environment, log } = closedWorld();
    const program = at("tries.mjs");
    const body = `try { ${code} } catch { /* as a program might that hides it */ }`;
    writeFileSync(at("thread.mjs"), body);
    writeFileSync(
      program,
      `${body}\nimport { Worker } from "node:worker_threads";\nnew Worker(new URL("./thread.mjs", import.meta.url));\n`,
    );
    execFileSync(process.execPath, [program], { env: { ...process.env, ...environment } });
    expect(attemptsIn(log)).toHaveLength(2);
  });
});
