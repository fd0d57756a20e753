import {
  assert,
  caseIdSchema,
  type CaseId,
  err,
  type InstanceId,
  instanceIdSchema,
  ok,
  type PicturesPolicy,
  type Result,
} from "@holdfast/evidence";
import {
  createVaultKey,
  deriveKey,
  headerVersion,
  type KeyWrap,
  type UnlockSecret,
  type VaultHeader,
  type VaultKey,
  wrapVaultKey,
  type WrapError,
} from "@holdfast/seal";

import { blobFolder } from "./blob-store.ts";
import { writeCase } from "./case-store.ts";
import { closeQuietly } from "./close-quietly.ts";
import { storeEntry } from "./custody-store.ts";
import { type DeviceError, type SqlDatabase, SqlFailure } from "./drivers/driver.ts";
import { foldVersion } from "./fold-text.ts";
import { writeHeaders } from "./header-files.ts";
import { prepareInbox } from "./inbox-key.ts";
import { toVault } from "./opened-vault.ts";
import { migrate } from "./schema/migrate.ts";
import { writeMeta } from "./search-index.ts";
import { createStatementCache } from "./session.ts";
import { createRandomId, createSession, takeLock } from "./start-session.ts";
import type { Vault } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

export interface CreateVaultOptions {
  /** Each of them opens the vault; at least one. */
  readonly secrets: readonly UnlockSecret[];
  readonly pictures: PicturesPolicy;
  /** Name and version for the first custody entry: "holdfast 0.1.0". */
  readonly software: string;
}

export type CreateVaultError =
  | DeviceError
  | WrapError
  | { readonly code: "vault_in_use" }
  /** There is a vault, or the rest of one, at this place already. Nothing was touched. */
  | { readonly code: "vault_exists" };

/**
 * Makes a vault where there is none. The header is written last: until then nobody takes the place for a vault. A making
 * that was cut short leaves a database that nothing opens, and the place is refused as `vault_exists`.
 */
export const createVault = async (
  deps: VaultDeps,
  options: CreateVaultOptions,
): Promise<Result<Vault, CreateVaultError>> => {
  const vaultKey = createVaultKey(deps);
  const header = await createHeader(deps, vaultKey, options.secrets);
  if (!header.ok) return header;
  const lock = await takeLock(deps);
  if (!lock.ok)
    return err(lock.error.code === "vault_in_use" ? lock.error : toDeviceError(lock.error));
  const db = await createDatabase(deps, vaultKey);
  if (!db.ok) {
    await lock.value.release();
    return db;
  }
  const inbox = await prepareInbox(deps, header.value, vaultKey);
  const opened = { deps, ...inbox, vaultKey, lock: lock.value, db: db.value };
  const written = await writeFirst(opened, options);
  if (!written.ok) {
    closeQuietly(db.value);
    await lock.value.release();
    return written;
  }
  return ok(toVault(createSession(opened), []));
};

/** Without its inbox, which comes with `prepareInbox`. */
export const createHeader = async (
  deps: VaultDeps,
  vaultKey: VaultKey,
  secrets: readonly UnlockSecret[],
): Promise<Result<VaultHeader, WrapError>> => {
  assert(secrets.length > 0, "a vault has a way in");
  const vault = createRandomId(deps);
  const wraps: KeyWrap[] = [];
  for (const secret of secrets) {
    const wrap = await wrapVaultKey(deps, { vault, vaultKey, secret });
    if (!wrap.ok) return wrap;
    wraps.push(wrap.value);
  }
  return ok({ format: "holdfast-vault", version: headerVersion, vault, wraps });
};

/** A database without any header belongs to no vault that anybody could open. */
export const createDatabase = async (
  deps: VaultDeps,
  vaultKey: VaultKey,
): Promise<Result<SqlDatabase, DeviceError | { readonly code: "vault_exists" }>> => {
  const { files } = deps.driver;
  for (const path of ["header", "header.bak"]) {
    const size = await files.sizeInBytes(path);
    if (size.ok) return err({ code: "vault_exists" });
    if (size.error.code !== "not_found") return err(size.error);
  }
  const blobs = await files.list(blobFolder);
  if (!blobs.ok) return blobs;
  if (blobs.value.length > 0) return err({ code: "vault_exists" });
  const key = deriveKey(deps, vaultKey, "database");
  const db = await deps.driver.openDatabase({ key, create: true });
  if (db.ok) return db;
  if (db.error.code === "database_unreadable" || db.error.code === "not_permitted") {
    return err({ code: "vault_exists" });
  }
  return err(db.error);
};

const writeFirst = async (
  opened: Parameters<typeof createSession>[0],
  options: CreateVaultOptions,
): Promise<Result<void, CreateVaultError>> => {
  const { deps, db } = opened;
  const id: CaseId = caseIdSchema.parse(createRandomId(deps));
  const instance: InstanceId = instanceIdSchema.parse(createRandomId(deps));
  try {
    migrate(db);
    const sql = createStatementCache(db);
    db.transaction(() => {
      const createdAt = deps.clock.now();
      writeCase(sql, { id, instance, createdAt, pictures: options.pictures, facts: {} });
      writeMeta({ sql }, "fold_version", String(foldVersion));
    });
    const session = createSession(opened);
    db.transaction(() =>
      storeEntry(session, {
        action: "case.create",
        case: id,
        instance,
        software: options.software,
      }),
    );
  } catch (failure) {
    if (!(failure instanceof SqlFailure) || failure.code === "constraint") throw failure;
    return err(toDeviceError({ code: failure.code, detail: failure.message }));
  }
  return writeHeaders(deps, opened.header);
};

export const toDeviceError = (error: {
  readonly code: string;
  readonly detail?: string;
}): DeviceError => ({
  code: error.code === "disk_full" ? "disk_full" : "device_failed",
  path: "case.db",
  cause: error.detail ?? error.code,
});
