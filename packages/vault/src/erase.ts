import {
  err,
  type Exhibit,
  type ExhibitId,
  ok,
  type Result,
  toExhibitId,
} from "@holdfast/evidence";

import { blobPath } from "./blob-store.ts";
import { recordWith, storeEntry } from "./custody-store.ts";
import { findExhibit } from "./exhibit-store.ts";
import { deleteItemsOf, deleteUnusedNames } from "./item-store.ts";
import { asNumber, attempt, type Session } from "./session.ts";
import type { VaultError } from "./vault.ts";
import { forgetOrigin, updateVisible, updateVisibleOfExhibit } from "./visible-sources.ts";

/** Hides an exhibit: it stays, with its bytes and its log. */
export const withdraw = (session: Session, id: ExhibitId): Result<void, VaultError> => {
  const row = findExhibit(session, id);
  if (row === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  if (row.exhibit.withdrawn) return ok(undefined);
  const { number } = row;
  return recordWith(session, () => {
    session.sql("UPDATE exhibits SET withdrawn = 1 WHERE number = ?").run(number);
    updateVisible(session, row.source);
    updateVisibleOfOrigin(session, row.exhibit);
    const entry = storeEntry(session, { action: "item.withdraw", exhibit: row.exhibit.id }, number);
    return { entry, value: undefined };
  });
};

/** What it was made from may be on the timeline again. */
const updateVisibleOfOrigin = (session: Session, { derivedFrom }: Exhibit): void => {
  if (derivedFrom?.exhibit !== undefined) updateVisibleOfExhibit(session, derivedFrom.exhibit);
};

/**
 * [Note: erasing] One transaction removes the exhibit, the openings of its own entries with their salts, and, unless
 * another exhibit holds the same bytes, the source with its key, items, notes and index rows. The custody lines stay:
 * they hold hashes of salted entries whose salt is gone. Deleted pages are overwritten (secure_delete); the indexes and
 * the file are then rewritten, so that no freed page and no index segment keeps a word. The blob goes last: without its
 * key it is noise, and a crash before that leaves an orphan for the next opening.
 */
export const erase = async (session: Session, id: ExhibitId): Promise<Result<void, VaultError>> => {
  const row = findExhibit(session, id);
  if (row === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  const { number } = row;
  const done = recordWith(session, () => {
    eraseOpenings(session, number);
    session.sql("DELETE FROM exhibits WHERE number = ?").run(number);
    const other = session
      .sql("SELECT label FROM exhibits WHERE source = ? ORDER BY number LIMIT 1")
      .get(row.source);
    const next = other === undefined ? undefined : toExhibitId(asNumber(other["label"]));
    forgetOrigin(session, Number(row.exhibit.id.slice(3)), next);
    updateVisibleOfOrigin(session, row.exhibit);
    if (next === undefined) {
      deleteItemsOf(session, row.source);
      session.sql("DELETE FROM sources WHERE id = ?").run(row.source);
      deleteUnusedNames(session);
    } else {
      updateVisible(session, row.source);
    }
    return { entry: storeEntry(session, { action: "item.erase" }), value: next === undefined };
  });
  if (!done.ok) return done;
  const rewritten = attempt(() => rewrite(session));
  if (done.value && row.blob !== undefined) {
    const removed = await session.deps.driver.files.remove(blobPath(row.blob.name));
    if (!removed.ok) return removed;
  }
  return rewritten;
};

/** The guarded path: the schema refuses to remove an opening without a permit. Other exhibits' mentions stay theirs. */
const eraseOpenings = (session: Session, number: number): void => {
  session
    .sql("INSERT INTO erase_permits (seq) SELECT seq FROM custody_openings WHERE exhibit = ?")
    .run(number);
  session.sql("DELETE FROM custody_openings WHERE exhibit = ?").run(number);
  session.db.exec("DELETE FROM erase_permits");
};

const rewrite = (session: Session): void => {
  session.db.exec(
    `INSERT INTO search_words (search_words) VALUES ('optimize');
     INSERT INTO search_parts (search_parts) VALUES ('optimize');`,
  );
  session.db.exec("VACUUM");
  session.db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
};
