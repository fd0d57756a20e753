import {
  bytesToHex,
  err,
  hexToBytes,
  instanceIdSchema,
  ok,
  type Result,
  Secret,
} from "@holdfast/evidence";
import { createStreamFiller, createStreamSealer, keyLengthInBytes } from "@holdfast/seal";
import { z } from "zod";

import { backupTables, type Frame, frameKinds, parsePayload } from "./backup-format.ts";
import { blobPath, createBlobName } from "./blob-store.ts";
import { readCase, writeCase } from "./case-store.ts";
import { toDeviceError } from "./create-vault.ts";
import { storeEntry } from "./custody-store.ts";
import { type DeviceError, type FileWriter, SqlFailure, type SqlValue } from "./drivers/driver.ts";
import { foldVersion } from "./fold-text.ts";
import { writeHeaders } from "./header-files.ts";
import { reorderWallTimes } from "./item-order.ts";
import { migrate } from "./schema/migrate.ts";
import { writeMeta } from "./search-index.ts";
import { createStatementCache, type Session } from "./session.ts";
import { createRandomId, createSession } from "./start-session.ts";
import type { VaultDeps } from "./vault-deps.ts";

/** Gives every frame of a backup to `take`, in order, and stops when that fails. */
export type FeedFrames<E> = (
  take: (frame: Frame) => Promise<Result<void, PutBackError>>,
) => Promise<Result<void, E | PutBackError>>;

export type PutBackError = DeviceError | { readonly code: "backup_damaged" };

/** Fills an empty database and its blobs; the header comes last, and makes a vault of them. */
export const putBack = async <E>(
  parts: Parameters<typeof createSession>[0],
  feed: FeedFrames<E>,
  rotated: boolean,
): Promise<Result<Session, E | PutBackError>> => {
  const { deps, db } = parts;
  const sql = createStatementCache(db);
  try {
    migrate(db);
    const taker = createTaker(deps, { sql, db });
    const fed = await feed(taker.take);
    await taker.end();
    if (!fed.ok) return fed;
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

interface Taker {
  readonly take: (frame: Frame) => Promise<Result<void, PutBackError>>;
  /** Lets go of a blob that was cut short: an open file could not be removed. */
  readonly end: () => Promise<void>;
}

const createTaker = (deps: VaultDeps, target: Pick<Session, "sql" | "db">): Taker => {
  const damaged = err({ code: "backup_damaged" } as const);
  let rows: unknown[] = [];
  const store = (): void => {
    const batch = rows;
    rows = [];
    target.db.transaction(() => {
      for (const row of batch) insertRow(target.sql, row);
    });
  };
  let blob: BlobWriter | undefined;
  const take: Taker["take"] = async (frame) => {
    switch (frame.kind) {
      case frameKinds.row:
        rows.push(parsePayload(frame));
        if (rows.length >= rowsPerTransaction) store();
        return ok(undefined);
      case frameKinds.blobStart: {
        store();
        const { source } = blobStartSchema.parse(parsePayload(frame));
        const started = await startBlob(deps, target.sql, source);
        if (!started.ok) return started;
        blob = started.value;
        return ok(undefined);
      }
      case frameKinds.blobData:
        return (await blob?.write(frame.payload)) ?? damaged;
      case frameKinds.blobEnd: {
        const ended = blob;
        blob = undefined;
        return (await ended?.finish()) ?? damaged;
      }
      default:
        store();
        return ok(undefined);
    }
  };
  return { take, end: async () => blob?.abandon() };
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
  readonly finish: () => Promise<Result<void, PutBackError>>;
  readonly abandon: () => Promise<void>;
}

const startBlob = async (
  deps: VaultDeps,
  sql: Session["sql"],
  source: number,
): Promise<Result<BlobWriter, PutBackError>> => {
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
    abandon: async () => {
      await sealer.abort();
      await file.value.close();
    },
    finish: async () => {
      put.flush();
      const finished = await sealer.finish();
      if (!finished.ok) {
        await file.value.close();
        return finished;
      }
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
