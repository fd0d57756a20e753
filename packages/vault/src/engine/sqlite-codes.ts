/** The numbers of sqlite3.h (3.50.4) that we use; the C interface never changes them. */
export const SQLITE = {
  OK: 0,
  NOMEM: 7,
  IOERR: 10,
  CORRUPT: 11,
  NOTFOUND: 12,
  FULL: 13,
  CANTOPEN: 14,
  CONSTRAINT: 19,
  NOTADB: 26,
  ROW: 100,
  DONE: 101,

  IOERR_READ: 10 | (1 << 8),
  IOERR_SHORT_READ: 10 | (2 << 8),
  IOERR_WRITE: 10 | (3 << 8),
  IOERR_FSYNC: 10 | (4 << 8),
  IOERR_TRUNCATE: 10 | (6 << 8),
  IOERR_FSTAT: 10 | (7 << 8),
  IOERR_DELETE: 10 | (10 << 8),
  IOERR_ACCESS: 10 | (13 << 8),
  IOERR_CLOSE: 10 | (16 << 8),

  OPEN_READWRITE: 0x2,
  OPEN_CREATE: 0x4,

  TYPE_INTEGER: 1,
  TYPE_FLOAT: 2,
  TYPE_TEXT: 3,
  TYPE_BLOB: 4,

  /** The bound bytes are copied before the call returns. */
  TRANSIENT: -1,
  PREPARE_PERSISTENT: 1,

  DBCONFIG_ENABLE_LOAD_EXTENSION: 1005,
  DBCONFIG_NO_CKPT_ON_CLOSE: 1006,
  DBCONFIG_DEFENSIVE: 1010,
  DBCONFIG_TRUSTED_SCHEMA: 1017,
  DBCONFIG_DQS_DML: 1013,
  DBCONFIG_DQS_DDL: 1014,

  IOCAP_UNDELETABLE_WHEN_OPEN: 0x800,
  IOCAP_POWERSAFE_OVERWRITE: 0x1000,
} as const;

/** The low byte of an extended code is the plain one. */
export const primaryCode = (code: number): number => code & 0xff;
