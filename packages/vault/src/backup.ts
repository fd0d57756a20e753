import { err, type ExhibitId, ok, type Result, streamOf } from "@holdfast/evidence";
import {
  createStreamFiller,
  createStreamSealer,
  deriveKey,
  headerToBytes,
  SealedDataDamaged,
  type StreamSealer,
} from "@holdfast/seal";

import {
  backupMagic,
  backupSaltLengthInBytes,
  type FrameKind,
  frameHeader,
  frameKinds,
  rowToJson,
} from "./backup-format.ts";
import { BlobReadFailure, openBlob } from "./blob-store.ts";
import { checkBlobs } from "./check-blobs.ts";
import { record } from "./custody-store.ts";
import type { DeviceError, SqlRow, SqlValue } from "./drivers/driver.ts";
import { isLocked, listExhibits } from "./exhibit-store.ts";
import { schemaVersion } from "./schema/migrate.ts";
import { asNumber, attempt, breathe, type Session } from "./session.ts";
import type { BackupOptions, BackupResult, VaultError } from "./vault.ts";

/**
 * One encrypted file of everything that is kept. Adds go on meanwhile and are not in it; erasing waits.
 *
 * Locked pictures of a protected case are left out (care rule 3): their exhibits and words are there, their bytes not.
 * See [Note: backup file].
 */
export const backupVault = async (
  session: Session,
  sink: (chunk: Uint8Array) => Promise<void>,
  options: BackupOptions = {},
): Promise<Result<BackupResult, VaultError>> => {
  const { deps } = session;
  const salt = deps.random.bytes(backupSaltLengthInBytes);
  const prelude = createPrelude(headerToBytes(deps, session.live.header), salt);
  await sink(prelude);
  const sealer = await createStreamSealer<DeviceError>(deps, {
    key: deriveKey(deps, session.vaultKey, "backup", salt),
    binding: prelude,
    sink: {
      write: async (bytes) => {
        await sink(bytes);
        return ok(undefined);
      },
    },
  });
  const entries = session.live.custody.seq;
  const written = await writeBody(session, createFrameWriter(sealer), options);
  if (!written.ok) {
    await sealer.abort();
    return written;
  }
  const finished = await sealer.finish();
  if (!finished.ok) return finished;
  const recorded = record(session, { action: "backup", entries });
  if (!recorded.ok) return recorded;
  return ok({
    sizeInBytes: prelude.length + finished.value.sizeInBytes,
    damaged: written.value,
  });
};

const createPrelude = (header: Uint8Array, salt: Uint8Array): Uint8Array<ArrayBuffer> => {
  const prelude = new Uint8Array(backupMagic.length + 4 + header.length + salt.length);
  prelude.set(new TextEncoder().encode(backupMagic));
  new DataView(prelude.buffer).setUint32(backupMagic.length, header.length);
  prelude.set(header, backupMagic.length + 4);
  prelude.set(salt, prelude.length - salt.length);
  return prelude;
};

