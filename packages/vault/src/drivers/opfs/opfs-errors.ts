import { err, ok, type Result } from "@holdfast/evidence";

import { SyncFileFailure } from "../../engine/sync-file.ts";
import type { DeviceError, DeviceErrorCode } from "../driver.ts";

const toDeviceError = (error: unknown, path: string): DeviceError => {
  // Not the browser's storage: a bug of ours, which nobody but the root handler catches.
  if (!(error instanceof DOMException)) throw error;
  return { code: codes[error.name] ?? "device_failed", path, cause: error.name };
};

/** Runs one piece of work of the synchronous port. */
export const orFailure = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyncFileFailure) throw error;
    throw new SyncFileFailure(toDeviceError(error, path), error);
  }
};

export const orDeviceError = async <T>(
  path: string,
  work: () => Promise<T>,
): Promise<Result<T, DeviceError>> => {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof SyncFileFailure) return err(error.device);
    return err(toDeviceError(error, path));
  }
};

/** Source: https://fs.spec.whatwg.org, the exceptions of each method. Whatever is not named is a failing device. */
const codes: Readonly<Record<string, DeviceErrorCode | undefined>> = {
  QuotaExceededError: "disk_full",
  NotFoundError: "not_found",
  TypeMismatchError: "not_permitted",
  NotAllowedError: "not_permitted",
  SecurityError: "not_permitted",
  NoModificationAllowedError: "in_use",
};
