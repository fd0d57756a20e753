import {
  bytesToHex,
  type ByteSource,
  err,
  hexToBytes,
  instanceIdSchema,
  ok,
  type Result,
  Secret,
} from "@holdfast/evidence";
import {
  bytesToHeader,
  createStreamFiller,
  createStreamSealer,
  createVaultKey,
  deriveKey,
  keyLengthInBytes,
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
  backupTables,
  type Frame,
  frameKinds,
  readFrames,
} from "./backup-format.ts";
import { blobPath, createBlobName } from "./blob-store.ts";
import { readCase, writeCase } from "./case-store.ts";
import {
  createDatabase,
  createHeader,
  type CreateVaultError,
  toDeviceError,
} from "./create-vault.ts";
import { closeQuietly } from "./close-quietly.ts";
import { storeEntry } from "./custody-store.ts";
import { type DeviceError, type FileWriter, SqlFailure, type SqlValue } from "./drivers/driver.ts";
import { foldVersion } from "./fold-text.ts";
import { writeHeaders } from "./header-files.ts";
import { prepareInbox } from "./inbox-key.ts";
import { reorderWallTimes } from "./item-order.ts";
import { toVault } from "./opened-vault.ts";
import { migrate, schemaVersion } from "./schema/migrate.ts";
import { writeMeta } from "./search-index.ts";
import { createStatementCache, type Session } from "./session.ts";
import {
  createRandomId,
  createSession,
  type OpenVaultError,
  takeLock,
  unlock,
} from "./start-session.ts";
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
}

