import { ok, type Result } from "@holdfast/evidence";
import { bytesToHeader, maximumHeaderSizeInBytes, type VaultHeader } from "@holdfast/seal";

import { blobFolder } from "./blob-store.ts";
import type { DeviceError, VaultDriver } from "./drivers/driver.ts";
import { databaseFileNames } from "./engine/sync-file.ts";
import { writeHeaders } from "./header-files.ts";
import type { VaultDeps } from "./vault-deps.ts";

/**
 * [Note: rotation]
 * New keys for everything, in the same place. The new vault is made beside the old one: its header and database in the
 * folder `next`, its sealed originals among the old ones under names of their own. When it is whole, verified, flushed and
 * closed, one replacement of the file `header` by the new one turns the place into the new vault. Before it, the old
 * vault opens and `next` is thrown away with every original that no row of the old database names. After it, the old
 * vault's keys are gone; what is left (the header's copy, the database into its place, the old originals) is finished by
 * whoever comes next, this process or the next opening. Which of the two it is, the header says: its vault id is the
 * one of `next/header`, or it is not.
 */
const nextFolder = "next";
const inNext = (path: string): string => `${nextFolder}/${path}`;

/** The place in which the new vault is made, with the old one's lock. */
export const createSibling = (
  driver: VaultDriver,
): { readonly driver: VaultDriver; readonly blobs: () => readonly string[] } => {
  const { files } = driver;
  const made = new Set<string>();
  const isBlob = (path: string): boolean => path.startsWith(`${blobFolder}/`);
  const at = (path: string): string => (isBlob(path) ? path : inNext(path));
  return {
    blobs: () => [...made],
    driver: {
      lock: () => Promise.resolve(ok({ release: () => Promise.resolve() })),
      openDatabase: (options) => driver.openDatabase({ ...options, folder: nextFolder }),
      files: {
        sizeInBytes: (path) => files.sizeInBytes(at(path)),
        read: (path, offset, length) => files.read(at(path), offset, length),
        create: (path) => {
          if (isBlob(path)) made.add(path);
          return files.create(at(path));
        },
        replace: (path, bytes) => files.replace(at(path), bytes),
        move: (from, to) => files.move(at(from), at(to)),
        remove: (path) => files.remove(at(path)),
        // The old vault's originals are none of the new one's.
        list: (folder) =>
          folder === blobFolder ? Promise.resolve(ok([...made])) : files.list(at(folder)),
      },
    },
  };
};

/** Everything of the new database is in its one file: nothing waits in a log that would have to be moved with it. */
export const isDatabaseClosed = async (deps: VaultDeps): Promise<Result<boolean, DeviceError>> => {
  for (const name of databaseFileNames) {
    if (name === "case.db") continue;
    const size = await deps.driver.files.sizeInBytes(inNext(name));
    if (size.ok && size.value > 0) return ok(false);
    if (!size.ok && size.error.code !== "not_found") return size;
  }
  return ok(true);
};

/** After the header has been replaced. Every step can be done again. */
export const finishRotation = async (
  deps: VaultDeps,
  header: VaultHeader,
): Promise<Result<void, DeviceError>> => {
  const { files } = deps.driver;
  const written = await writeHeaders(deps, header);
  if (!written.ok) return written;
  const size = await files.sizeInBytes(inNext("case.db"));
  if (size.ok) {
    // The old database's log would be read into the new one.
    for (const name of databaseFileNames) {
      if (name === "case.db") continue;
      const removed = await files.remove(name);
      if (!removed.ok) return removed;
    }
    const moved = await files.move(inNext("case.db"), "case.db");
    if (!moved.ok) return moved;
  } else if (size.error.code !== "not_found") return size;
  return clearNext(deps);
};

/** The header goes last: while it is there, it says what the rest belongs to. */
export const clearNext = async (deps: VaultDeps): Promise<Result<void, DeviceError>> => {
  const { files } = deps.driver;
  const listed = await files.list(nextFolder);
  if (!listed.ok) return listed;
  const header = inNext("header");
  const others = listed.value.filter((path) => path !== header);
  for (const path of [...others, ...(listed.value.includes(header) ? [header] : [])]) {
    const removed = await files.remove(path);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};

/** At opening, with the lock held. See [Note: rotation]. */
export const settleRotation = async (
  deps: VaultDeps,
  header: VaultHeader,
): Promise<Result<"none" | "finished" | "undone", DeviceError>> => {
  const { files } = deps.driver;
  const listed = await files.list(nextFolder);
  if (!listed.ok) return listed;
  if (listed.value.length === 0) return ok("none");
  const read = await files.read(inNext("header"), 0, maximumHeaderSizeInBytes + 1);
  if (!read.ok && read.error.code !== "not_found") return read;
  const next = read.ok ? bytesToHeader(deps, read.value) : undefined;
  const isNew = next?.ok === true && next.value.vault === header.vault;
  const settled = isNew ? await finishRotation(deps, header) : await clearNext(deps);
  if (!settled.ok) return settled;
  return ok(isNew ? "finished" : "undone");
};
