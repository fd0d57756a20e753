import { closeSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";

import { assert } from "@holdfast/evidence";

/** Only the person's own account reads the vault. */
const folderMode = 0o700;
export const fileMode = 0o600;

/** The place of a path within the vault. Our own code makes these paths; one that leads out of the vault is a bug. */
export const resolveWithin = (root: string, path: string): string => {
  const parts = path.split("/");
  assert(
    parts.every((part) => /^[\w.-]+$/u.test(part) && part !== "." && part !== ".."),
    "paths of the vault stay within it",
  );
  return join(root, ...parts);
};

/** A name is durable only when its folder has been flushed too. Windows has no such call, and needs none. */
export const flushFolder = (folder: string): void => {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Makes the folder and those above it, each of them durable. */
export const makeFolder = (folder: string): void => {
  const first = mkdirSync(folder, { recursive: true, mode: folderMode });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    flushFolder(dirname(made));
    if (made === first || made === dirname(made)) return;
  }
};
