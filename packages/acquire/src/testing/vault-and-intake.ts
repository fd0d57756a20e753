import { MessageChannel } from "node:worker_threads";

import { createIntlZoneOffsets, type PicturesPolicy, Secret } from "@holdfast/evidence";
import { type IntakePort, type IntakeWorker, serveIntake } from "@holdfast/intake";
import { createVault, type Vault } from "@holdfast/vault";
import { createMemoryDriver } from "@holdfast/vault/memory";
import { loadNodeEngine } from "@holdfast/vault/node";
import {
  createWebAead,
  createWebClock,
  createWebHasher,
  createWebKdf,
  createWebKeyAgreement,
  createWebRandom,
} from "@holdfast/vault/web-crypto";

import { createFileIntake, type FileIntake } from "../file-intake.ts";

/** A vault in memory with an intake in this thread; messages are cloned as between threads. */
export const createVaultAndIntake = async (
  pictures: PicturesPolicy,
): Promise<{
  readonly vault: Vault;
  readonly intake: FileIntake;
  readonly close: () => Promise<void>;
}> => {
  const random = createWebRandom();
  const created = await createVault(
    {
      driver: createMemoryDriver({ engine: await loadNodeEngine() }),
      hasher: await createWebHasher(),
      aead: createWebAead(),
      kdf: createWebKdf(),
      keyAgreement: createWebKeyAgreement(),
      clock: createWebClock(),
      random,
      zones: createIntlZoneOffsets(),
    },
    {
      secrets: [{ kind: "device-key", key: new Secret(random.bytes(32)) }],
      pictures,
      software: "holdfast test",
    },
  );
  if (!created.ok) throw new Error(created.error.code);
  const vault = created.value;
  const intake = createFileIntake({ startWorker: startInThread, startTimer });
  return {
    vault,
    intake,
    close: async () => {
      intake.close();
      await vault.close();
    },
  };
};

const startInThread = (): IntakeWorker => {
  const { port1, port2 } = new MessageChannel();
  const wrap = (port: typeof port1): IntakePort => ({
    postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
    onMessage: (handler) => void port.on("message", handler),
  });
  serveIntake(wrap(port2));
  return {
    port: wrap(port1),
    terminate: () => {
      port1.close();
      port2.close();
    },
    onDeath: () => undefined,
  };
};

const startTimer = (durationMs: number, elapsed: () => void): (() => void) => {
  const timer = setTimeout(elapsed, durationMs);
  return () => clearTimeout(timer);
};
