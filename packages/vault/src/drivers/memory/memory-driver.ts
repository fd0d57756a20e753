import { err, ok } from "@holdfast/evidence";

import type { Engine } from "../../engine/engine.ts";
import type { VaultDriver } from "../driver.ts";
import { createMemoryDisk, type MemoryDisk } from "./memory-disk.ts";
import { memoryFileStore, memorySyncFiles } from "./memory-files.ts";

/**
 * A vault that leaves nothing on the device, and the one that tests use. Two drivers on one disk are two processes that
 * meet at one folder: the second finds the lock taken, and a closed vault can be opened again.
 */
export const createMemoryDriver = (deps: {
  readonly engine: Engine;
  readonly disk?: MemoryDisk;
  /** See `OpenOptions`. */
  readonly cacheSizeInKib?: number;
}): VaultDriver => {
  const disk = deps.disk ?? createMemoryDisk();
  const { cacheSizeInKib } = deps;
  return {
    files: memoryFileStore(disk),
    lock: () => {
      if (disk.lock.held) return Promise.resolve(err({ code: "in_use", path: "lock" }));
      disk.lock.held = true;
      const release = (): Promise<void> => {
        disk.lock.held = false;
        return Promise.resolve();
      };
      return Promise.resolve(ok({ release }));
    },
    openDatabase: ({ folder, ...options }) =>
      deps.engine.openDatabase(memorySyncFiles(disk, folder === undefined ? "" : `${folder}/`), {
        ...options,
        ...(cacheSizeInKib === undefined ? {} : { cacheSizeInKib }),
      }),
  };
};
