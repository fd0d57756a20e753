import {
  bytesToHex,
  type ByteSource,
  err,
  ok,
  type RandomDep,
  type Result,
  type Secret,
} from "@holdfast/evidence";
import { openStream, SealedDataDamaged } from "@holdfast/seal";

import type { DeviceError, FileStore } from "./drivers/driver.ts";
import type { Session } from "./session.ts";
import type { VaultDeps } from "./vault-deps.ts";

export const blobFolder = "blobs";

/** 128 random bits: no hash, handle or name of the case can be told from it. */
export const createBlobName = (deps: RandomDep): string => bytesToHex(deps.random.bytes(16));

export const blobPath = (name: string): string => `${blobFolder}/${name.slice(0, 2)}/${name}`;

/** A read that fails rejects with this: the device's own word for it. */
export class BlobReadFailure extends Error {
  readonly error: DeviceError;

  constructor(error: DeviceError) {
    super(error.code);
    this.name = "BlobReadFailure";
    this.error = error;
  }
}

/** A vault file as bytes that can be read at any place. */
export const fileSource = (files: FileStore, path: string, sizeInBytes: number): ByteSource => ({
  sizeInBytes,
  read: async (offset, length) => {
    const read = await files.read(path, offset, length);
    if (!read.ok) throw new BlobReadFailure(read.error);
    return read.value;
  },
});

export interface BlobRef {
  readonly name: string;
  readonly key: Secret<Uint8Array<ArrayBuffer>>;
  readonly sizeInBytes: number;
}

/**
 * The content of a blob. Nothing is read until somebody reads; then the blob's end is checked first.
 *
 * Errors: a read rejects with `SealedDataDamaged` or `BlobReadFailure`.
 */
export const openBlob = (deps: VaultDeps, blob: BlobRef): ByteSource => {
  let opening: Promise<ByteSource> | undefined;
  const open = async (): Promise<ByteSource> => {
    const { files } = deps.driver;
    const path = blobPath(blob.name);
    const size = await files.sizeInBytes(path);
    if (!size.ok) throw new BlobReadFailure(size.error);
    const sealed = fileSource(files, path, size.value);
    const opened = await openStream(deps, { key: blob.key, sealed });
    if (!opened.ok || opened.value.sizeInBytes !== blob.sizeInBytes) throw new SealedDataDamaged();
    return opened.value;
  };
  return {
    sizeInBytes: blob.sizeInBytes,
    read: async (offset, length) => {
      opening ??= open();
      return (await opening).read(offset, length);
    },
  };
};

/** Removes every blob file that no row names: what an add that was cut short has left. */
export const collectOrphans = async (
  deps: VaultDeps,
  sql: Session["sql"],
): Promise<Result<number, DeviceError>> => {
  const listed = await deps.driver.files.list(blobFolder);
  if (!listed.ok) return listed;
  const kept = new Set(
    sql("SELECT blob FROM sources WHERE blob IS NOT NULL")
      .all()
      .map((row) => blobPath(String(row["blob"]))),
  );
  let removed = 0;
  for (const path of listed.value) {
    if (kept.has(path)) continue;
    const done = await deps.driver.files.remove(path);
    if (!done.ok) return err(done.error);
    removed += 1;
  }
  return ok(removed);
};
