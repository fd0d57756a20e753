export { BlobReadFailure } from "./blob-store.ts";
export { createVault, type CreateVaultError, type CreateVaultOptions } from "./create-vault.ts";
export {
  type DeviceError,
  type DeviceErrorCode,
  type FileStore,
  type FileWriter,
  type SqlDatabase,
  SqlFailure,
  type SqlRow,
  type SqlStatement,
  type SqlValue,
  type VaultDriver,
  type VaultLock,
} from "./drivers/driver.ts";
export { foldText } from "./fold-text.ts";
export { foldWithOrigin } from "./fold-with-origin.ts";
export type { Inbox, InboxEntry, InboxError, InboxListing } from "./inbox.ts";
export { nextDelayMs, readUnlockWait, type UnlockWait } from "./unlock-attempts.ts";
export { openVault, type OpenVaultOptions } from "./open-vault.ts";
export { createPictureScan, type PictureScan } from "./picture-scan.ts";
export { restoreVault, type RestoreVaultError, type RestoreVaultOptions } from "./restore-vault.ts";
export {
  type Rotated,
  rotateVault,
  type RotateVaultError,
  type RotateVaultOptions,
} from "./rotate-vault.ts";
export { schemaVersion } from "./schema/migrate.ts";
export type { OpenVaultError } from "./start-session.ts";
export type {
  Acquisition,
  BackupOptions,
  CountQuery,
  ExhibitDraft,
  IndexOptions,
  HandleCount,
  PrivateShelf,
  Recovered,
  RecordedEntry,
  SealError,
  SearchHit,
  SearchPage,
  SearchQuery,
  SlotCount,
  StoredItem,
  TimelineCursor,
  TimelineEntry,
  TimelinePage,
  TimelineQuery,
  Vault,
  VaultError,
  WorkOptions,
  WrapRemoveError,
} from "./vault.ts";
export type { VaultDeps } from "./vault-deps.ts";
