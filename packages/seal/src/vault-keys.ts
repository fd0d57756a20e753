import { type HasherDep, type RandomDep, Secret } from "@holdfast/evidence";

import { hkdfSha256 } from "./hkdf-sha256.ts";
import { keyLengthInBytes } from "./ports.ts";

/** The one key that everything in a vault hangs on; only wrapped copies of it are ever stored. */
export type VaultKey = Secret<Uint8Array<ArrayBuffer>>;

/** What a key is for. One label a purpose: no two uses ever share a key. */
export type KeyPurpose = "database" | "blobs" | "inbox" | "log" | "backup";

export const createVaultKey = (deps: RandomDep): VaultKey =>
  new Secret(deps.random.bytes(keyLengthInBytes));

/** `context` separates keys of one purpose: the random salt of a backup file, for example. */
export const deriveKey = (
  deps: HasherDep,
  vaultKey: VaultKey,
  purpose: KeyPurpose,
  context: Uint8Array = new Uint8Array(0),
): Secret<Uint8Array<ArrayBuffer>> =>
  new Secret(
    hkdfSha256(deps, {
      key: vaultKey.reveal(),
      salt: context,
      info: `holdfast/v1/${purpose}`,
      lengthInBytes: keyLengthInBytes,
    }),
  );
