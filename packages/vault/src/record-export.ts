import {
  type CustodyEntry,
  custodyEntrySchema,
  err,
  type ExhibitId,
  ok,
  type Result,
  tellAgain,
  type ToldEntry,
} from "@holdfast/evidence";
import { countFilling, type UnsaltedEntry } from "@holdfast/seal";

import { recordWith, type StoredEntry, storeEntry } from "./custody-store.ts";
import { findExhibit } from "./exhibit-store.ts";
import { asText, attempt, type Session } from "./session.ts";
import type { ExportedBag, VaultError } from "./vault.ts";

interface Shown {
  /** Whose erasing takes the opening with it. */
  readonly number: number;
  readonly exhibit: ExhibitId;
  readonly said: ToldEntry;
}

/**
 * The log's entries of a bag that is about to be made, all of them or none. The `export` entry is the last.
 * A bag for somebody else gets filling before it: See [Note: log filling]. And its exhibits' entries told once more:
 * See [Note: told again].
 */
export const recordExport = (session: Session, copy: ExportedBag): Result<void, VaultError> => {
  const shown = copy.kind === "full" ? ok([]) : findShown(session, copy.exhibits);
  if (!shown.ok) return shown;
  return recordWith(session, () => {
    let after = session.live.custody;
    const append = (entry: UnsaltedEntry, exhibit?: number): StoredEntry => {
      const stored = storeEntry(session, entry, exhibit, after);
      after = stored.head;
      return stored;
    };
    if (copy.kind === "disclosure") {
      const filling = countFilling(session.deps, {
        lines: after.seq,
        ownLines: shown.value.length + 1,
        isFirst: !hasFilling(session),
      });
      for (let count = 0; count < filling; count += 1) append({ action: "log.fill" });
    }
    for (const { exhibit, said, number } of shown.value) {
      append({ action: "item.show", bag: copy.bag, exhibit, said }, number);
    }
    const entry = append({ action: "export", exhibits: copy.exhibits, bag: copy.bag });
    return { entry, value: undefined };
  });
};

const findShown = (
  session: Session,
  exhibits: readonly ExhibitId[],
): Result<readonly Shown[], VaultError> => {
  const inBag = new Set(exhibits);
  const shown: Shown[] = [];
  for (const exhibit of inBag) {
    const number = findExhibit(session, exhibit)?.number;
    if (number === undefined) return err({ code: "no_such_exhibit", exhibit });
    const rows = attempt(() =>
      session
        .sql("SELECT entry FROM custody_openings WHERE exhibit = ? ORDER BY seq")
        .all(number)
        .map((row) => readEntry(asText(row["entry"]))),
    );
    if (!rows.ok) return rows;
    for (const entry of rows.value) {
      const said = entry === undefined ? undefined : tellAgain(entry, inBag);
      if (said !== undefined) shown.push({ number, exhibit, said });
    }
  }
  return ok(shown);
};

/** What this version does not know is not told again. */
const readEntry = (text: string): CustodyEntry | undefined =>
  custodyEntrySchema.safeParse(JSON.parse(text)).data;

/** Canonical JSON: members are sorted, and `action` is the first of them. */
const hasFilling = (session: Session): boolean =>
  session
    .sql(
      `SELECT 1 FROM custody_openings WHERE substr(entry, 1, 20) = '{"action":"log.fill"' LIMIT 1`,
    )
    .get() !== undefined;
