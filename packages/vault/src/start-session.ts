import { bytesToHex, err, ok, type Result } from "@holdfast/evidence";
import {
  deriveKey,
  type HeaderError,
  type UnlockSecret,
  unwrapVaultKey,
  type VaultHeader,
  type VaultKey,
  type WrapError,
} from "@holdfast/seal";

import { collectOrphans } from "./blob-store.ts";
import { readCase } from "./case-store.ts";
import { closeQuietly } from "./close-quietly.ts";
import { readHead } from "./custody-store.ts";
import {
  type DeviceError,
  type SqlDatabase,
  SqlFailure,
  type VaultLock,
} from "./drivers/driver.ts";
import { dropStaged } from "./exhibit-draft.ts";
import { readHeaders, writeHeaders } from "./header-files.ts";
import { type PreparedInbox, prepareInbox } from "./inbox-key.ts";
import { clearTaken } from "./inbox.ts";
import { migrate } from "./schema/migrate.ts";
import { settleRotation } from "./rotation-place.ts";
import { forgetOutdatedIndex } from "./search-index.ts";
import { asNumber, createQueue, createStatementCache, type Session } from "./session.ts";
import { countFailure, forgetFailures, readUnlockWait } from "./unlock-attempts.ts";
import type { Vault } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

/** Why a vault does not open. Each has one cause, and none of them is ever answered with an empty vault. */
export type OpenVaultError =
  | HeaderError
  | WrapError
  | DeviceError
  /** The secret opens none of its kind's wraps. */
  | { readonly code: "wrong_passphrase" }
  /** Too many wrong passphrases in a row: see `nextDelayMs`. Nothing was tried. */
  | { readonly code: "unlock_too_soon"; readonly waitMs: number }
  /** The secret fits, and the database is missing, cut, or not this vault's. */
  | { readonly code: "database_unreadable" }
  | { readonly code: "database_damaged"; readonly detail: string }
  | { readonly code: "vault_in_use" };

export const unlock = async (
  deps: VaultDeps,
  header: VaultHeader,
  secret: UnlockSecret,
): Promise<Result<VaultKey, OpenVaultError>> => {
  for (const wrap of header.wraps.filter((one) => one.kind === secret.kind)) {
    const opened = await unwrapVaultKey(deps, { vault: header.vault, wrap, secret });
    if (!opened.ok) return opened;
    if (opened.value !== undefined) return ok(opened.value);
  }
  return err({ code: "wrong_passphrase" });
};

/** A typed secret waits after several wrong ones; random ones do not. */
const unlockSlowly = async (
  deps: VaultDeps,
  header: VaultHeader,
  secret: UnlockSecret,
): Promise<Result<VaultKey, OpenVaultError>> => {
  const isTyped = secret.kind === "passphrase";
  const { waitMs } = isTyped ? await readUnlockWait(deps) : { waitMs: 0 };
  if (waitMs > 0) return err({ code: "unlock_too_soon", waitMs });
  const vaultKey = await unlock(deps, header, secret);
  if (vaultKey.ok) await forgetFailures(deps);
  else if (isTyped && vaultKey.error.code === "wrong_passphrase") await countFailure(deps);
  return vaultKey;
};

export const takeLock = async (deps: VaultDeps): Promise<Result<VaultLock, OpenVaultError>> => {
  const lock = await deps.driver.lock();
  if (lock.ok) return lock;
  return err(lock.error.code === "in_use" ? { code: "vault_in_use" } : lock.error);
};

export interface Started {
  readonly session: Session;
  readonly recovered: Vault["recovered"];
}

/** Opens an existing vault; everything that was taken is given back when it cannot be opened. */
export const startSession = async (
  deps: VaultDeps,
  secret: UnlockSecret,
): Promise<Result<Started, OpenVaultError>> => {
  const header = await readHeaders(deps);
  if (!header.ok) return header;
  const vaultKey = await unlockSlowly(deps, header.value, secret);
  if (!vaultKey.ok) return vaultKey;
  const lock = await takeLock(deps);
  if (!lock.ok) return lock;
  const started = await openLocked(deps, header.value, vaultKey.value, lock.value);
  if (!started.ok) await lock.value.release();
  return started;
};

