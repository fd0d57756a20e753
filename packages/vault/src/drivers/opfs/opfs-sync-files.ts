import {
  type DatabaseFileName,
  databaseFileNames,
  type SyncFileSystem,
} from "../../engine/sync-file.ts";
import { type AccessHandle, openAccessHandle, writeAll } from "./access-handle.ts";
import { orFailure } from "./opfs-errors.ts";

/**
 * The database's three files in a folder of the origin's private file system. Opening a file takes time that a
 * synchronous engine does not have, so all three are opened beforehand, and a file of no bytes stands for none.
 * Rejects with the browser's exception: `NotFoundError` when there is no database and none is to be made.
 */
export const openOpfsSyncFiles = async (
  folder: FileSystemDirectoryHandle,
  create: boolean,
): Promise<SyncFileSystem> => {
  const handles = new Map<DatabaseFileName, AccessHandle>();
  const close = (): void => {
    for (const handle of handles.values()) handle.close();
    handles.clear();
  };
  try {
    for (const name of databaseFileNames) {
      const isDatabase = name === "case.db";
      const file = await folder.getFileHandle(name, { create: create || !isDatabase });
      handles.set(name, await openAccessHandle(file));
    }
  } catch (error) {
    close();
    throw error;
  }
  const handleOf = (name: DatabaseFileName): AccessHandle => {
    const handle = handles.get(name);
    if (handle === undefined) throw new DOMException("closed", "InvalidStateError");
    return handle;
  };
  return {
    close,
    exists: (name) => orFailure(name, () => handleOf(name).getSize() > 0),
    remove: (name) =>
      orFailure(name, () => {
        handleOf(name).truncate(0);
        handleOf(name).flush();
      }),
    open: (name) => {
      const handle = orFailure(name, () => handleOf(name));
      return {
        sizeInBytes: () => orFailure(name, () => handle.getSize()),
        read: (into, offset) => orFailure(name, () => handle.read(into, { at: offset })),
        write: (bytes, offset) => orFailure(name, () => writeAll(handle, bytes, offset, name)),
        truncate: (sizeInBytes) => orFailure(name, () => handle.truncate(sizeInBytes)),
        flush: () => orFailure(name, () => handle.flush()),
        close: () => undefined,
      };
    },
  };
};
