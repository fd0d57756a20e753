import { err, ok, type Result } from "@holdfast/evidence";
import type { UnlockSecret } from "@holdfast/seal";

import { toVault } from "./opened-vault.ts";
import { type OpenVaultError, startSession } from "./start-session.ts";
import { countFailure, forgetFailures, readUnlockWait } from "./unlock-attempts.ts";
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
  const isTyped = options.secret.kind === "passphrase";
  const { waitMs } = isTyped ? await readUnlockWait(deps) : { waitMs: 0 };
  if (waitMs > 0) return err({ code: "unlock_too_soon", waitMs });
  const started = await startSession(deps, options.secret);
  if (!started.ok) {
    if (isTyped && started.error.code === "wrong_passphrase") await countFailure(deps);
    return started;
  }
  await forgetFailures(deps);
  return ok(toVault(started.value.session, started.value.recovered));
};
