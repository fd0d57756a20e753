import { mkdir, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Result } from "@holdfast/evidence";
import type { VaultDeps } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import type { CodedError } from "../problem.ts";
import { messageOf } from "../sources/file-source.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { isFile, isThere, isVaultFolder } from "./vault-folder.ts";

interface MakingDeps {
  readonly terminal: Pick<Terminal, "say">;
  readonly deps: { readonly driver: Pick<VaultDeps["driver"], "lock"> };
}

/**
 * [Note: unfinished making]
 * While a case is made, a file says so. It is written only into a folder in which nothing of a case lies, and goes when
 * the case is whole; so what a case is made of beside that file, without a header, was left by a making that was killed.
 * The next making at the same place takes it away. Only a case's own files ever go: somebody may have put others into
 * the folder meanwhile, or a second Holdfast may be making a case there, which its lock tells.
 */
export const makeIn = async <T, E extends CodedError>(
  making: MakingDeps,
  path: string,
  make: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> => {
  if (await clearUnfinished(making, path)) {
    making.terminal.say(cliSentence("unfinished_cleared", { name: path }));
  }
  const wasThere = await isThere(path);
  const isOurs = await markUnfinished(path);
  const made = await make();
  const isSomebodyElses =
    !made.ok && (made.error.code === "vault_exists" || made.error.code === "vault_in_use");
  if (!made.ok && !isSomebodyElses && isOurs) await removeMade(path, !wasThere);
  else if (isOurs) await rm(join(path, unfinishedMark), { force: true });
  return made;
};

const unfinishedMark = "unfinished";
const markText =
  "A case is being made here by Holdfast. If no Holdfast is running, this was cut short.\n";
const filesOfCase = [
  "header",
  "header.bak",
  "attempts",
  "inbox",
  "next",
  "case.db",
  "case.db-wal",
  "case.db-journal",
  "blobs",
  "lock",
];

/** True when the folder holds nothing of a case, and says now that one is being made. */
const markUnfinished = async (path: string): Promise<boolean> => {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const names = new Set(await readdir(path));
    if (filesOfCase.some((name) => names.has(name))) return false;
    await writeFile(join(path, unfinishedMark), markText, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    // Somebody else's file of that name, or no right to write: the making itself says what is wrong.
    messageOf(error);
    return false;
  }
};

const clearUnfinished = async ({ deps }: MakingDeps, path: string): Promise<boolean> => {
  if (!(await isFile(join(path, unfinishedMark))) || (await isVaultFolder(path))) return false;
  const lock = await deps.driver.lock();
  // Another Holdfast is at work there just now.
  if (!lock.ok) return false;
  // Between the first look and the lock another one may have finished.
  if (await isVaultFolder(path)) {
    await lock.value.release();
    return false;
  }
  await removeMade(path, false);
  await lock.value.release();
  return true;
};

const removeMade = async (path: string, withFolder: boolean): Promise<void> => {
  for (const name of filesOfCase) {
    if (name !== "lock") await rm(join(path, name), { recursive: true, force: true });
  }
  await rm(join(path, unfinishedMark), { force: true });
  if (!withFolder) return;
  await rm(join(path, "lock"), { force: true });
  // Not empty: then it is not ours alone, and stays.
  await rmdir(path).catch(messageOf);
};
