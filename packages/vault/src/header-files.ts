import { err, ok, type Result } from "@holdfast/evidence";
import {
  bytesToHeader,
  type HeaderError,
  headerToBytes,
  maximumHeaderSizeInBytes,
  type VaultHeader,
} from "@holdfast/seal";

import { blobFolder } from "./blob-store.ts";
import type { DeviceError } from "./drivers/driver.ts";
import type { VaultDeps } from "./vault-deps.ts";

/** The same bytes twice: either opens the vault, and one is always whole while the other is being written. */
const headerPaths = ["header", "header.bak"] as const;

export const writeHeaders = async (
  deps: VaultDeps,
  header: VaultHeader,
): Promise<Result<void, DeviceError>> => {
  const bytes = headerToBytes(deps, header);
  for (const path of headerPaths) {
    const written = await deps.driver.files.replace(path, bytes);
    if (!written.ok) return written;
  }
  return ok(undefined);
};

/**
 * Errors: `not_a_vault` when no header was ever here; `header_damaged` when neither copy can be read, or both are
 * missing beside a vault's other files.
 */
export const readHeaders = async (
  deps: VaultDeps,
): Promise<Result<VaultHeader, HeaderError | DeviceError>> => {
  let worst: HeaderError | undefined;
  for (const path of headerPaths) {
    const read = await deps.driver.files.read(path, 0, maximumHeaderSizeInBytes + 1);
    if (!read.ok) {
      if (read.error.code === "not_found") continue;
      return read;
    }
    const header = bytesToHeader(deps, read.value);
    if (header.ok || header.error.code === "vault_from_newer_version") return header;
    if (worst === undefined || worst.code === "not_a_vault") worst = header.error;
  }
  if (worst !== undefined && worst.code !== "not_a_vault") return err(worst);
  const blobs = await deps.driver.files.list(blobFolder);
  if (!blobs.ok) return blobs;
  return err({ code: blobs.value.length > 0 ? "header_damaged" : "not_a_vault" });
};
