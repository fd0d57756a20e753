import { createIntlZoneOffsets } from "@holdfast/evidence";
import { expect, test } from "vitest";

import type { Command, Outcome } from "./command.ts";
import { createNodeHasher, createNodeRandom, createSystemClock } from "./ports/node-crypto.ts";
import { runCommandLine } from "./run-command.ts";

const answerOf = async (outcome: Outcome, argv: readonly string[]): Promise<string> => {
  let answered = "";
  const command: Command = {
    name: "verify",
    options: {},
    positionals: { least: 0, most: 1 },
    run: () => Promise.resolve(outcome),
  };
  const terminal = {
    answer: (text: string) => void (answered += text),
    say: () => undefined,
    isInteractive: false,
    ask: () => Promise.resolve(undefined),
    askSecret: () => Promise.resolve(undefined),
    showStatus: () => undefined,
  };
  const context = {
    terminal,
    environment: {},
    signal: new AbortController().signal,
    clock: createSystemClock(),
    random: createNodeRandom(),
    hasher: createNodeHasher(),
    zones: createIntlZoneOffsets(),
    tzdataVersion: "",
  };
  await runCommandLine(context, [command], argv);
  return answered;
};

const name = "Trusted\u001B[1A\u001B[2K authority";

test("a name from a stranger's bag cannot rewrite the lines above it", async () => {
  const outcome: Outcome = {
    kind: "answered",
    exitCode: 0,
    answer: { name },
    text: `One line\n${name} says so.\n`,
  };
  expect(await answerOf(outcome, ["verify"])).toBe(
    "One line\nTrusted\uFFFD[1A\uFFFD[2K authority says so.\n",
  );
  expect(JSON.parse(await answerOf(outcome, ["verify", "--json"]))).toEqual({ name });
});
