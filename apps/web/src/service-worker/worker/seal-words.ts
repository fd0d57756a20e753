import type { ByteSource } from "@holdfast/evidence";
import { type InboxAddress, sealToInbox } from "@holdfast/seal/inbox";
import { createOpfsInboxPlace, readOpfsInboxAddresses } from "@holdfast/vault/opfs-inbox";
import { createPictureScan } from "@holdfast/vault/picture-scan";
import { createWebAead, createWebKeyAgreement, createWebRandom } from "@holdfast/vault/web-crypto";

import type { SharedThings } from "../messages.ts";

interface Inbox {
  readonly folder: FileSystemDirectoryHandle;
  readonly to: InboxAddress;
}

/**
 * Encrypts what was shared to the inbox of the place on this device, where only the opened place can read it, and gives
 * back what is left: that stays in memory. Words alone go in, for every place alike, since a locked one does not say
 * whether its case keeps pictures (care.md 1–4). With no place, or with several, all of it is left: the page asks.
 */
export const sealWords = async (things: SharedThings, now: number): Promise<SharedThings> => {
  const inbox = await findOnlyInbox();
  if (inbox === undefined) return things;
  const left: File[] = [];
  let sealed = 0;
  for (const file of things.files) {
    if (await sealFile(inbox, file, { sharedAt: now, nth: sealed })) sealed += 1;
    else left.push(file);
  }
  return { ...things, files: left, sealed };
};

/** As the vault's worker names the folders of places. */
const placeName = /^[0-9a-f]{32}$/;

const findOnlyInbox = async (): Promise<Inbox | undefined> => {
  const found: FileSystemDirectoryHandle[] = [];
  const root = await openRoot();
  if (root === undefined) return undefined;
  for await (const [name, handle] of root.entries()) {
    if (!placeName.test(name) || handle.kind !== "directory") continue;
    found.push(await root.getDirectoryHandle(name));
  }
  const [folder, ...others] = found;
  if (folder === undefined || others.length > 0) return undefined;
  const addresses = await readOpfsInboxAddresses(folder);
  const to = addresses.ok ? addresses.value[0] : undefined;
  return to === undefined ? undefined : { folder, to };
};

/** Undefined where the browser gives no storage, as in some private windows: then there is no place either. */
const openRoot = async (): Promise<FileSystemDirectoryHandle | undefined> => {
  try {
    return await navigator.storage.getDirectory();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
};

/** False when it is not words, or could not be written: then nothing of it was kept, and it stays in memory. */
const sealFile = async (
  { folder, to }: Inbox,
  file: File,
  when: { readonly sharedAt: number; readonly nth: number },
): Promise<boolean> => {
  const done = await sealToInbox(
    { aead: createWebAead(), keyAgreement: createWebKeyAgreement(), random: createWebRandom() },
    {
      to,
      source: fileToSource(file),
      head: { name: file.name, mediaType: file.type, ...when },
      policy: { keep: "words-only", check: createPictureScan() },
      place: createOpfsInboxPlace(folder),
    },
  );
  return done.ok;
};

const fileToSource = (file: File): ByteSource => ({
  sizeInBytes: file.size,
  read: async (offset, length) =>
    new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});
