import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { err, ok, type Result, type Secret } from "@holdfast/evidence";
import { sharePage } from "@holdfast/output";
import { createRecoveryShares, shareBounds } from "@holdfast/seal";
import type { Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import {
  type Command,
  type CommandContext,
  type CommandInput,
  flagOption,
  type Outcome,
  textOption,
} from "../command.ts";
import { withVault } from "../open-vault.ts";
import { messageOf } from "../sources/file-source.ts";
import { writeNewFile, type WriteNewFileError } from "../sources/write-new-file.ts";
import { cannotOpen, notDone, wrongUsage } from "../usage.ts";
import { readCount } from "./read-count.ts";

/** Recovery shares: cards for trusted people, who can open the case together. See [Note: recovery shares]. */
export const sharesCommand: Command = {
  name: "shares",
  options: {
    people: { type: "string" },
    enough: { type: "string" },
    out: { type: "string" },
    "take-back": { type: "boolean" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: (context, input) => {
    const out = textOption(input.values, "out");
    if (flagOption(input.values, "take-back")) {
      if (out !== undefined) return Promise.resolve(wrongUsage("shares_one_of_both", {}));
      return withVault(context, input, takeBack);
    }
    const count = countOption(input, "people");
    const threshold = countOption(input, "enough");
    if (out === undefined || !fits(count, threshold)) {
      return Promise.resolve(wrongUsage("shares_bounds", { most: shareBounds.count.most }));
    }
    return withVault(context, input, (vault) => give(context, vault, { out, count, threshold }));
  },
};

/** 0 where it was not given or is no number: no bounds hold that. */
const countOption = ({ values }: CommandInput, name: string): number => {
  const read = readCount(textOption(values, name));
  return read.ok ? (read.value ?? 0) : 0;
};

const fits = (count: number, threshold: number): boolean =>
  threshold >= shareBounds.threshold.least && count >= threshold && count <= shareBounds.count.most;

interface Giving {
  readonly out: string;
  readonly count: number;
  readonly threshold: number;
}

const give = async (context: CommandContext, vault: Vault, giving: Giving): Promise<Outcome> => {
  if (vault.wraps().some(({ kind }) => kind === "shares"))
    return notDone({ code: "shares_given_already" });
  const { out } = giving;
  const made = await makeFolder(out);
  if (!made.ok) return cannotOpen(made.error, out);
  const outcome = await giveInto(context, vault, giving);
  // The folder is this command's own, and its cards open nothing.
  if (outcome.kind === "failed") await rm(out, { recursive: true, force: true });
  return outcome;
};

/** The cards are written first: a way in that nobody has the cards for would be worse than cards that open nothing yet. */
const giveInto = async (
  context: CommandContext,
  vault: Vault,
  giving: Giving,
): Promise<Outcome> => {
  const shares = createRecoveryShares(context, giving);
  const written = await writeCards(context, giving, shares);
  if (!written.ok) return cannotOpen(written.error, written.error.path);
  const added = await vault.addWrap({ kind: "shares", shares });
  if (!added.ok) return notDone(added.error);
  const { out, count, threshold } = giving;
  const cards = written.value;
  return {
    kind: "answered",
    exitCode: 0,
    answer: { holdfast: 1, command: "shares", done: "given", count, threshold, cards },
    text: `${cliSentence("shares_given", { out, count, threshold })}\n`,
  };
};

const makeFolder = async (path: string): Promise<Result<void, WriteNewFileError>> => {
  try {
    await mkdir(path, { mode: 0o700 });
    return ok(undefined);
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    return isThere
      ? err({ code: "file_exists", path })
      : err({ code: "file_not_written", path, cause: messageOf(error) });
  }
};

const writeCards = async (
  context: CommandContext,
  { out, count, threshold }: Giving,
  shares: readonly Secret<string>[],
): Promise<Result<readonly string[], WriteNewFileError>> => {
  const madeOn = new Date(context.clock.now()).toISOString().slice(0, 10);
  const paths: string[] = [];
  for (const [index, share] of shares.entries()) {
    const number = index + 1;
    const path = join(out, `card-${number}-of-${count}.html`);
    const card = { words: share.reveal(), number, count, threshold, madeOn };
    const written = await writeNewFile<void, never>(path, async (sink) => {
      for (const piece of sharePage(context, card)) await sink(new TextEncoder().encode(piece));
      return ok(undefined);
    });
    if (!written.ok) return written;
    paths.push(path);
  }
  return ok(paths);
};

const takeBack = async (vault: Vault): Promise<Outcome> => {
  const given = vault.wraps().filter(({ kind }) => kind === "shares");
  for (const { id } of given) {
    const removed = await vault.removeWrap(id);
    if (!removed.ok) return notDone(removed.error);
  }
  return {
    kind: "answered",
    exitCode: 0,
    answer: { holdfast: 1, command: "shares", done: "taken-back", sets: given.length },
    text: `${cliSentence(given.length === 0 ? "shares_none" : "shares_taken_back", {})}\n`,
  };
};
