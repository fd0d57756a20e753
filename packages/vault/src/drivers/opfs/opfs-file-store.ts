import { assert, ok } from "@holdfast/evidence";

import { SyncFileFailure } from "../../engine/sync-file.ts";
import type { FileStore, FileWriter } from "../driver.ts";
import { type AccessHandle, openAccessHandle, tryMove, writeAll } from "./access-handle.ts";
import { orDeviceError } from "./opfs-errors.ts";

/** Headers and blobs in a folder of the origin's private file system; writing needs a worker. */
export const opfsFileStore = (root: FileSystemDirectoryHandle): FileStore => ({
  sizeInBytes: (path) => orDeviceError(path, async () => (await readable(root, path)).size),
  read: (path, offset, length) =>
    orDeviceError(path, async () => {
      const file = await readable(root, path);
      return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
    }),
  create: (path) =>
    orDeviceError(path, async () => {
      const { folder, name } = await locate(root, path, true);
      if (await isThere(folder, name)) throw new SyncFileFailure({ code: "not_permitted", path });
      const file = await folder.getFileHandle(name, { create: true });
      return fileWriter(path, await openAccessHandle(file));
    }),
  replace: (path, bytes) =>
    orDeviceError(path, async () => {
      const { folder, name } = await locate(root, path, true);
      await replaceFile(folder, name, Uint8Array.from(bytes));
    }),
  move: (from, to) =>
    orDeviceError(from, async () => {
      const source = await locate(root, from, false);
      const target = await locate(root, to, true);
      await copyFile(await source.folder.getFileHandle(source.name), target, to);
      await source.folder.removeEntry(source.name);
    }),
  remove: async (path) => {
    const removed = await orDeviceError(path, async () => {
      const { folder, name } = await locate(root, path, false);
      await folder.removeEntry(name);
    });
    return !removed.ok && removed.error.code === "not_found" ? ok(undefined) : removed;
  },
  list: async (path) => {
    const listed = await orDeviceError(path, async () => {
      const folder = path === "" ? root : await descend(root, path.split("/"), false);
      return listFiles(folder, path === "" ? "" : `${path}/`);
    });
    return !listed.ok && listed.error.code === "not_found" ? ok([]) : listed;
  },
});

interface Place {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
}

const descend = async (
  root: FileSystemDirectoryHandle,
  names: readonly string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle> => {
  let folder = root;
  for (const name of names) folder = await folder.getDirectoryHandle(name, { create });
  return folder;
};

const locate = async (
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<Place> => {
  const names = path.split("/");
  const name = names.pop();
  assert(name !== undefined && name !== "", "a path ends in a file's name");
  return { folder: await descend(root, names, create), name };
};

const readable = async (root: FileSystemDirectoryHandle, path: string): Promise<File> => {
  const { folder, name } = await locate(root, path, false);
  return (await folder.getFileHandle(name)).getFile();
};

const isThere = async (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> => {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return false;
    throw error;
  }
};

const fileWriter = (path: string, handle: AccessHandle): FileWriter => {
  let end = 0;
  return {
    write: (bytes) =>
      orDeviceError(path, () => {
        writeAll(handle, plain(bytes), end, path);
        end += bytes.length;
        return Promise.resolve();
      }),
    flush: () => orDeviceError(path, () => Promise.resolve(handle.flush())),
    close: () => Promise.resolve(handle.close()),
  };
};

/** Bytes over memory that is not shared; the platform's types refuse the wide form. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes);

/**
 * Where a browser cannot rename, the bytes are written a second time, over the old file: a crash in that moment spoils
 * that file, and the whole one stays beside it under its temporary name. That is why the header has two copies.
 */
const replaceFile = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  const temporary = `${name}.new`;
  const file = await folder.getFileHandle(temporary, { create: true });
  await writeWhole(file, bytes, temporary);
  if (await tryMove(file, name)) return;
  await writeWhole(await folder.getFileHandle(name, { create: true }), bytes, name);
  await folder.removeEntry(temporary);
};

const writeWhole = async (
  file: FileSystemFileHandle,
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
): Promise<void> => {
  const handle = await openAccessHandle(file);
  try {
    handle.truncate(0);
    writeAll(handle, bytes, 0, path);
    handle.flush();
  } finally {
    handle.close();
  }
};

const copiedAtOnceInBytes = 4 * 1_048_576;

/** Browsers do not agree on moving between folders; all of them can copy. */
const copyFile = async (
  source: FileSystemFileHandle,
  target: Place,
  path: string,
): Promise<void> => {
  const bytes = await source.getFile();
  const handle = await openAccessHandle(
    await target.folder.getFileHandle(target.name, { create: true }),
  );
  try {
    handle.truncate(0);
    for (let at = 0; at < bytes.size; at += copiedAtOnceInBytes) {
      const piece = await bytes.slice(at, at + copiedAtOnceInBytes).arrayBuffer();
      writeAll(handle, new Uint8Array(piece), at, path);
    }
    handle.flush();
  } finally {
    handle.close();
  }
};

const listFiles = async (
  folder: FileSystemDirectoryHandle,
  prefix: string,
): Promise<readonly string[]> => {
  const paths: string[] = [];
  for await (const [name, entry] of folder.entries()) {
    const path = `${prefix}${name}`;
    if (isFolder(entry)) paths.push(...(await listFiles(entry, `${path}/`)));
    else paths.push(path);
  }
  return paths;
};

const isFolder = (entry: FileSystemHandle): entry is FileSystemDirectoryHandle =>
  entry.kind === "directory";
