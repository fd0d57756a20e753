import { ok } from "@holdfast/evidence";

import type { Engine } from "../../engine/engine.ts";
import type { VaultDriver } from "../driver.ts";
import { orDeviceError } from "./node-errors.ts";
import { nodeFileStore } from "./node-file-store.ts";
import { makeFolder, resolveWithin } from "./node-folder.ts";
import { takeNodeLock } from "./node-lock.ts";
import { nodeSyncFiles } from "./node-sync-files.ts";

/** A vault in the folder `root`, which is made (0700) when something is first put into it. */
export const createNodeDriver = (deps: {
  readonly engine: Engine;
  readonly root: string;
  /** See `OpenOptions`. */
  readonly cacheSizeInKib?: number;
}): VaultDriver => {
  const { engine, root, cacheSizeInKib } = deps;
  return {
    files: nodeFileStore(root),
    lock: () => Promise.resolve(takeNodeLock(root)),
    openDatabase: async ({ folder: below, ...options }) => {
      const place = below === undefined ? root : resolveWithin(root, below);
      const folder = options.create
        ? await orDeviceError("", () => Promise.resolve(makeFolder(place)))
        : ok(undefined);
      if (!folder.ok) return folder;
      return engine.openDatabase(nodeSyncFiles(place), {
        ...options,
        ...(cacheSizeInKib === undefined ? {} : { cacheSizeInKib }),
      });
    },
  };
};
