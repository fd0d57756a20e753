import { err, ok, type Result } from "@holdfast/evidence";

import { SyncFileFailure } from "../../engine/sync-file.ts";
import type { DeviceError, DeviceErrorCode } from "../driver.ts";

/** `path` is the path within the vault: where the vault lies is not told to whoever reads the error. */
export const toDeviceError = (error: unknown, path: string): DeviceError => {
  const errno = errnoOf(error);
  // Not the operating system: a bug of ours, which nobody but the root handler catches.
  if (errno === undefined) throw error;
  return { code: codes[errno] ?? "device_failed", path, cause: errno };
};

/** Runs one piece of work of the synchronous port. */
export const orFailure = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
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
    return err(toDeviceError(error, path));
  }
};

export const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/** Source: errno(3). Whatever is not named here is a failing device. */
const codes: Readonly<Record<string, DeviceErrorCode | undefined>> = {
  ENOSPC: "disk_full",
  EDQUOT: "disk_full",
  ENOENT: "not_found",
  ENOTDIR: "not_found",
  EACCES: "not_permitted",
  EPERM: "not_permitted",
  EROFS: "not_permitted",
  EEXIST: "not_permitted",
  EISDIR: "not_permitted",
  EBUSY: "in_use",
  ETXTBSY: "in_use",
};
