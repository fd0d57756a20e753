import { err } from "@holdfast/evidence";

import type { Engine } from "../../engine/engine.ts";
import type { VaultDriver } from "../driver.ts";
import { orDeviceError } from "./opfs-errors.ts";
import { opfsFileStore } from "./opfs-file-store.ts";
import { takeOpfsLock } from "./opfs-lock.ts";
import { openOpfsSyncFiles } from "./opfs-sync-files.ts";

/** A vault in a folder of the origin's private file system. In a dedicated worker; see opfs/access-handle.ts. */
export const createOpfsDriver = (deps: {
  readonly engine: Engine;
  readonly folder: FileSystemDirectoryHandle;
  /** Tells vaults apart in the browser's list of locks; the folder's path. */
  readonly lockName: string;
  /** See `OpenOptions`. */
  readonly cacheSizeInKib?: number;
}): VaultDriver => {
  const { engine, folder, lockName, cacheSizeInKib } = deps;
  return {
    files: opfsFileStore(folder),
    lock: () => takeOpfsLock(lockName),
    openDatabase: async ({ folder: below, ...options }) => {
      const { create } = options;
      const files = await orDeviceError("case.db", async () =>
        openOpfsSyncFiles(
          below === undefined ? folder : await folder.getDirectoryHandle(below, { create }),
          create,
        ),
      );
      if (files.ok) {
        return engine.openDatabase(files.value, {
          ...options,
          ...(cacheSizeInKib === undefined ? {} : { cacheSizeInKib }),
        });
      }
      return files.error.code === "not_found" ? err({ code: "database_unreadable" }) : files;
    },
  };
};
