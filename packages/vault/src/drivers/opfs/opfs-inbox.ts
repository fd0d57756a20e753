import type { Result } from "@holdfast/evidence";
import {
  type InboxAddress,
  type InboxPlace,
  type InboxWriter,
  readInboxAddress,
} from "@holdfast/seal/inbox";

import type { DeviceError } from "../driver.ts";
import { orDeviceError } from "./opfs-errors.ts";

const inboxFolder = "inbox";
const headerNames = ["header", "header.bak"] as const;

/**
 * The address of the vault in this folder, without opening it. Several when its two header files differ: a cut or a
 * damage, and the first that can be used is right.
 */
export const readOpfsInboxAddresses = async (
  vault: FileSystemDirectoryHandle,
): Promise<Result<readonly InboxAddress[], DeviceError>> =>
  orDeviceError("header", async () => {
    const found: InboxAddress[] = [];
    for (const name of headerNames) {
      const bytes = await readIfThere(vault, name);
      const address = bytes === undefined ? undefined : readInboxAddress(bytes);
      if (address !== undefined) found.push(address);
    }
    return found;
  });

/**
 * The inbox of a vault for a service worker, which has no access handles: a file that is written through a stream holds
 * nothing until the stream is closed, so a worker that is killed leaves an empty file and no half of one.
 */
export const createOpfsInboxPlace = (
  vault: FileSystemDirectoryHandle,
): InboxPlace<DeviceError> => ({
  usage: () =>
    orDeviceError(inboxFolder, async () => {
      const folder = await vault.getDirectoryHandle(inboxFolder, { create: true });
      let entries = 0;
      let sizeInBytes = 0;
      for await (const [name, entry] of folder.entries()) {
        entries += 1;
        if (entry.kind === "file") {
          sizeInBytes += (await (await folder.getFileHandle(name)).getFile()).size;
        }
      }
      return { entries, sizeInBytes };
    }),
  create: (name) =>
    orDeviceError(inboxFolder, async () => {
      const folder = await vault.getDirectoryHandle(inboxFolder, { create: true });
      const file = await folder.getFileHandle(name, { create: true });
      return writerOf(folder, name, await file.createWritable());
    }),
});

const writerOf = (
  folder: FileSystemDirectoryHandle,
  name: string,
  stream: FileSystemWritableFileStream,
): InboxWriter<DeviceError> => ({
  write: (bytes) => orDeviceError(inboxFolder, () => stream.write(Uint8Array.from(bytes))),
  finish: () => orDeviceError(inboxFolder, () => stream.close()),
  discard: async () => {
    // Whatever stays is empty or opens for nobody, and the opened vault lists it as damaged.
    await orDeviceError(inboxFolder, () => stream.abort());
    await orDeviceError(inboxFolder, () => folder.removeEntry(name));
  },
});

const readIfThere = async (
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<Uint8Array | undefined> => {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
    throw error;
  }
};
