import { err, type ExhibitId, ok, type Result } from "@holdfast/evidence";
import { createVaultKey, headerToBytes, type UnlockSecret, type VaultHeader } from "@holdfast/seal";

import { createRowWriter, writeBody } from "./backup.ts";
import { closeQuietly } from "./close-quietly.ts";
import { createDatabase, createHeader, type CreateVaultError } from "./create-vault.ts";
import { readHeaders } from "./header-files.ts";
import { keepFormerPairs } from "./inbox-former.ts";
import { prepareInbox } from "./inbox-key.ts";
import { openVault } from "./open-vault.ts";
import { putBack, type PutBackError } from "./put-back.ts";
import { clearNext, createSibling, finishRotation, isDatabaseClosed } from "./rotation-place.ts";
import { differences, keepUnopened } from "./rotation-check.ts";
import type { Session } from "./session.ts";
import { type OpenVaultError, startSession, unlock } from "./start-session.ts";
import type { Vault, VaultError, WorkOptions } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

export interface RotateVaultOptions extends WorkOptions {
  readonly secret: UnlockSecret;
  /** Each of them opens the vault afterwards, and nothing else does; at least one. */
  readonly newSecrets: readonly [UnlockSecret, ...UnlockSecret[]];
}

export type RotateVaultError =
  | OpenVaultError
  | CreateVaultError
  | VaultError
  /** The new vault was not what the old one is. It was thrown away; the old one is as it was. */
  | { readonly code: "rotation_not_verified"; readonly detail: string }
  /** The new keys hold and the old ones are gone; the next opening finishes what is left. */
  | { readonly code: "rotation_not_finished"; readonly cause: string };

export interface Rotated {
  readonly vault: Vault;
  /** Exhibits whose bytes were damaged already: taken along as they are, under their old keys. */
  readonly damaged: readonly ExhibitId[];
}

/**
 * New keys throughout, in one step: whoever has an old passphrase, or keys from an old copy, opens nothing here any more.
 * An old copy itself still opens with what opened it. The old vault opens until the new one is whole and verified.
 *
 * See [Note: rotation]. Needs room for the case a second time.
 */
export const rotateVault = async (
  deps: VaultDeps,
  options: RotateVaultOptions,
): Promise<Result<Rotated, RotateVaultError>> => {
  const started = await startSession(deps, options.secret);
  if (!started.ok) return started;
  const { session } = started.value;
  const made = await makeBeside(session, options);
  closeQuietly(session.db);
  session.live.closed = true;
  const done = made.ok ? await commitRotation(deps, made.value.header, options) : made;
  await session.lock.release();
  if (!done.ok || !made.ok) return done.ok ? err({ code: "cancelled" }) : done;
  const opened = await openVault(deps, { secret: options.newSecrets[0] });
  if (!opened.ok) return err({ code: "rotation_not_finished", cause: opened.error.code });
  return ok({ vault: opened.value, damaged: made.value.damaged });
};

interface Made {
  readonly header: VaultHeader;
  readonly damaged: readonly ExhibitId[];
}

/** The new vault, whole, verified and closed, beside the old one; or nothing of it. */
const makeBeside = async (
  old: Session,
  options: RotateVaultOptions,
): Promise<Result<Made, RotateVaultError>> => {
  const sibling = createSibling(old.deps.driver);
  const deps: VaultDeps = { ...old.deps, driver: sibling.driver };
  const made = await fillBeside(old, deps, options);
  if (made.ok) return made;
  // What cannot be taken away now goes at the next opening.
  await clearNext(old.deps);
  for (const path of sibling.blobs()) await old.deps.driver.files.remove(path);
  return made;
};

const fillBeside = async (
  old: Session,
  deps: VaultDeps,
  options: RotateVaultOptions,
): Promise<Result<Made, RotateVaultError>> => {
  const vaultKey = createVaultKey(deps);
  const created = await createHeader(deps, vaultKey, options.newSecrets);
  if (!created.ok) return created;
  const inbox = await prepareInbox(deps, created.value, vaultKey);
  const db = await createDatabase(deps, vaultKey);
  if (!db.ok) return db;
  const parts = { deps, ...inbox, vaultKey, lock: old.lock, db: db.value };
  const filled = await fillAndCheck(old, parts, options);
  closeQuietly(db.value);
  if (!filled.ok) return filled;
  const closed = await isDatabaseClosed(old.deps);
  if (!closed.ok) return closed;
  if (!closed.value) return err({ code: "rotation_not_verified", detail: "the log is not empty" });
  for (const secret of options.newSecrets) {
    const read = await readHeaders(deps);
    const opens = read.ok ? await unlock(deps, read.value, secret) : read;
    if (!opens.ok) return err({ code: "rotation_not_verified", detail: opens.error.code });
  }
  return ok({ header: inbox.header, damaged: filled.value });
};

const fillAndCheck = async (
  old: Session,
  parts: Parameters<typeof putBack>[0],
  options: RotateVaultOptions,
): Promise<Result<readonly ExhibitId[], RotateVaultError>> => {
  let damaged: readonly ExhibitId[] = [];
  const session = await putBack<VaultError>(
    parts,
    async (take) => {
      const writer = createRowWriter(
        async (kind, payload) => asVaultError(await take({ kind, payload })),
        () => undefined,
      );
      const written = await writeBody(old, writer, options);
      if (written.ok) damaged = written.value;
      return written.ok ? ok(undefined) : written;
    },
    true,
  );
  if (!session.ok) return asVaultError(session);
  const kept = keepUnopened(old, session.value);
  if (!kept.ok) return kept;
  const former = keepFormerPairs(old, session.value);
  if (!former.ok) return former;
  const found = await differences(old, session.value, options);
  if (!found.ok) return found;
  const [first] = found.value;
  return first === undefined ? ok(damaged) : err({ code: "rotation_not_verified", detail: first });
};

/** Bytes that are no longer what the database says of them: here it is the old vault that is damaged. */
const asVaultError = <T>(result: Result<T, VaultError | PutBackError>): Result<T, VaultError> => {
  if (result.ok) return result;
  const { error } = result;
  return err(error.code === "backup_damaged" ? { code: "vault_damaged", place: "blobs" } : error);
};

/** The one step after which the new keys hold. */
const commitRotation = async (
  deps: VaultDeps,
  header: VaultHeader,
  options: RotateVaultOptions,
): Promise<Result<void, RotateVaultError>> => {
  if (options.signal?.aborted === true) {
    await clearNext(deps);
    return err({ code: "cancelled" });
  }
  // A failure here may have come before or after: the next opening sees which, and nothing is taken away until then.
  const replaced = await deps.driver.files.replace("header", headerToBytes(deps, header));
  if (!replaced.ok) return replaced;
  const finished = await finishRotation(deps, header);
  return finished.ok
    ? finished
    : err({ code: "rotation_not_finished", cause: finished.error.code });
};
