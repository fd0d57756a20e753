import { createOpfsDriver } from "@holdfast/vault/opfs";

import { measureEngine } from "../../../bench/engine/steps.ts";
import {
  crashCacheSizeInKib,
  findCrashDamage,
  prepareCrashDatabase,
  runCrashWorkload,
} from "../../../packages/vault/src/drivers/testing/crash-workload.ts";
import { fillDevice } from "../../../packages/vault/src/drivers/testing/fill-device.ts";
import { driverAcceptance } from "../../../packages/vault/src/drivers/testing/driver-acceptance.ts";
import {
  createDatabase,
  openDatabase,
} from "../../../packages/vault/src/drivers/testing/expectations.ts";
import type { Answer, Order } from "./messages.ts";
import { runVaultAcceptance } from "./vault-orders.ts";
import { addUntilCrash, addUntilFull, examineVault, makeVault, takeInInbox } from "./vault-work.ts";
import { engine, folderAt } from "./web-vault.ts";

const answer = (message: Answer): void =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
  self.postMessage(message);

const driverAt = async (place: string, cacheSizeInKib?: number) =>
  createOpfsDriver({
    engine: await engine,
    folder: await folderAt(place),
    lockName: place,
    ...(cacheSizeInKib === undefined ? {} : { cacheSizeInKib }),
  });

const runAcceptance = async (name: string): Promise<void> => {
  const wanted = driverAcceptance.find((known) => known.name === name);
  if (wanted === undefined) throw new Error(`No such case: ${name}`);
  const place = `acceptance-${crypto.randomUUID()}`;
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(place, { create: true });
  const loaded = await engine;
  const newDriver = () => createOpfsDriver({ engine: loaded, folder, lockName: place });
  await wanted.run({ newDriver });
  await root.removeEntry(place, { recursive: true });
};

const obey = async (order: Order): Promise<unknown> => {
  switch (order.kind) {
    case "acceptance":
      return runAcceptance(order.name);
    case "vault-acceptance":
      return runVaultAcceptance(order.name);
    case "make-vault":
      return makeVault(order.place);
    case "add-until-crash":
      return addUntilCrash(order.place, (report) => answer({ kind: "report", report }));
    case "add-until-full":
      return addUntilFull(order.place);
    case "examine-vault":
      return examineVault(order.place, order.promised);
    case "take-in-inbox":
      return takeInInbox(order.place);
    case "storage-in-use":
      return (await navigator.storage.estimate()).usage;
    case "prepare-crash": {
      const database = await createDatabase(await driverAt(order.place));
      prepareCrashDatabase(database, order.rowsPerRound);
      return database.close();
    }
    case "run-until-crash": {
      const database = await openDatabase(await driverAt(order.place, crashCacheSizeInKib));
      runCrashWorkload(database, order.workload, (report) => answer({ kind: "report", report }));
      return database.close();
    }
    case "look-for-damage": {
      const database = await openDatabase(await driverAt(order.place));
      const damage = findCrashDamage(database, order.rowsPerRound, order.lastReportedCommit);
      database.close();
      return damage;
    }
    case "fill-the-quota":
      return fillDevice(await driverAt(order.place));
    case "measure": {
      const driver = await driverAt(`measure-${crypto.randomUUID()}`);
      return measureEngine(
        (create) => (create ? createDatabase(driver) : openDatabase(driver)),
        order.rows,
        () => performance.now(),
      );
    }
  }
};

self.addEventListener("message", ({ data }: MessageEvent<Order>) => {
  obey(data).then(
    (value) => answer({ kind: "done", value }),
    (error: unknown) => answer({ kind: "failed", error: describe(error) }),
  );
});

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