const openLocked = async (
  deps: VaultDeps,
  header: VaultHeader,
  vaultKey: VaultKey,
  lock: VaultLock,
): Promise<Result<Started, OpenVaultError>> => {
  // Read before the lock was had: somebody may have changed all keys meanwhile.
  const again = await readHeaders(deps);
  if (!again.ok) return again;
  if (again.value.vault !== header.vault) return err({ code: "vault_in_use" });
  const settled = await settleRotation(deps, header);
  if (!settled.ok) return settled;
  const key = deriveKey(deps, vaultKey, "database");
  const db = await deps.driver.openDatabase({ key, create: false });
  if (!db.ok) return db;
  const inbox = await openInbox(deps, header, vaultKey);
  const told = [...toldOf[settled.value], ...inbox.told];
  const started = await readVault({ deps, ...inbox, told, vaultKey, lock, db: db.value });
  if (!started.ok) closeQuietly(db.value);
  return started;
};

const toldOf: Readonly<Record<"none" | "finished" | "undone", Vault["recovered"]>> = {
  none: [],
  finished: [{ code: "rotation_finished" }],
  undone: [{ code: "rotation_undone" }],
};

/** No room for an inbox is no reason to keep somebody out: it is told, and made at the next opening. */
const openInbox = async (
  deps: VaultDeps,
  header: VaultHeader,
  vaultKey: VaultKey,
): Promise<PreparedInbox & { readonly told: Vault["recovered"] }> => {
  const { found, ...prepared } = await prepareInbox(deps, header, vaultKey);
  if (found === "own") return { ...prepared, told: [] };
  const written = await writeHeaders(deps, prepared.header);
  if (!written.ok) {
    const cause = written.error.code;
    return { header, inboxPair: undefined, told: [{ code: "inbox_not_made", cause }] };
  }
  return { ...prepared, told: found === "none" ? [] : [{ code: "inbox_key_replaced" }] };
};

interface Opened extends PreparedInbox {
  readonly deps: VaultDeps;
  readonly vaultKey: VaultKey;
  readonly lock: VaultLock;
  readonly db: SqlDatabase;
}

const readVault = async ({
  told,
  ...opened
}: Opened & { readonly told: Vault["recovered"] }): Promise<Result<Started, OpenVaultError>> => {
  try {
    const migrated = migrate(opened.db);
    if (!migrated.ok) return migrated;
    const session = createSession(opened);
    forgetOutdatedIndex(session);
    const staged = dropAllStaged(session);
    const orphans = await collectOrphans(opened.deps, session.sql);
    if (!orphans.ok) return orphans;
    await clearTaken(session);
    const found = staged > 0 || orphans.value > 0;
    return ok({
      session,
      recovered: [
        ...(found ? [{ code: "unfinished_add_removed", blobs: orphans.value } as const] : []),
        ...told,
      ],
    });
  } catch (failure) {
    if (!(failure instanceof SqlFailure) || failure.code === "constraint") throw failure;
    if (failure.code === "database_damaged") {
      return err({ code: "database_damaged", detail: failure.message });
    }
    return err({ code: failure.code, path: "case.db", cause: failure.message });
  }
};

export const createSession = (opened: Opened): Session => {
  const { deps, db, lock, header, vaultKey, inboxPair } = opened;
  const sql = createStatementCache(db);
  return {
    deps,
    db,
    lock,
    vaultKey,
    inboxPair,
    sql,
    live: {
      case: readCase(sql),
      header,
      custody: readHead(deps, sql),
      nextItemId: nextItemId(sql),
      closed: false,
    },
    alone: createQueue(),
  };
};

/** Never a number that an index may still know: `indexed_to` does not go back when items are erased. */
const nextItemId = (sql: Session["sql"]): number => {
  const row = sql(
    `SELECT max((SELECT coalesce(max(id), 0) FROM items),
       (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM meta WHERE key = 'indexed_to')) AS last`,
  ).get();
  return asNumber(row?.["last"]) + 1;
};

/** See [Note: staged items]. */
const dropAllStaged = (session: Session): number => {
  const staged = session.sql("SELECT id FROM sources WHERE state = 0").all();
  for (const row of staged) {
    session.db.transaction(() => dropStaged(session, asNumber(row["id"])));
  }
  return staged.length;
};

export const createRandomId = (deps: VaultDeps): string => bytesToHex(deps.random.bytes(16));
