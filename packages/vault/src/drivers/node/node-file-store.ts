import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type FileHandle, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";

import { ok } from "@holdfast/evidence";

import type { FileStore, FileWriter } from "../driver.ts";
import { directFileWriter, openDirect } from "./node-direct-writer.ts";
import { errnoOf, orDeviceError } from "./node-errors.ts";
import { fileMode, flushFolder, makeFolder, resolveWithin } from "./node-folder.ts";

/** Headers and blobs in a folder. A file is opened for each read: that costs little, and nobody keeps track of open ones. */
export const nodeFileStore = (root: string): FileStore => ({
  sizeInBytes: (path) =>
    orDeviceError(path, async () => (await stat(resolveWithin(root, path))).size),
  read: (path, offset, length) =>
    orDeviceError(path, () => Promise.resolve(readAt(resolveWithin(root, path), offset, length))),
  create: (path, options) =>
    orDeviceError(path, async () => {
      const target = resolveWithin(root, path);
      const folder = dirname(target);
      makeFolder(folder);
      const handle = await open(target, "wx", fileMode);
      const direct = options?.large === true ? await openDirect(target) : undefined;
      if (direct === undefined) return fileWriter(path, handle, folder);
      return directFileWriter(path, { handle, direct, flushName: () => flushFolder(folder) });
    }),
  replace: (path, bytes) =>
    orDeviceError(path, () => {
      replaceFile(resolveWithin(root, path), bytes);
      return Promise.resolve();
    }),
  move: (from, to) =>
    orDeviceError(from, () => {
      const [source, target] = [resolveWithin(root, from), resolveWithin(root, to)];
      makeFolder(dirname(target));
      renameSync(source, target);
      flushFolder(dirname(target));
      flushFolder(dirname(source));
      return Promise.resolve();
    }),
  remove: async (path) => {
    const target = resolveWithin(root, path);
    const removed = await orDeviceError(path, async () => {
      await rm(target);
      flushFolder(dirname(target));
    });
    return !removed.ok && removed.error.code === "not_found" ? ok(undefined) : removed;
  },
  list: async (folder) => {
    const target = folder === "" ? root : resolveWithin(root, folder);
    const listed = await orDeviceError(folder, async () => {
      const entries = await readdir(target, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, `${entry.parentPath}${sep}${entry.name}`))
        .map((path) => path.replaceAll(sep, "/"));
    });
    return !listed.ok && listed.error.code === "not_found" ? ok([]) : listed;
  },
});

/** The device begins to write while more is still being encrypted; the flush at the end then has little left to do. */
const flushEveryBytes = 64 * 1_048_576;

const fileWriter = (path: string, handle: FileHandle, folder: string): FileWriter => {
  let unflushed = 0;
  let early: Promise<unknown> | undefined;
  let earlyFailure: unknown;
  const flushEarly = (): void => {
    unflushed = 0;
    // A failed flush is told once by the system: it is kept, and fails the flush that the caller waits for.
    early = handle
      .datasync()
      .catch((cause: unknown) => {
        earlyFailure ??= cause;
      })
      .finally(() => {
        early = undefined;
      });
  };
  return {
    write: (bytes) =>
      orDeviceError(path, async () => {
        let done = 0;
        while (done < bytes.length) {
          done += (await handle.write(bytes, done, bytes.length - done)).bytesWritten;
        }
        unflushed += bytes.length;
        if (unflushed >= flushEveryBytes && early === undefined) flushEarly();
      }),
    flush: () =>
      orDeviceError(path, async () => {
        await early;
        if (earlyFailure !== undefined) throw earlyFailure;
        await handle.sync();
        flushFolder(folder);
      }),
    close: async () => {
      await early;
      await handle.close();
    },
  };
};

/** Synchronous: four short calls. Each of them through the thread pool costs more than the reading itself. */
const readAt = (target: string, offset: number, length: number): Uint8Array<ArrayBuffer> => {
  const descriptor = openSync(target, "r");
  try {
    const { size } = fstatSync(descriptor);
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(descriptor);
  }
};

/** Synchronous, so that no two replacements of one file meet at the temporary one. */
const replaceFile = (target: string, bytes: Uint8Array): void => {
  makeFolder(dirname(target));
  const temporary = `${target}.new`;
  rmSync(temporary, { force: true });
  const descriptor = openSync(temporary, "wx", fileMode);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    // The first failure is the one to report; what stays of the temporary file goes with the next replacement.
    if (errnoOf(error) !== undefined) rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(descriptor);
  renameSync(temporary, target);
  flushFolder(dirname(target));
};
