import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

import type { DatabaseFileName, SyncFile, SyncFileSystem } from "../../engine/sync-file.ts";
import { orFailure } from "./node-errors.ts";
import { fileMode, flushFolder, resolveWithin } from "./node-folder.ts";

/** The database's three files in a folder. Every open file is also closed by `close`. */
export const nodeSyncFiles = (root: string): SyncFileSystem => {
  const descriptors = new Set<number>();
  return {
    exists: (name) =>
      orFailure(name, () => {
        const stat = statSync(resolveWithin(root, name), { throwIfNoEntry: false });
        return stat !== undefined && stat.size > 0;
      }),
    remove: (name) =>
      orFailure(name, () => {
        rmSync(resolveWithin(root, name), { force: true });
        flushFolder(root);
      }),
    open: (name) =>
      orFailure(name, () => {
        const descriptor = openOrCreate(root, name);
        descriptors.add(descriptor);
        return openedFile(name, descriptor, () => descriptors.delete(descriptor));
      }),
    close: () => {
      for (const descriptor of descriptors) closeSync(descriptor);
      descriptors.clear();
    },
  };
};

const openOrCreate = (root: string, name: DatabaseFileName): number => {
  const path = resolveWithin(root, name);
  const isNew = statSync(path, { throwIfNoEntry: false }) === undefined;
  const descriptor = openSync(path, isNew ? "wx+" : "r+", fileMode);
  if (isNew) flushFolder(root);
  return descriptor;
};

const openedFile = (name: string, descriptor: number, onClosed: () => void): SyncFile => ({
  sizeInBytes: () => orFailure(name, () => fstatSync(descriptor).size),
  read: (into, offset) =>
    orFailure(name, () => {
      let done = 0;
      while (done < into.length) {
        const count = readSync(descriptor, into, done, into.length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return done;
    }),
  write: (bytes, offset) =>
    orFailure(name, () => {
      let done = 0;
      // A device that is nearly full takes a part; the next call then says why not the rest.
      while (done < bytes.length) {
        done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
      }
    }),
  truncate: (sizeInBytes) => orFailure(name, () => ftruncateSync(descriptor, sizeInBytes)),
  flush: () => orFailure(name, () => fsyncSync(descriptor)),
  close: () =>
    orFailure(name, () => {
      onClosed();
      closeSync(descriptor);
    }),
});
