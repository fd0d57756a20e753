import { bytesToHex, err, type ExhibitId, ok, type Result, streamOf } from "@holdfast/evidence";
import { SealedDataDamaged } from "@holdfast/seal";

import { BlobReadFailure, openBlob } from "./blob-store.ts";
import { listExhibits } from "./exhibit-store.ts";
import type { Session } from "./session.ts";
import type { VaultError, WorkOptions } from "./vault.ts";

type Checked = readonly { readonly exhibit: ExhibitId; readonly same: boolean }[];

/** A missing or damaged blob is a finding, not an error: the others are checked all the same. */
export const checkBlobs = async (
  session: Session,
  options: WorkOptions = {},
): Promise<Result<Checked, VaultError>> => {
  const results: { exhibit: ExhibitId; same: boolean }[] = [];
  const rows = listExhibits(session).filter((row) => row.blob !== undefined);
  for (const row of rows) {
    if (options.signal?.aborted === true) return err({ code: "cancelled" });
    const { blob, exhibit } = row;
    if (blob === undefined) continue;
    const same = (await hashOf(session, blob)) === exhibit.sha256;
    results.push({ exhibit: exhibit.id, same });
    options.onProgress?.({
      step: "verifying",
      done: results.length,
      total: rows.length,
      unit: "files",
    });
  }
  return ok(results);
};

const hashOf = async (
  session: Session,
  blob: Parameters<typeof openBlob>[1],
): Promise<string | undefined> => {
  const hash = session.deps.hasher.sha256();
  const finish = (): string => bytesToHex(hash.digest());
  try {
    for await (const chunk of streamOf(openBlob(session.deps, blob))) hash.update(chunk);
  } catch (cause) {
    finish();
    if (cause instanceof SealedDataDamaged || cause instanceof BlobReadFailure) return undefined;
    throw cause;
  }
  return finish();
};
