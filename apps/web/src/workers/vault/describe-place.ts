import { readUnlockWait } from "@holdfast/vault";

import type { PlaceSummary } from "../../door/places.ts";
import { passkeysOf, readCard } from "./place-card.ts";
import { placeFolder, placeIds } from "./place-folders.ts";
import { readHeader } from "./unlock.ts";
import type { VaultPorts } from "./vault-ports.ts";

/** Every place of this browser, oldest first. Reads only. */
export const listPlaces = async (ports: VaultPorts): Promise<readonly PlaceSummary[]> => {
  const held = await heldPlaces();
  const found: PlaceSummary[] = [];
  for (const id of await placeIds()) {
    const summary = await describePlace(ports, id, held.has(id));
    if (summary !== undefined) found.push(summary);
  }
  return found.toSorted((a, b) => a.createdAt - b.createdAt);
};

const lockPrefix = "holdfast-vault/";

/** The lock that the vault's driver takes while a place is open, in whichever tab. */
export const lockNameOf = (id: string): string => `${lockPrefix}${id}`;

const heldPlaces = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) =>
      name?.startsWith(lockPrefix) === true ? [name.slice(lockPrefix.length)] : [],
    ),
  );
};

const describePlace = async (
  vaultPorts: VaultPorts,
  id: string,
  isOpen: boolean,
): Promise<PlaceSummary | undefined> => {
  const folder = await placeFolder(id);
  if (folder === undefined) return undefined;
  const driver = await vaultPorts.opfsDriver(id, folder);
  const ports = await vaultPorts.ports();
  const card = await readCard(driver.files);
  const header = await readHeader(ports, driver);
  const { failures, waitMs } = await readUnlockWait({ ...ports, driver });
  return {
    id,
    name: card.name,
    createdAt: card.createdAt,
    ...(card.lastBackupAt === undefined ? {} : { lastBackupAt: card.lastBackupAt }),
    failedTries: failures,
    nextTryAt: waitMs === 0 ? 0 : ports.clock.now() + waitMs,
    opensWith: header.ok ? [...new Set(header.value.wraps.map(({ kind }) => kind))] : [],
    passkeys: passkeysOf(card),
    state: header.ok ? "ready" : stateOf[header.error.code],
    isOpen,
  };
};

const stateOf = {
  not_a_vault: "unfinished",
  header_damaged: "damaged",
  vault_from_newer_version: "newer",
} as const;
