export {
  appendEntry,
  type AppendedEntry,
  type CustodyHead,
  emptyCustodyHead,
  sha256Of,
  type UnsaltedEntry,
} from "./custody-log.ts";
export { hkdfSha256, hmacSha256 } from "./hkdf-sha256.ts";
export { inboxLimits, type InboxAddress, type InboxHead } from "./inbox-entry.ts";
export { createInboxKey, type InboxKey, openInboxKey } from "./inbox-key.ts";
export {
  argon2idBounds,
  defaultArgon2id,
  type KeyWrap,
  type KeyWrapKind,
  keyWrapSchema,
  type UnlockSecret,
  unwrapVaultKey,
  wrapVaultKey,
  type WrapError,
} from "./key-wrap.ts";
export { countFilling } from "./log-filling.ts";
export { type InboxEntryError, openInboxEntry } from "./open-inbox-entry.ts";
export { openStream, SealedDataDamaged, type SealedDataError } from "./open-stream.ts";
export { paddedSize } from "./padded-size.ts";
export {
  type Aead,
  type AeadDep,
  type AeadKey,
  type AgreementPair,
  type Argon2idInput,
  type Kdf,
  type KdfDep,
  type KeyAgreement,
  type KeyAgreementDep,
  keyLengthInBytes,
  nonceLengthInBytes,
  type SealBuffers,
  tagLengthInBytes,
} from "./ports.ts";
export {
  createRecoveryShares,
  readRecoveryShares,
  shareBounds,
  type SharesError,
} from "./recovery-shares.ts";
export { createRecoveryWords, type RecoveryWordsError } from "./recovery-words.ts";
export { sealSource, type SealSourceError, type SealSourceOptions } from "./seal-source.ts";
export {
  createStreamFiller,
  createStreamSealer,
  type SealedSink,
  type SealStreamOptions,
  type StreamFiller,
  type StreamSealer,
} from "./seal-stream.ts";
export {
  bytesToHeader,
  type HeaderError,
  headerToBytes,
  headerVersion,
  maximumHeaderSizeInBytes,
  type VaultHeader,
} from "./vault-header.ts";
export { createVaultKey, deriveKey, type KeyPurpose, type VaultKey } from "./vault-keys.ts";
export { type ChainFinding, type ChainReport, verifyChain } from "./verify-chain.ts";