export type RestoreVaultError =
  | OpenVaultError
  | CreateVaultError
  | { readonly code: "not_a_backup" }
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
  const checked = await checkStream(stream);
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
  const session = await putBack(parts, stream, options.newSecrets !== undefined);
  if (!session.ok) {
    closeQuietly(db.value);
    await lock.value.release();
    return session;
  }
  return ok(toVault(session.value, []));
};

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
const checkStream = async (stream: ByteSource): Promise<Result<void, RestoreVaultError>> => {
  let rows = 0;
  let end: z.infer<typeof endSchema> | undefined;
  try {
    for await (const frame of readFrames(stream)) {
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

const parsePayload = (frame: Frame): unknown => JSON.parse(new TextDecoder().decode(frame.payload));

const putBack = async (
  parts: Parameters<typeof createSession>[0],
  stream: ByteSource,
  rotated: boolean,
): Promise<Result<Session, RestoreVaultError>> => {
  const { deps, db } = parts;
  const sql = createStatementCache(db);
  try {
    migrate(db);
    const blobs = await readInto(deps, { sql, db }, stream);
    if (!blobs.ok) return blobs;
    const instance = instanceIdSchema.parse(createRandomId(deps));
    db.transaction(() => {
      sql(
        `INSERT OR IGNORE INTO item_recipients (handle, order_ms, item)
         SELECT handles.id, items.order_ms, items.id
         FROM items, json_each(items.rest, '$.to') AS one, handles
         WHERE items.rest IS NOT NULL AND handles.value = json_extract(one.value, '$.value')
           AND handles.scheme = json_extract(one.value, '$.scheme')`,
      ).run();
      writeCase(sql, { ...readCase(sql), instance });
      writeMeta({ sql }, "fold_version", String(foldVersion));
    });
    const session = createSession(parts);
    const head = db.transaction(() => {
      reorderWallTimes(session, session.live.case.facts.zone);
      const afterEntry = session.live.custody.seq;
      const entry = storeEntry(session, { action: "restore", instance, afterEntry });
      if (!rotated) return entry.head;
      const added = parts.header.wraps.map((wrap) => wrap.kind);
      const change = { action: "key.change", added, removed: ["all earlier"] } as const;
      return storeEntry(session, change, undefined, entry.head).head;
    });
    session.live.custody = head;
    const written = await writeHeaders(deps, parts.header);
    return written.ok ? ok(session) : written;
  } catch (failure) {
    if (!(failure instanceof SqlFailure) || failure.code === "constraint") throw failure;
    return err(toDeviceError({ code: failure.code, detail: failure.message }));
  }
};

const rowsPerTransaction = 5_000;

const readInto = async (
  deps: VaultDeps,
  target: Pick<Session, "sql" | "db">,
  stream: ByteSource,
): Promise<Result<void, RestoreVaultError>> => {
  let rows: unknown[] = [];
  const store = (): void => {
    const batch = rows;
    rows = [];
    target.db.transaction(() => {
      for (const row of batch) insertRow(target.sql, row);
    });
  };
  let blob: BlobWriter | undefined;
  for await (const frame of readFrames(stream)) {
    let done: Result<void, RestoreVaultError> = ok(undefined);
    switch (frame.kind) {
      case frameKinds.row:
        rows.push(parsePayload(frame));
        if (rows.length >= rowsPerTransaction) store();
        break;
      case frameKinds.blobStart: {
        store();
        const { source } = blobStartSchema.parse(parsePayload(frame));
        const started = await startBlob(deps, target.sql, source);
        if (!started.ok) return started;
        blob = started.value;
        break;
      }
      case frameKinds.blobData:
        done = (await blob?.write(frame.payload)) ?? err({ code: "backup_damaged" });
        break;
      case frameKinds.blobEnd:
        done = (await blob?.finish()) ?? err({ code: "backup_damaged" });
        break;
      default:
        store();
    }
    if (!done.ok) return done;
  }
  return ok(undefined);
};

const blobStartSchema = z.strictObject({ source: z.int().positive() });

const insertRow = (sql: Session["sql"], row: unknown): void => {
  const [table, ...values] = z.array(z.unknown()).parse(row);
  const columns = typeof table === "string" ? backupTables[table] : undefined;
  // A table that this version does not know belongs to nothing it could show; the end frame's version guards that.
  if (typeof table !== "string" || columns === undefined) return;
  sql(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  ).run(...columns.map((_, index) => jsonToValue(values[index])));
};

const storedBytes = z.strictObject({ hex: z.string() });

const jsonToValue = (value: unknown): SqlValue => {
  if (typeof value === "string" || typeof value === "number") return value;
  if (value === null || value === undefined) return null;
  return hexToBytes(storedBytes.parse(value).hex) ?? new Uint8Array(0);
};

interface BlobWriter {
  readonly write: (bytes: Uint8Array) => Promise<Result<void, DeviceError>>;
  readonly finish: () => Promise<Result<void, RestoreVaultError>>;
}

const startBlob = async (
  deps: VaultDeps,
  sql: Session["sql"],
  source: number,
): Promise<Result<BlobWriter, RestoreVaultError>> => {
  const name = createBlobName(deps);
  const key = new Secret(deps.random.bytes(keyLengthInBytes));
  const file = await deps.driver.files.create(blobPath(name));
  if (!file.ok) return file;
  const sealer = await createStreamSealer<DeviceError>(deps, { key, sink: file.value });
  const hash = deps.hasher.sha256();
  const put = createStreamFiller(sealer);
  return ok({
    write: (bytes) => {
      hash.update(bytes);
      return put.write(bytes);
    },
    finish: async () => {
      put.flush();
      const finished = await sealer.finish();
      if (!finished.ok) return finished;
      const flushed = await flushFile(file.value);
      if (!flushed.ok) return flushed;
      const row = sql("SELECT sha256 FROM sources WHERE id = ?").get(source);
      const sha256 = row?.["sha256"];
      const same = sha256 instanceof Uint8Array && bytesToHex(sha256) === bytesToHex(hash.digest());
      if (!same) return err({ code: "backup_damaged" });
      sql("UPDATE sources SET blob = ?, blob_key = ? WHERE id = ?").run(name, key.reveal(), source);
      return ok(undefined);
    },
  });
};

const flushFile = async (file: FileWriter): Promise<Result<void, DeviceError>> => {
  const flushed = await file.flush();
  await file.close();
  return flushed;
};
