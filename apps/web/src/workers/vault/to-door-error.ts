import type { AcquireError } from "@holdfast/acquire";
import type { WrapError } from "@holdfast/seal";
import { BlobReadFailure, type DeviceError, SqlFailure, type VaultError } from "@holdfast/vault";
import { SealedDataDamaged } from "@holdfast/seal";
import { err, type Result } from "@holdfast/evidence";

import type { DoorError } from "../../door/door-error.ts";

/** What the packages call their errors, in the door's words. Errors of openings have their own file. */
export const toDoorError = (error: AcquireError | VaultError | WrapError): DoorError => {
  if (isDeviceError(error)) return fromDevice(error);
  return error.code === "source_failed" ? { code: "file_not_readable", cause: error.cause } : error;
};

/** Only what the device did names a path. */
export const isDeviceError = (error: { readonly code: string }): error is DeviceError =>
  "path" in error;

export const fromDevice = ({ code, path, cause }: DeviceError): DoorError => ({
  code: code === "disk_full" || code === "not_permitted" ? code : "device_failed",
  path,
  cause: cause ?? code,
});

/** A result of the vault as the door's. */
export const orDoorError = <T>(
  result: Result<T, AcquireError | VaultError | WrapError>,
): Result<T, DoorError> => (result.ok ? result : err(toDoorError(result.error)));

/**
 * What reading can meet in the middle, which the packages throw: a page or a block that is no longer what was written, a
 * device that fails, a browser that takes its storage away. `undefined`: a bug, to be thrown on.
 */
export const thrownToDoorError = (failure: unknown): DoorError | undefined => {
  if (failure instanceof SqlFailure) {
    switch (failure.code) {
      case "database_damaged":
        return { code: "vault_damaged", place: "case.db" };
      case "disk_full":
      case "device_failed":
        return { code: failure.code, path: "case.db", cause: failure.message };
      case "constraint":
        return undefined;
    }
  }
  if (failure instanceof BlobReadFailure) return fromDevice(failure.error);
  if (failure instanceof SealedDataDamaged) return { code: "vault_damaged", place: "blobs" };
  if (!(failure instanceof DOMException)) return undefined;
  if (failure.name === "QuotaExceededError") {
    return { code: "disk_full", path: "", cause: failure.name };
  }
  return storageFailures.has(failure.name)
    ? { code: "storage_unavailable", cause: `${failure.name}: ${failure.message}` }
    : undefined;
};

/** What browsers say where they give no storage, or take it away. Source: fs.spec.whatwg.org and IndexedDB 3.0. */
const storageFailures: ReadonlySet<string> = new Set([
  "InvalidStateError",
  "NoModificationAllowedError",
  "NotAllowedError",
  "NotFoundError",
  "NotReadableError",
  "NotSupportedError",
  "SecurityError",
  "TypeMismatchError",
  "UnknownError",
]);
