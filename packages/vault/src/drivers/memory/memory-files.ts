import { err, ok, type Result } from "@holdfast/evidence";

import { SyncFileFailure, type SyncFileSystem } from "../../engine/sync-file.ts";
import type { DeviceError, FileStore } from "../driver.ts";
import type { MemoryDisk } from "./memory-disk.ts";

/** The database's three files on a memory disk. */
export const memorySyncFiles = (disk: MemoryDisk, prefix = ""): SyncFileSystem => ({
  exists: (name) => disk.exists(prefix + name) && disk.sizeInBytes(prefix + name) > 0,
  remove: (name) => {
    if (!disk.exists(prefix + name)) return;
    disk.remove(prefix + name);
    disk.flushFolder();
  },
  open: (name) => {
    const path = prefix + name;
    if (!disk.exists(path)) {
      disk.create(path);
      disk.flushFolder();
    }
    return {
      sizeInBytes: () => disk.sizeInBytes(path),
      read: (into, offset) => disk.read(path, into, offset),
      write: (bytes, offset) => disk.write(path, bytes, offset),
      truncate: (sizeInBytes) => disk.truncate(path, sizeInBytes),
      flush: () => disk.flush(path),
      close: () => undefined,
    };
  },
  close: () => undefined,
});

/** Headers and blobs on a memory disk, with the same steps as on a real one. */
export const memoryFileStore = (disk: MemoryDisk): FileStore => ({
  sizeInBytes: (path) => attempt(() => disk.sizeInBytes(path)),
  read: (path, offset, length) =>
    attempt(() => {
      const room = Math.max(0, Math.min(length, disk.sizeInBytes(path) - offset));
      const bytes = new Uint8Array(room);
      disk.read(path, bytes, offset);
      return bytes;
    }),
  create: (path) =>
    attempt(() => {
      disk.create(path);
      disk.flushFolder();
      let end = 0;
      return {
        write: (bytes) =>
          attempt(() => {
            disk.write(path, bytes, end);
            end += bytes.length;
          }),
        flush: () => attempt(() => disk.flush(path)),
        close: () => Promise.resolve(),
      };
    }),
  replace: (path, bytes) =>
    attempt(() => {
      const temporary = `${path}.new`;
      if (disk.exists(temporary)) disk.remove(temporary);
      disk.create(temporary);
      try {
        disk.write(temporary, bytes, 0);
        disk.flush(temporary);
      } catch (error) {
        removeQuietly(disk, temporary);
        throw error;
      }
      disk.rename(temporary, path);
      disk.flushFolder();
    }),
  move: (from, to) =>
    attempt(() => {
      disk.rename(from, to);
      disk.flushFolder();
    }),
  remove: (path) =>
    attempt(() => {
      if (!disk.exists(path)) return;
      disk.remove(path);
      disk.flushFolder();
    }),
  list: (folder) =>
    attempt(() => disk.names().filter((name) => folder === "" || name.startsWith(`${folder}/`))),
});

const attempt = <T>(work: () => T): Promise<Result<T, DeviceError>> => {
  try {
    return Promise.resolve(ok(work()));
  } catch (error) {
    if (!(error instanceof SyncFileFailure)) return Promise.reject(error);
    return Promise.resolve(err(error.device));
  }
};

/** The first failure is the one to report; what is left of the temporary file goes with the next `replace`. */
const removeQuietly = (disk: MemoryDisk, path: string): void => {
  try {
    disk.remove(path);
  } catch (error) {
    if (!(error instanceof SyncFileFailure)) throw error;
  }
};
