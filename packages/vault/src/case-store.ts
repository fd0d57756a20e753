import {
  type Case,
  caseSchema,
  canonicalJson,
  err,
  type Facts,
  ok,
  type PicturesPolicy,
  type Result,
} from "@holdfast/evidence";

import { SqlFailure } from "./drivers/driver.ts";
import { reorderWallTimes } from "./item-order.ts";
import { asText, attempt, type Session } from "./session.ts";
import type { VaultError } from "./vault.ts";

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

export const liftPictureProtection = (session: Session): Result<void, VaultError> =>
  changeCase(session, { ...session.live.case, pictures: "all-adult" });

export const setFacts = (session: Session, facts: Facts): Result<void, VaultError> => {
  const changed = { ...session.live.case, facts };
  const zoneChanged = facts.zone !== session.live.case.facts.zone;
  return changeCase(session, changed, () => {
    if (zoneChanged) reorderWallTimes(session, facts.zone);
  });
};
