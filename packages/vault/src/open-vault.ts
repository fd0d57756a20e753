import { ok, type Result } from "@holdfast/evidence";
import type { UnlockSecret } from "@holdfast/seal";

import { toVault } from "./opened-vault.ts";
import { type OpenVaultError, startSession } from "./start-session.ts";
import type { Vault } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

export interface OpenVaultOptions {
  readonly secret: UnlockSecret;
}

/** Opens a vault that is there, after putting right what a crash has left. Never makes one. */
export const openVault = async (
  deps: VaultDeps,
  options: OpenVaultOptions,
): Promise<Result<Vault, OpenVaultError>> => {
  const started = await startSession(deps, options.secret);
  return started.ok ? ok(toVault(started.value.session, started.value.recovered)) : started;
};
