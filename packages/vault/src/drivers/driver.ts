import type { Result, Secret } from "@holdfast/evidence";

/** What a device can do to us. Every driver maps its own errors to these. */
export type DeviceErrorCode =
  "disk_full" | "not_found" | "in_use" | "not_permitted" | "device_failed";

export interface DeviceError {
  readonly code: DeviceErrorCode;
  readonly path: string;
  readonly cause?: string;
}

/** A place where one vault lives: header files and blobs by path, and the database. */
export interface VaultDriver {
  readonly files: FileStore;
  /** Takes the vault for this process or tab alone; `in_use` when somebody else has it. */
  readonly lock: () => Promise<Result<VaultLock, DeviceError>>;
  /** `key` is the 32-byte database key, given raw to the cipher. `database_unreadable`: wrong key or damaged file. */
  readonly openDatabase: (options: {
    readonly key: Secret<Uint8Array>;
    readonly create: boolean;
    /** The database of a vault that is being made in a folder below this one. See [Note: rotation]. */
    readonly folder?: string;
  }) => Promise<Result<SqlDatabase, DeviceError | { readonly code: "database_unreadable" }>>;
}

export interface VaultLock {
  readonly release: () => Promise<void>;
}

/** Files of the vault but the database. Paths are relative, "/" between folders, ASCII. */
export interface FileStore {
  readonly sizeInBytes: (path: string) => Promise<Result<number, DeviceError>>;
  /** Exactly `length` bytes, fewer at the end of the file. */
  readonly read: (
    path: string,
    offset: number,
    length: number,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, DeviceError>>;
  /** Makes a new file; `not_permitted` when there is one. `large`: many megabytes will be written, in one go. */
  readonly create: (
    path: string,
    options?: { readonly large: boolean },
  ) => Promise<Result<FileWriter, DeviceError>>;
  /** Whole or not at all: temporary file, flush, rename, flush of the folder. */
  readonly replace: (path: string, bytes: Uint8Array) => Promise<Result<void, DeviceError>>;
  /**
   * Over a file that is there. Where a device cannot rename between folders, the bytes are copied: cut short, `from` is
   * still whole and it can be done again.
   */
  readonly move: (from: string, to: string) => Promise<Result<void, DeviceError>>;
  /** Removing what is not there is done already. */
  readonly remove: (path: string) => Promise<Result<void, DeviceError>>;
  /** Every file below the folder, as paths; empty when there is no such folder. */
  readonly list: (folder: string) => Promise<Result<readonly string[], DeviceError>>;
}

export interface FileWriter {
  /** The bytes may be reused by the caller once the promise has settled. */
  readonly write: (bytes: Uint8Array) => Promise<Result<void, DeviceError>>;
  /** After this the bytes survive a power cut, as far as the device keeps its word. */
  readonly flush: () => Promise<Result<void, DeviceError>>;
  readonly close: () => Promise<void>;
}

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * The engine, synchronous in every environment. A call throws `SqlFailure` on what the device or the data did: the
 * vault catches it at its own door and gives a Result; nobody else does.
 */
export interface SqlDatabase {
  /** Statements without parameters or results. */
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => SqlStatement;
  /** BEGIN IMMEDIATE … COMMIT; rolled back when `body` throws. Not nested. */
  readonly transaction: <T>(body: () => T) => T;
  readonly close: () => void;
}

export interface SqlStatement {
  readonly run: (...values: readonly SqlValue[]) => void;
  readonly get: (...values: readonly SqlValue[]) => SqlRow | undefined;
  readonly all: (...values: readonly SqlValue[]) => readonly SqlRow[];
  readonly iterate: (...values: readonly SqlValue[]) => IterableIterator<SqlRow>;
  readonly finalize: () => void;
}

export class SqlFailure extends Error {
  readonly code: "disk_full" | "database_damaged" | "constraint" | "device_failed";

  constructor(code: SqlFailure["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "SqlFailure";
    this.code = code;
  }
}
