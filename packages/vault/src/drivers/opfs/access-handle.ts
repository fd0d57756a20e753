import { assert } from "@holdfast/evidence";

import { SyncFileFailure } from "../../engine/sync-file.ts";

/** FileSystemSyncAccessHandle: only workers have it, so the library file that we compile with does not name it. */
export interface AccessHandle {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  readonly truncate: (sizeInBytes: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

/** Takes the file for us alone; `NoModificationAllowedError` when somebody else has it. */
export const openAccessHandle = (file: FileSystemFileHandle): Promise<AccessHandle> => {
  assert(hasAccessHandles(file), "the vault is opened in a worker");
  return file.createSyncAccessHandle();
};

/** All of the bytes. A device that is nearly full takes a part without a word, then nothing. */
export const writeAll = (
  handle: AccessHandle,
  bytes: Uint8Array<ArrayBuffer>,
  offset: number,
  path: string,
): void => {
  let done = 0;
  while (done < bytes.length) {
    const count = handle.write(bytes.subarray(done), { at: offset + done });
    if (count === 0) throw new SyncFileFailure({ code: "disk_full", path, cause: "short write" });
    done += count;
  }
};

/** Renames within the folder, over a file of that name; false where the browser cannot. */
export const tryMove = async (file: FileSystemFileHandle, name: string): Promise<boolean> => {
  if (!canMove(file)) return false;
  await file.move(name);
  return true;
};

const hasAccessHandles = (
  file: FileSystemFileHandle,
): file is FileSystemFileHandle & {
  readonly createSyncAccessHandle: () => Promise<AccessHandle>;
} => "createSyncAccessHandle" in file;

const canMove = (
  file: FileSystemFileHandle,
): file is FileSystemFileHandle & { readonly move: (name: string) => Promise<void> } =>
  "move" in file;