export interface FrameWriter {
  readonly row: (table: string, row: SqlRow) => Promise<Result<void, VaultError>>;
  readonly frame: (
    kind: FrameKind,
    payload: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<void, VaultError>>;
  readonly rows: () => number;
  /** Hands over the last, partly filled buffer. */
  readonly flush: () => void;
}

/** Rows as frames, and a count of them; `frame` says where frames go. */
export const createRowWriter = (
  frame: FrameWriter["frame"],
  flush: FrameWriter["flush"],
): FrameWriter => {
  let rows = 0;
  return {
    frame,
    row: (table, row) => {
      rows += 1;
      return frame(frameKinds.row, new TextEncoder().encode(JSON.stringify(rowToJson(table, row))));
    },
    rows: () => rows,
    flush,
  };
};

const createFrameWriter = (sealer: StreamSealer<DeviceError>): FrameWriter => {
  const filler = createStreamFiller(sealer);
  const frame = async (kind: FrameKind, payload: Uint8Array): Promise<Result<void, VaultError>> => {
    const head = await filler.write(frameHeader(kind, payload.length));
    return head.ok ? filler.write(payload) : head;
  };
  return createRowWriter(frame, filler.flush);
};

const pageSize = 500;

export const writeBody = async (
  session: Session,
  writer: FrameWriter,
  options: BackupOptions,
): Promise<Result<readonly ExhibitId[], VaultError>> => {
  const damaged = await damagedSources(session, options);
  if (!damaged.ok) return damaged;
  const snapshot = attempt(() =>
    readSnapshot(session, options.withPrivateShelf ?? true, damaged.value.sources),
  );
  if (!snapshot.ok) return snapshot;
  const { small, sources, lastSeq } = snapshot.value;
  for (const [table, rows] of small) {
    for (const row of rows) {
      const written = await writer.row(table, row);
      if (!written.ok) return written;
    }
  }
  const pages: readonly (readonly [table: string, where: string, key: string, value: number])[] = [
    ["custody_lines", "seq <= ?", "seq", lastSeq],
    ["custody_openings", "seq <= ?", "seq", lastSeq],
    ...sources.flatMap(
      (source) =>
        [
          ["items", "source = ?", "id", source],
          ["notes", "source = ?", "id", source],
        ] as const,
    ),
  ];
  for (const [table, where, key, value] of pages) {
    const written = await writePages(session, writer, { table, where, key, value, options });
    if (!written.ok) return written;
  }
  const sound = new Set(sources.filter((source) => !damaged.value.sources.has(source)));
  const blobs = await writeBlobs(session, writer, sound, options);
  if (!blobs.ok) return blobs;
  const end = JSON.stringify({ schema: schemaVersion, rows: writer.rows() });
  const ended = await writer.frame(frameKinds.end, new TextEncoder().encode(end));
  writer.flush();
  return ended.ok ? ok(damaged.value.exhibits) : ended;
};

/** One block that went bad must not keep everything else from being backed up: it is left out, and named. */
const damagedSources = async (
  session: Session,
  options: BackupOptions,
): Promise<
  Result<
    { readonly sources: ReadonlySet<number>; readonly exhibits: readonly ExhibitId[] },
    VaultError
  >
> => {
  const checked = await checkBlobs(
    session,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  if (!checked.ok) return checked;
  const exhibits = checked.value.filter(({ same }) => !same).map(({ exhibit }) => exhibit);
  const bad = new Set(exhibits);
  const rows = listExhibits(session).filter(({ exhibit }) => bad.has(exhibit.id));
  return ok({ sources: new Set(rows.map(({ source }) => source)), exhibits });
};

/** What may change while the backup runs is read at once; the rest is only ever added to. */
const readSnapshot = (session: Session, withShelf: boolean, damaged: ReadonlySet<number>) => {
  const all = (text: string): readonly SqlRow[] => session.sql(text).all();
  const locked = new Set(
    listExhibits(session)
      .filter((row) => isLocked(session, row))
      .map((row) => row.source),
  );
  for (const source of damaged) locked.add(source);
  const sources = all("SELECT * FROM sources WHERE state = 1 ORDER BY id").map((row): SqlRow => {
    // A new key is made for each blob when it is put back; these would open the old vault's.
    const blob: SqlValue = row["blob"] === null || locked.has(asNumber(row["id"])) ? null : "kept";
    return { ...row, blob, blob_key: new Uint8Array(0) };
  });
  return {
    lastSeq: session.live.custody.seq,
    sources: sources.map((row) => asNumber(row["id"])),
    small: [
      ["case_file", all("SELECT * FROM case_file")],
      ["handles", all("SELECT * FROM handles ORDER BY id")],
      ["threads", all("SELECT * FROM threads ORDER BY id")],
      ["sources", sources],
      ["exhibits", all("SELECT * FROM exhibits ORDER BY number")],
      ["private_shelf", withShelf ? all("SELECT * FROM private_shelf ORDER BY key") : []],
    ] as const,
  };
};

const writePages = async (
  session: Session,
  writer: FrameWriter,
  page: {
    readonly table: string;
    readonly where: string;
    readonly key: string;
    readonly value: number;
    readonly options: BackupOptions;
  },
): Promise<Result<void, VaultError>> => {
  const { table, where, key, value, options } = page;
  for (let after = 0; ;) {
    if (options.signal?.aborted === true) return err({ code: "cancelled" });
    const rows = attempt(() =>
      session
        .sql(
          `SELECT * FROM ${table} WHERE ${where} AND ${key} > ? ORDER BY ${key} LIMIT ${pageSize}`,
        )
        .all(value, after),
    );
    if (!rows.ok) return rows;
    for (const row of rows.value) {
      after = asNumber(row[key]);
      const written = await writer.row(table, row);
      if (!written.ok) return written;
    }
    if (rows.value.length < pageSize) return ok(undefined);
    await breathe(session);
  }
};

const writeBlobs = async (
  session: Session,
  writer: FrameWriter,
  sources: ReadonlySet<number>,
  options: BackupOptions,
): Promise<Result<void, VaultError>> => {
  const done = new Set<number>();
  const rows = listExhibits(session).filter((row) => sources.has(row.source));
  const total = rows.reduce((sum, row) => sum + row.exhibit.sizeInBytes, 0);
  let bytes = 0;
  for (const row of rows) {
    if (row.blob === undefined || isLocked(session, row) || done.has(row.source)) continue;
    done.add(row.source);
    const start = JSON.stringify({ source: row.source });
    let written = await writer.frame(frameKinds.blobStart, new TextEncoder().encode(start));
    try {
      for await (const chunk of streamOf(openBlob(session.deps, row.blob))) {
        if (options.signal?.aborted === true) return err({ code: "cancelled" });
        if (written.ok) written = await writer.frame(frameKinds.blobData, chunk);
        if (!written.ok) return written;
        bytes += chunk.length;
        options.onProgress?.({ step: "backing-up", done: bytes, total, unit: "bytes" });
      }
    } catch (cause) {
      if (cause instanceof SealedDataDamaged) {
        return err({ code: "blob_damaged", exhibit: row.exhibit.id });
      }
      if (cause instanceof BlobReadFailure) return err(cause.error);
      throw cause;
    }
    written = await writer.frame(frameKinds.blobEnd, new Uint8Array(0));
    if (!written.ok) return written;
  }
  return ok(undefined);
};
