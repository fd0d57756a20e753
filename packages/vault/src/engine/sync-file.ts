import type { DeviceError } from "../drivers/driver.ts";

/**
 * The only files that the engine opens. Temporary files do not exist: `temp_store` is memory. The journal is used once,
 * when a new database is switched to WAL.
 */
export type DatabaseFileName = "case.db" | "case.db-wal" | "case.db-journal";

export const databaseFileNames: readonly DatabaseFileName[] = [
  "case.db",
  "case.db-wal",
  "case.db-journal",
];

export const isDatabaseFileName = (name: string): name is DatabaseFileName =>
  databaseFileNames.some((known) => known === name);

/**
 * What the engine needs from a device: three files, read and written at a position, synchronously, by one owner.
 * Every call throws `SyncFileFailure`, and nothing else, for what the device does to us; only the VFS calls these, and
 * it catches it there.
 */
export interface SyncFileSystem {
  /** Opens the file, and makes it when there is none; a name is open at most once. */
  readonly open: (name: DatabaseFileName) => SyncFile;
  readonly exists: (name: DatabaseFileName) => boolean;
  /** The file is closed. After this it stays gone when the power fails. Removing what is not there is done already. */
  readonly remove: (name: DatabaseFileName) => void;
  /** Gives back what the file system itself holds; the files are closed. */
  readonly close: () => void;
}

/** Offsets and sizes in bytes. A view that is handed in is used before the call returns and not kept. */
export interface SyncFile {
  readonly sizeInBytes: () => number;
  /** Fills `into` from `offset` and returns how many bytes there were: fewer than its length at the end of the file. */
  readonly read: (into: Uint8Array<ArrayBuffer>, offset: number) => number;
  /** All of `bytes`, or a failure; a gap after the old end reads as zeros. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>, offset: number) => void;
  readonly truncate: (sizeInBytes: number) => void;
  /** After this the contents, and the file's name, survive a power cut as far as the device keeps its word. */
  readonly flush: () => void;
  readonly close: () => void;
}

export class SyncFileFailure extends Error {
  readonly device: DeviceError;

  constructor(device: DeviceError, cause?: unknown) {
    super(`${device.code}: ${device.path}`, { cause });
    this.name = "SyncFileFailure";
    this.device = device;
  }
}
