import { err, ok, type Result } from "@holdfast/evidence";
import type { UnlockSecret } from "@holdfast/seal";
import {
  type DeviceError,
  openVault,
  type RotateVaultError,
  rotateVault,
  type Vault,
  type VaultError,
} from "@holdfast/vault";
import type { z } from "zod";

import type { keysContract } from "../../door/contract/keys-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { OpenPlace } from "../../door/places.ts";
import type { CallContext } from "../../wire/serve-calls.ts";
import type { Host, Opened } from "./host.ts";
import { openingError } from "./open-errors.ts";
import { type PlaceCard, readCard, withPasskey, writeCard } from "./place-card.ts";
import { fromDevice, toDoorError } from "./to-door-error.ts";
import { findOwnWrap, type NewSecretIn, toUnlockSecret } from "./unlock.ts";

type RenewIn = z.output<typeof keysContract.renew.input>;

/** New keys for everything. The vault does it to a closed place, so the place is closed and opened around it. */
export const renewPlace = async (
  host: Host,
  place: Opened,
  { secret, newSecrets }: RenewIn,
  context: CallContext<never>,
): Promise<Result<OpenPlace, DoorError>> => {
  const { id, keeps, driver, name } = place;
  if (keeps === "nothing") return err({ code: "nothing_to_renew" });
  const old = await toUnlockSecret(id, secret, "read");
  if (!old.ok) return old;
  const unlocks: UnlockSecret[] = [];
  for (const one of newSecrets) {
    const made = await toUnlockSecret(id, one, "make");
    if (!made.ok) return made;
    unlocks.push(made.value);
  }
  const [first, ...others] = unlocks;
  if (first === undefined) return err({ code: "last_wrap" });
  const deps = { ...(await host.ports.ports()), driver };
  // Before anything is closed: a slip of the finger changes nothing.
  const known = await findOwnWrap(deps, place, secret);
  if (!known.ok) return known;
  if (known.value === undefined) return err({ code: "wrong_secret", failedTries: 0, nextTryAt: 0 });
  await host.close();
  const renewed = await rotateVault(deps, {
    secret: old.value,
    newSecrets: [first, ...others],
    signal: context.signal,
    onProgress: context.report,
  });
  const adopt = (vault: Vault): OpenPlace => {
    const opened = host.adopt({ id, keeps, driver, name, vault });
    host.changed();
    return opened;
  };
  if (renewed.ok) {
    const { vault } = renewed.value;
    const opened = adopt(vault);
    const told = await replacePasskeys(place, vault, newSecrets);
    return told.ok ? ok(opened) : told;
  }
  // It is as it was, or finished but for its last step: with one of the two it opens.
  for (const one of [old.value, first]) {
    const opened = await openVault(deps, { secret: one });
    if (!opened.ok) continue;
    adopt(opened.value);
    return err(renewalError(renewed.error));
  }
  // After the answer, which says why.
  setTimeout(() => host.tellLocked("asked"));
  return err(renewalError(renewed.error));
};

/** Those of the old keys open nothing any more. */
const replacePasskeys = async (
  { driver }: Opened,
  vault: Vault,
  secrets: readonly NewSecretIn[],
): Promise<Result<undefined, DoorError>> => {
  const wraps = vault.wraps();
  const none: PlaceCard = { ...(await readCard(driver.files)), passkeys: [] };
  const card = secrets.reduce((all, secret, at) => {
    const wrap = wraps[at]?.id;
    return secret.kind === "passkey-prf" && wrap !== undefined
      ? withPasskey(all, wrap, secret.passkey)
      : all;
  }, none);
  const written = await writeCard(driver.files, card);
  return written.ok ? ok(undefined) : err(fromDevice(written.error));
};

const renewalError = (error: RotateVaultError): DoorError => {
  if (error.code === "rotation_not_verified") {
    return { code: "renewal_not_verified", detail: error.detail };
  }
  if (error.code === "rotation_not_finished") {
    return { code: "renewal_not_finished", cause: error.cause };
  }
  return isOfOpenVault(error) ? toDoorError(error) : openingError(error, 0);
};

type OfOpenVault = Exclude<VaultError, DeviceError>;

const codesOfOpenVault: ReadonlySet<string> = new Set<OfOpenVault["code"]>([
  "vault_damaged",
  "blob_damaged",
  "no_such_exhibit",
  "picture_locked",
  "pictures_protected",
  "cancelled",
]);
const isOfOpenVault = (error: { readonly code: string }): error is OfOpenVault =>
  codesOfOpenVault.has(error.code);
