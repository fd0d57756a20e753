import {
  type Case,
  caseSchema,
  canonicalJson,
  err,
  type Facts,
  ok,
  type PicturesPolicy,
  type Result,
  toExhibitId,
} from "@holdfast/evidence";
import type { CustodyHead } from "@holdfast/seal";

import { storeEntry } from "./custody-store.ts";
import { SqlFailure } from "./drivers/driver.ts";
import { findExhibit } from "./exhibit-store.ts";
import { reorderWallTimes } from "./item-order.ts";
import { asText, attempt, type Session } from "./session.ts";
import type { VaultError } from "./vault.ts";
import { updateVisible, updateVisibleOfExhibit, wordsOfLocked } from "./visible-sources.ts";

export const readCase = (sql: Session["sql"]): Case => {
  const row = sql("SELECT document FROM case_file WHERE one = 1").get();
  const parsed = caseSchema.safeParse(
    row === undefined ? undefined : JSON.parse(asText(row["document"])),
  );
  if (!parsed.success) throw new SqlFailure("database_damaged", "the case's row cannot be read");
  return parsed.data;
};

/** Within the caller's transaction. */
export const writeCase = (sql: Session["sql"], value: Case): void => {
  sql(
    "INSERT INTO case_file (one, document) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET document = excluded.document",
  ).run(canonicalJson(value));
};

const changeCase = (
  session: Session,
  changed: Case,
  also: () => void = () => undefined,
): Result<void, VaultError> => {
  const done = attempt(() =>
    session.db.transaction(() => {
      writeCase(session.sql, changed);
      also();
    }),
  );
  if (done.ok) session.live.case = changed;
  return done;
};

/** Stricter at any time; an answer of "all adult" only to a question that is open. */
export const setPictures = (
  session: Session,
  pictures: Exclude<PicturesPolicy, "unasked">,
): Result<void, VaultError> => {
  const now = session.live.case.pictures;
  if (now === pictures) return ok(undefined);
  if (now === "protected") return err({ code: "pictures_protected" });
  return changeCase(session, { ...session.live.case, pictures });
};

/**
 * The words of locked exhibits were written out because of the lock: with the originals open again they are withdrawn, so
 * that nothing stands on the timeline twice. They are not removed: what left in a copy can still be shown.
 */
export const liftPictureProtection = (session: Session): Result<void, VaultError> => {
  if (saysProtected(session.live.case.facts)) return err({ code: "facts_say_protected" });
  const changed: Case = { ...session.live.case, pictures: "all-adult" };
  const done = attempt(() =>
    session.db.transaction(() => {
      writeCase(session.sql, changed);
      return withdrawWords(session);
    }),
  );
  if (!done.ok) return done;
  session.live.case = changed;
  session.live.custody = done.value;
  return ok(undefined);
};

const withdrawWords = (session: Session): CustodyHead => {
  let head = session.live.custody;
  for (const { number, label } of wordsOfLocked(session)) {
    const exhibit = toExhibitId(label);
    const row = findExhibit(session, exhibit);
    const origin = row?.exhibit.derivedFrom?.exhibit;
    session.sql("UPDATE exhibits SET withdrawn = 1 WHERE number = ?").run(number);
    if (row !== undefined) updateVisible(session, row.source);
    if (origin !== undefined) updateVisibleOfExhibit(session, origin);
    head = storeEntry(session, { action: "item.withdraw", exhibit }, number, head).head;
  }
  return head;
};

/** Care rule 1: the person is under 18, or anyone in a picture was or may have been. */
const saysProtected = (facts: Facts): boolean =>
  facts.underEighteen === true
  || facts.ageInPictures === "some-under-18"
  || facts.ageInPictures === "unknown";

/** Facts can close a case to pictures, never open it: for that there is an answer of its own. */
export const setFacts = (session: Session, facts: Facts): Result<void, VaultError> => {
  const pictures = saysProtected(facts) ? "protected" : session.live.case.pictures;
  const changed: Case = { ...session.live.case, facts, pictures };
  const zoneChanged = facts.zone !== session.live.case.facts.zone;
  return changeCase(session, changed, () => {
    if (zoneChanged) reorderWallTimes(session, facts.zone);
  });
};
