import { bytesToHex, err, ok, type Result } from "@holdfast/evidence";
import {
  restoreVault,
  type RestoreVaultOptions,
  type Vault,
  type VaultDriver,
} from "@holdfast/vault";
import type { z } from "zod";

import type { giveContract } from "../../door/contract/give-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { blobSource } from "../blob-source.ts";
import type { Host, Opened } from "./host.ts";
import { openingError } from "./open-errors.ts";
import { readCard, writeCard } from "./place-card.ts";
import { makeTrialFolder, removeTrialFolder } from "./place-folders.ts";
import { fromDevice } from "./to-door-error.ts";
import { toUnlockSecret } from "./unlock.ts";

type TrialIn = z.output<typeof giveContract.testBackup.input>;
type TrialOut = z.input<typeof giveContract.testBackup.output>;

/**
 * Opens a backup as another device would and compares it with the open place. It is restored whole, encrypted like any
 * place, beside the others, and removed again; for a place that keeps nothing, in memory.
 */
export const tryBackup = async (
  host: Host,
  place: Opened,
  { backup, secret }: TrialIn,
  work: Pick<RestoreVaultOptions, "signal" | "onProgress">,
): Promise<Result<TrialOut, DoorError>> => {
  const ports = await host.ports.ports();
  const unlock = await toUnlockSecret(place.id, secret, "read");
  if (!unlock.ok) return unlock;
  const trial = await openTrialDriver(host, place);
  try {
    const restored = await restoreVault(
      { ...ports, driver: trial.driver },
      { backup: blobSource(backup), secret: unlock.value, ...work },
    );
    if (!restored.ok) return err(openingError(restored.error, 0));
    const compared = compare(place.vault, restored.value);
    await restored.value.close();
    if (!compared.ok) return compared;
  } finally {
    await trial.remove();
  }
  return rememberBackup(host, place);
};

const openTrialDriver = async (
  host: Host,
  { keeps }: Opened,
): Promise<{ readonly driver: VaultDriver; readonly remove: () => Promise<void> }> => {
  if (keeps === "nothing") {
    return { driver: await host.ports.memoryDriver(), remove: () => Promise.resolve() };
  }
  const { random } = await host.ports.ports();
  const id = bytesToHex(random.bytes(16));
  const driver = await host.ports.opfsDriver(`t${id}`, await makeTrialFolder(id));
  return { driver, remove: () => removeTrialFolder(id) };
};

/** Every exhibit with its hash, every item, and the log up to where the backup was made. */
const compare = (here: Vault, there: Vault): Result<undefined, DoorError> => {
  const restored = new Map(there.exhibits().map(({ id, sha256 }) => [id, sha256]));
  const missing = here.exhibits().filter(({ id, sha256 }) => restored.get(id) !== sha256);
  if (missing.length > 0) return err({ code: "backup_differs", missingExhibits: missing.length });
  const isSame = here.countItems() === there.countItems() && isSameLog(here, there);
  return isSame ? ok(undefined) : err({ code: "backup_differs", missingExhibits: 0 });
};

/** The restored one has one entry more at its end, which says that it was restored. */
const isSameLog = (here: Vault, there: Vault): boolean => {
  const common = there.custodyHead().seq - 1;
  const ours = here.custodyLines()[Symbol.iterator]();
  let seq = 0;
  for (const line of there.custodyLines()) {
    seq += 1;
    if (seq > common) return true;
    const own = ours.next();
    if (own.done === true || own.value !== line) return false;
  }
  return seq >= common;
};

const rememberBackup = async (
  host: Host,
  { vault, keeps, driver }: Opened,
): Promise<Result<TrialOut, DoorError>> => {
  if (keeps === "on-device") {
    const { clock } = await host.ports.ports();
    const card = { ...(await readCard(driver.files)), lastBackupAt: clock.now() };
    const written = await writeCard(driver.files, card);
    if (!written.ok) return err(fromDevice(written.error));
  }
  return ok({
    exhibits: vault.exhibits().length,
    items: vault.countItems(),
    logHead: vault.custodyHead(),
  });
};
