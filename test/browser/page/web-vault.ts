import { createIntlZoneOffsets } from "@holdfast/evidence";
import type { VaultDeps } from "@holdfast/vault";
import { createOpfsDriver, loadWebEngine } from "@holdfast/vault/opfs";
import {
  createWebAead,
  createWebClock,
  createWebHasher,
  createWebKdf,
  createWebKeyAgreement,
  createWebRandom,
} from "@holdfast/vault/web-crypto";

/** Not awaited at the top level: an order that arrives while a module still waits there is lost. */
export const engine = fetch("/sqlite3.wasm")
  .then((response) => response.arrayBuffer())
  .then((bytes) => loadWebEngine(new Uint8Array(bytes)));

const hasher = createWebHasher();
const zones = createIntlZoneOffsets();

export const folderAt = async (place: string): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(place, { create: true });

/** All that a vault needs, as the app gives it: each call makes a driver of its own. */
export const createNewDeps = async (
  place: string,
  cacheSizeInKib?: number,
): Promise<() => VaultDeps> => {
  const folder = await folderAt(place);
  const shared = {
    engine: await engine,
    folder,
    lockName: place,
    ...(cacheSizeInKib === undefined ? {} : { cacheSizeInKib }),
  };
  const ports = {
    hasher: await hasher,
    aead: createWebAead(),
    kdf: createWebKdf(),
    keyAgreement: createWebKeyAgreement(),
    clock: createWebClock(),
    random: createWebRandom(),
    zones,
  };
  return () => ({ ...ports, driver: createOpfsDriver(shared) });
};
