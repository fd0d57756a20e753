import wasmAddress from "@evolu/sqlite-wasm/sqlite3.wasm?url";
import { createIntlZoneOffsets } from "@holdfast/evidence";
import type { VaultDeps, VaultDriver } from "@holdfast/vault";
import { createMemoryDriver } from "@holdfast/vault/memory";
import { createOpfsDriver, loadWebEngine } from "@holdfast/vault/opfs";
import {
  createWebAead,
  createWebClock,
  createWebHasher,
  createWebKdf,
  createWebKeyAgreement,
  createWebRandom,
} from "@holdfast/vault/web-crypto";

export type Ports = Omit<VaultDeps, "driver">;

/** What a vault needs from this browser; made once, when the worker is first asked for something. */
export interface VaultPorts {
  readonly ports: () => Promise<Ports>;
  readonly opfsDriver: (id: string, folder: FileSystemDirectoryHandle) => Promise<VaultDriver>;
  /** Touches no storage. */
  readonly memoryDriver: () => Promise<VaultDriver>;
}

export const createVaultPorts = (): VaultPorts => {
  const engine = once(async () => {
    // Own origin: a file of the app beside this script.
    const response = await fetch(wasmAddress);
    if (!response.ok) throw new Error(`the engine did not load: HTTP ${response.status}`);
    return loadWebEngine(new Uint8Array(await response.arrayBuffer()));
  });
  const ports = once(async (): Promise<Ports> => ({
    hasher: await createWebHasher(),
    aead: createWebAead(),
    kdf: createWebKdf(),
    keyAgreement: createWebKeyAgreement(),
    clock: createWebClock(),
    random: createWebRandom(),
    zones: createIntlZoneOffsets(),
  }));
  return {
    ports,
    opfsDriver: async (id, folder) =>
      createOpfsDriver({ engine: await engine(), folder, lockName: id }),
    memoryDriver: async () => createMemoryDriver({ engine: await engine() }),
  };
};

/** Made at the first call; after a failure the next call tries again. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((failure: unknown) => {
      made = undefined;
      throw failure;
    });
    return made;
  };
};
