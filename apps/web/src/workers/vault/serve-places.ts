import { bytesToHex, err, ok, type Result, Secret } from "@holdfast/evidence";
import { readRecoveryShares, type UnlockSecret } from "@holdfast/seal";
import {
  createVault,
  restoreVault,
  type Vault,
  type VaultDeps,
  type VaultDriver,
} from "@holdfast/vault";

import { placesContract as contract } from "../../door/contract/places-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { OpenPlace } from "../../door/places.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { blobSource } from "../blob-source.ts";
import { software } from "../software.ts";
import { listPlaces } from "./describe-place.ts";
import { removeDeviceKey } from "./device-key.ts";
import { done, type Host, orThrown } from "./host.ts";
import { openingError, type OpeningError } from "./open-errors.ts";
import { openPlace } from "./open-place.ts";
import { newCard, readCard, withPasskey, writeCard } from "./place-card.ts";
import { makePlaceFolder, placeFolder, removePlaceFolder } from "./place-folders.ts";
import { takeOver } from "./take-over.ts";
import { fromDevice, toDoorError } from "./to-door-error.ts";
import { type NewSecretIn, toUnlockSecret } from "./unlock.ts";

export const servePlaces = (host: Host): readonly Served[] => [
  serve(contract.list, () => orThrown(async () => ok(await listPlaces(host.ports)))),
  serve(contract.create, (input) =>
    makePlace(host, input, (deps, secrets) =>
      createVault(deps, { secrets, pictures: input.pictures, software }),
    ),
  ),
  serve(contract.restore, (input, { signal, report }) =>
    makePlace(host, { ...input, secrets: input.newSecrets ?? [] }, (deps, secrets) =>
      restoreVault(deps, {
        backup: blobSource(input.backup),
        secret: input.secret,
        signal,
        onProgress: report,
        ...(input.newSecrets === undefined ? {} : { newSecrets: secrets }),
      }),
    ),
  ),
  serve(contract.open, ({ id, secret }) => orThrown(() => openPlace(host, id, secret))),
  serve(contract.readCards, async (shares) => {
    const read = readRecoveryShares(await host.ports.ports(), shares);
    return read.ok ? read : err(toDoorError(read.error));
  }),
  serve(contract.takeOver, takeOver),
  serve(contract.lock, async () => {
    await host.close();
    return done;
  }),
  serve(contract.rename, ({ id, name }) => orThrown(() => renamePlace(host, id, name))),
  serve(contract.wipe, (id) => orThrown(() => wipePlace(host, id))),
];

interface Wanted {
  readonly name: string;
  readonly keeps: OpenPlace["keeps"];
  readonly secrets: readonly NewSecretIn[];
}

type Make = (
  deps: VaultDeps,
  secrets: readonly UnlockSecret[],
) => Promise<Result<Vault, OpeningError>>;

/** A place that cannot be made leaves nothing. */
const makePlace = (host: Host, wanted: Wanted, make: Make): Promise<Result<OpenPlace, DoorError>> =>
  orThrown(async () => {
    if (host.opened() !== undefined) return err({ code: "other_place_open" });
    if (!isName(wanted.name)) return err({ code: "name_not_usable" });
    const ports = await host.ports.ports();
    const id = bytesToHex(ports.random.bytes(16));
    if (wanted.keeps === "nothing") {
      const driver = await host.ports.memoryDriver();
      // Nobody opens it again: the key is drawn, and forgotten with the memory.
      const key: UnlockSecret = { kind: "device-key", key: new Secret(ports.random.bytes(32)) };
      return finish(host, { id, wanted, driver, vault: await make({ ...ports, driver }, [key]) });
    }
    const driver = await host.ports.opfsDriver(id, await makePlaceFolder(id));
    const made = await makeOnDevice(host, { id, wanted, driver, make });
    if (!made.ok) {
      await removePlaceFolder(id);
      if (wanted.secrets.some(({ kind }) => kind === "device-key")) await removeDeviceKey(id);
    }
    return made;
  });

const makeOnDevice = async (
  host: Host,
  {
    id,
    wanted,
    driver,
    make,
  }: {
    readonly id: string;
    readonly wanted: Wanted;
    readonly driver: VaultDriver;
    readonly make: Make;
  },
): Promise<Result<OpenPlace, DoorError>> => {
  const ports = await host.ports.ports();
  const secrets: UnlockSecret[] = [];
  for (const secret of wanted.secrets) {
    const made = await toUnlockSecret(id, secret, "make");
    if (!made.ok) return made;
    secrets.push(made.value);
  }
  const card = newCard(wanted.name, ports.clock.now());
  const named = await writeCard(driver.files, card);
  if (!named.ok) return err(fromDevice(named.error));
  const vault = await make({ ...ports, driver }, secrets);
  if (!vault.ok) return finish(host, { id, wanted, driver, vault });
  const wraps = vault.value.wraps();
  const withPasskeys = wanted.secrets.reduce((all, secret, at) => {
    const wrap = wraps[at]?.id;
    return secret.kind === "passkey-prf" && wrap !== undefined
      ? withPasskey(all, wrap, secret.passkey)
      : all;
  }, card);
  const kept = await writeCard(driver.files, withPasskeys);
  if (!kept.ok) {
    await vault.value.close();
    return err(fromDevice(kept.error));
  }
  return finish(host, { id, wanted, driver, vault });
};

const finish = (
  host: Host,
  {
    id,
    wanted,
    driver,
    vault,
  }: {
    readonly id: string;
    readonly wanted: Wanted;
    readonly driver: VaultDriver;
    readonly vault: Awaited<ReturnType<Make>>;
  },
): Result<OpenPlace, DoorError> => {
  if (vault.ok) {
    const { name, keeps } = wanted;
    return ok(host.adopt({ id, name, keeps, driver, vault: vault.value }));
  }
  // Guessing at a backup is slowed by nothing but Argon2id: the file is in the hands of whoever guesses.
  return err(openingError(vault.error, 0));
};

const isName = (name: string): boolean => name.trim() !== "" && name.length <= 80;

const renamePlace = async (
  host: Host,
  id: string,
  name: string,
): Promise<Result<undefined, DoorError>> => {
  if (!isName(name)) return err({ code: "name_not_usable" });
  const place = host.opened();
  if (place?.id === id && place.keeps === "nothing") {
    place.name = name;
    host.changed();
    return done;
  }
  const folder = await placeFolder(id);
  if (folder === undefined) return err({ code: "no_such_place" });
  const { files } = await host.ports.opfsDriver(id, folder);
  const written = await writeCard(files, { ...(await readCard(files)), name });
  if (!written.ok) return err(fromDevice(written.error));
  if (place?.id === id) {
    place.name = name;
    host.changed();
  }
  return done;
};

const wipePlace = async (host: Host, id: string): Promise<Result<undefined, DoorError>> => {
  const place = host.opened();
  if (place?.id === id) {
    await host.close();
    if (place.keeps === "nothing") return done;
  }
  const folder = await placeFolder(id);
  if (folder === undefined) return err({ code: "no_such_place" });
  const lock = await (await host.ports.opfsDriver(id, folder)).lock();
  if (!lock.ok) {
    return err(lock.error.code === "in_use" ? { code: "place_in_use" } : fromDevice(lock.error));
  }
  try {
    await removeDeviceKey(id);
    await removePlaceFolder(id);
  } finally {
    await lock.value.release();
  }
  return done;
};
