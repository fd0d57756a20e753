import { type ByteSource, err, ok, type ReportProgress, type Result } from "@holdfast/evidence";
import {
  bytesToHeader,
  createVaultKey,
  deriveKey,
  maximumHeaderSizeInBytes,
  openStream,
  SealedDataDamaged,
  type UnlockSecret,
  type VaultHeader,
  type VaultKey,
} from "@holdfast/seal";
import { z } from "zod";

import {
  backupMagic,
  backupSaltLengthInBytes,
  frameKinds,
  parsePayload,
  readFrames,
} from "./backup-format.ts";
import { closeQuietly } from "./close-quietly.ts";
import { createDatabase, createHeader, type CreateVaultError } from "./create-vault.ts";
import { prepareInbox } from "./inbox-key.ts";
import { toVault } from "./opened-vault.ts";
import { putBack } from "./put-back.ts";
import { schemaVersion } from "./schema/migrate.ts";
import { type OpenVaultError, takeLock, unlock } from "./start-session.ts";
import type { Vault } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

export interface RestoreVaultOptions {
  readonly backup: ByteSource;
  readonly secret: UnlockSecret;
  /**
   * New keys for everything (rotation): the restored vault opens with these alone. Without them it opens with whatever
   * opened the vault when the backup was made.
   */
  readonly newSecrets?: readonly UnlockSecret[];
  /** Aborted: `cancelled`. Nothing that opens is left; the caller removes the rest of it. */
  readonly signal?: AbortSignal;
  /** The file is read twice: once to check it whole, once to write what is in it. */
  readonly onProgress?: ReportProgress;
}

export type RestoreVaultError =
  | OpenVaultError
  | CreateVaultError
  | { readonly code: "not_a_backup" }
  | { readonly code: "cancelled" }
  /** Changed, cut, or written wrongly: nothing was restored. */
  | { readonly code: "backup_damaged" };

/**
 * Makes a vault of a backup in a place where there is none. The whole file is checked before the first byte is written.
 * It becomes a branch of its own: a new instance id, and an entry in the log that says after which entry.
 */
export const restoreVault = async (
  deps: VaultDeps,
  options: RestoreVaultOptions,
): Promise<Result<Vault, RestoreVaultError>> => {
  const opened = await openBackup(deps, options);
  if (!opened.ok) return opened;
  const { stream } = opened.value;
  const vaultKey = options.newSecrets === undefined ? opened.value.vaultKey : createVaultKey(deps);
  const header =
    options.newSecrets === undefined
      ? ok(opened.value.header)
      : await createHeader(deps, vaultKey, options.newSecrets);
  if (!header.ok) return header;
  const checked = await checkStream(telling(stream, 0, options), options.signal);
  if (!checked.ok) return checked;
  const lock = await takeLock(deps);
  if (!lock.ok) return lock;
  const db = await createDatabase(deps, vaultKey);
  if (!db.ok) {
    await lock.value.release();
    return db;
  }
  const inbox = await prepareInbox(deps, header.value, vaultKey);
  const parts = { deps, ...inbox, vaultKey, lock: lock.value, db: db.value };
  const session = await putBack<Cancelled>(
    parts,
    async (take) => {
      for await (const frame of readFrames(telling(stream, 1, options))) {
        if (options.signal?.aborted === true) return err({ code: "cancelled" });
        const taken = await take(frame);
        if (!taken.ok) return taken;
      }
      return ok(undefined);
    },
    options.newSecrets !== undefined,
  );
  if (!session.ok) {
    closeQuietly(db.value);
    await lock.value.release();
    return session;
  }
  return ok(toVault(session.value, []));
};

/** Says with each stretch that is read how far both readings are. */
const telling = (
  stream: ByteSource,
  reading: 0 | 1,
  { onProgress }: RestoreVaultOptions,
): ByteSource =>
  onProgress === undefined
    ? stream
    : {
        sizeInBytes: stream.sizeInBytes,
        read: async (offset, length) => {
          const bytes = await stream.read(offset, length);
          const total = 2 * stream.sizeInBytes;
          const done = reading * stream.sizeInBytes + offset + bytes.length;
          onProgress({ step: "restoring", done, total, unit: "bytes" });
          return bytes;
        },
      };

interface Cancelled {
  readonly code: "cancelled";
}

interface OpenedBackup {
  readonly header: VaultHeader;
  readonly vaultKey: VaultKey;
  readonly stream: ByteSource;
}

const openBackup = async (
  deps: VaultDeps,
  { backup, secret }: RestoreVaultOptions,
): Promise<Result<OpenedBackup, RestoreVaultError>> => {
  const start = await backup.read(0, backupMagic.length + 4);
  if (new TextDecoder().decode(start.subarray(0, backupMagic.length)) !== backupMagic) {
    return err({ code: "not_a_backup" });
  }
  if (start.length < backupMagic.length + 4) return err({ code: "backup_damaged" });
  const headerSize = new DataView(start.buffer, start.byteOffset).getUint32(backupMagic.length);
  if (headerSize > maximumHeaderSizeInBytes) return err({ code: "backup_damaged" });
  const preludeSize = start.length + headerSize + backupSaltLengthInBytes;
  const prelude = await backup.read(0, preludeSize);
  if (prelude.length < preludeSize) return err({ code: "backup_damaged" });
  const header = bytesToHeader(deps, prelude.subarray(start.length, start.length + headerSize));
  if (!header.ok) {
    const isNewer = header.error.code === "vault_from_newer_version";
    return isNewer ? header : err({ code: "backup_damaged" });
  }
  const vaultKey = await unlock(deps, header.value, secret);
  if (!vaultKey.ok) return vaultKey;
  const salt = prelude.subarray(preludeSize - backupSaltLengthInBytes);
  const stream = await openStream(deps, {
    key: deriveKey(deps, vaultKey.value, "backup", salt),
    binding: prelude,
    sealed: {
      sizeInBytes: backup.sizeInBytes - preludeSize,
      read: (offset, length) => backup.read(preludeSize + offset, length),
    },
  });
  if (!stream.ok) return err({ code: "backup_damaged" });
  return ok({ header: header.value, vaultKey: vaultKey.value, stream: stream.value });
};

const endSchema = z.strictObject({ schema: z.int().positive(), rows: z.int().nonnegative() });

/** Opens every chunk and counts every row before anything is written. */
const checkStream = async (
  stream: ByteSource,
  signal: AbortSignal | undefined,
): Promise<Result<void, RestoreVaultError>> => {
  let rows = 0;
  let end: z.infer<typeof endSchema> | undefined;
  try {
    for await (const frame of readFrames(stream)) {
      if (signal?.aborted === true) return err({ code: "cancelled" });
      if (frame.kind === frameKinds.row) rows += 1;
      if (frame.kind === frameKinds.end) end = endSchema.parse(parsePayload(frame));
    }
  } catch (cause) {
    if (cause instanceof SealedDataDamaged) return err({ code: "backup_damaged" });
    throw cause;
  }
  if (end === undefined || end.rows !== rows) return err({ code: "backup_damaged" });
  if (end.schema > schemaVersion) {
    return err({ code: "vault_from_newer_version", version: end.schema });
  }
  return ok(undefined);
};
