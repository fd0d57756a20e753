import type {
  CreateVaultError,
  OpenVaultError,
  RestoreVaultError,
  UnlockWait,
} from "@holdfast/vault";

import type { DoorError } from "../../door/door-error.ts";
import { fromDevice, isDeviceError, toDoorError } from "./to-door-error.ts";

export type OpeningError = OpenVaultError | CreateVaultError | RestoreVaultError;

/** Why a place was not made, opened or restored. `wait`: what the vault says about the next try, for a wrong secret. */
export const openingError = (error: OpeningError, now: number, wait?: UnlockWait): DoorError => {
  if (isDeviceError(error)) return fromDevice(error);
  switch (error.code) {
    case "wrong_passphrase":
      return {
        code: "wrong_secret",
        failedTries: wait?.failures ?? 0,
        nextTryAt: wait === undefined || wait.waitMs === 0 ? 0 : now + wait.waitMs,
      };
    case "unlock_too_soon":
      return { code: "too_early", nextTryAt: now + error.waitMs };
    case "not_a_vault":
      return { code: "place_unfinished" };
    case "vault_in_use":
      return { code: "place_in_use" };
    case "vault_from_newer_version":
      return { code: "made_by_newer_version", version: error.version };
    // The place's name is drawn at random: something is there that we did not see.
    case "vault_exists":
      return { code: "device_failed", path: "header", cause: error.code };
    case "header_damaged":
    case "database_unreadable":
    case "database_damaged":
    case "not_a_backup":
    case "backup_damaged":
    case "cancelled":
      return error;
    case "passphrase_empty":
    case "recovery_words_unknown":
    case "recovery_words_wrong":
    case "share_words_unknown":
    case "share_wrong":
    case "share_from_newer_version":
    case "share_given_twice":
    case "shares_of_different_sets":
    case "shares_too_few":
      return toDoorError(error);
  }
};
