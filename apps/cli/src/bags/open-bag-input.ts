import { lstat } from "node:fs/promises";

import { err, ok, type Result, type Secret } from "@holdfast/evidence";
import type { BagInput, FolderFile } from "@holdfast/verify";

import { isAgeFile, unlockSource } from "../exporting/encrypt-stream.ts";
import { messageOf, openFileSource } from "../sources/file-source.ts";
import { walkPaths } from "../sources/walk-paths.ts";
import { spoolToTemporaryFile } from "./spool-file.ts";

export interface OpenedBag {
  readonly input: BagInput;
  readonly isFolder: boolean;
  readonly wasEncrypted: boolean;
  readonly close: () => Promise<void>;
}

export interface OpenBagError {
  readonly code:
    "bag_not_readable" | "bag_needs_passphrase" | "bag_wrong_passphrase" | "cancelled_reading";
  readonly cause?: string;
}

/**
 * Opens what somebody handed over: a zip, an unpacked folder, or an encrypted zip. An encrypted one is decrypted into a
 * file that only its owner can read and that is removed at the end: a zip's list stands at its end.
 */
export const openBagInput = async (
  path: string,
  askPassphrase: () => Promise<Secret<string> | undefined>,
  signal?: AbortSignal,
): Promise<Result<OpenedBag, OpenBagError>> => {
  const stat = await lstat(path).catch(messageOf);
  if (typeof stat === "string") return err({ code: "bag_not_readable", cause: stat });
  if (stat.isDirectory()) return openFolder(path);
  const opened = await openFileSource(path);
  if (!opened.ok) return err({ code: "bag_not_readable", cause: opened.error.cause });
  const { source, close } = opened.value;
  if (!(await isAgeFile(source))) {
    return ok({ input: { kind: "zip", source }, isFolder: false, wasEncrypted: false, close });
  }
  const passphrase = await askPassphrase();
  if (passphrase === undefined) {
    await close();
    return err({ code: "bag_needs_passphrase" });
  }
  const unlocked = await unlockSource(source, passphrase);
  if (!unlocked.ok) {
    await close();
    return unlocked;
  }
  const spooled = await spoolToTemporaryFile(unlocked.value, signal);
  await close();
  if (!spooled.ok) {
    return spooled.error.code === "cancelled"
      ? err({ code: "cancelled_reading" })
      : err({ code: "bag_not_readable", cause: spooled.error.cause });
  }
  return ok({
    input: { kind: "zip", source: spooled.value.source },
    isFolder: false,
    wasEncrypted: true,
    close: spooled.value.close,
  });
};

/** Files are opened when they are read: a bag can hold more of them than a process may have open. */
const openFolder = async (path: string): Promise<Result<OpenedBag, OpenBagError>> => {
  const files: FolderFile[] = [];
  for await (const found of walkPaths([path])) {
    if (found.kind === "skipped") {
      return err({ code: "bag_not_readable", cause: `${found.name}: ${found.code}` });
    }
    const { size } = await lstat(found.path);
    files.push({
      path: found.name,
      source: {
        sizeInBytes: size,
        read: async (offset, length) => {
          const opened = await openFileSource(found.path);
          if (!opened.ok) throw new Error(opened.error.cause);
          try {
            return await opened.value.source.read(offset, length);
          } finally {
            await opened.value.close();
          }
        },
      },
    });
  }
  return ok({
    input: { kind: "folder", files },
    isFolder: true,
    wasEncrypted: false,
    close: () => Promise.resolve(),
  });
};
