import { ok, type Result } from "@holdfast/evidence";

import { checkBlobs } from "./check-blobs.ts";
import { custodyLines } from "./custody-store.ts";
import { isLocked, listExhibits } from "./exhibit-store.ts";
import { asNumber, attempt, type Session } from "./session.ts";
import type { VaultError, WorkOptions } from "./vault.ts";

/**
 * Originals that a backup leaves out: pictures that are locked until the person decides, and damaged bytes. Neither may be
 * lost by new keys. They are not opened: file and key of each stay what they were, and the new database names them.
 */
export const keepUnopened = (old: Session, made: Session): Result<void, VaultError> =>
  attempt(() =>
    made.db.transaction(() => {
      for (const row of made.sql("SELECT id FROM sources WHERE blob IS NULL").all()) {
        const id = asNumber(row["id"]);
        const kept = old.sql("SELECT blob, blob_key FROM sources WHERE id = ?").get(id);
        made
          .sql("UPDATE sources SET blob = ?, blob_key = ? WHERE id = ?")
          .run(kept?.["blob"] ?? null, kept?.["blob_key"] ?? new Uint8Array(0), id);
      }
    }),
  );

const countedTables = [
  "sources",
  "exhibits",
  "items",
  "notes",
  "handles",
  "threads",
  "private_shelf",
];

/** What the new vault does not have as the old one has it; empty when it may take its place. */
export const differences = async (
  old: Session,
  made: Session,
  options: WorkOptions,
): Promise<Result<readonly string[], VaultError>> => {
  const found: string[] = [];
  const counted = attempt(() => {
    for (const table of countedTables) {
      const where = table === "sources" ? "WHERE state = 1" : "";
      const count = (session: Session) =>
        asNumber(session.sql(`SELECT count(*) AS n FROM ${table} ${where}`).get()?.["n"]);
      if (count(old) !== count(made)) found.push(table);
    }
    const lines = custodyLines(made);
    for (const line of custodyLines(old)) {
      if (lines.next().value !== line) found.push("custody log");
    }
    const exhibits = (session: Session) =>
      JSON.stringify(listExhibits(session).map(({ exhibit }) => exhibit));
    if (exhibits(old) !== exhibits(made)) found.push("exhibits");
  });
  if (!counted.ok) return counted;
  const before = await checkBlobs(old, options);
  if (!before.ok) return before;
  const after = await checkBlobs(made, options);
  if (!after.ok) return after;
  const wasSame = new Map(before.value.map(({ exhibit, same }) => [exhibit, same]));
  for (const { exhibit, same } of after.value) {
    if (!same && wasSame.get(exhibit) !== false) found.push(exhibit);
  }
  const lockedBefore = listExhibits(old).filter((row) => isLocked(old, row)).length;
  if (listExhibits(made).filter((row) => isLocked(made, row)).length !== lockedBefore) {
    found.push("locked pictures");
  }
  return ok(found);
};
