import type { ExhibitId } from "@holdfast/evidence";

import { asNumber, type Session } from "./session.ts";

/**
 * [Note: words of a locked file]
 * A case that turns out to be protected locks a chat export whole, pictures and all. Its words are written into a text of
 * their own, an exhibit `derivedFrom` the locked one. Both hold the same items; on the timeline and in search they stand
 * once, as those of the words, which can be opened and handed over: a source is not visible while an exhibit of its words
 * is there and not withdrawn. The log says that words were written out and not of what: a bag may open that entry, and
 * the locked file stays unnamed. Which one it was stands in the exhibit's own row, and goes when that one is erased.
 */
export const updateVisible = (session: Session, source: number): void => {
  session
    .sql(
      `UPDATE sources SET visible =
         EXISTS (SELECT 1 FROM exhibits WHERE source = ?1 AND withdrawn = 0)
         AND NOT EXISTS (
           SELECT 1 FROM exhibits AS words
           JOIN exhibits AS origin ON origin.label = ${labelOfOrigin("words")}
           WHERE origin.source = ?1 AND words.withdrawn = 0 AND ${isWords("words")})
       WHERE id = ?1`,
    )
    .run(source);
};

const isWords = (table: string): string =>
  `json_extract(${table}.detail, '$.derivedFrom.by') = 'words-only'`;
const labelOfOrigin = (table: string): string =>
  `CAST(substr(json_extract(${table}.detail, '$.derivedFrom.exhibit'), 4) AS INTEGER)`;

export const updateVisibleOfExhibit = (session: Session, id: ExhibitId): void => {
  const row = session.sql("SELECT source FROM exhibits WHERE label = ?").get(Number(id.slice(3)));
  if (row !== undefined) updateVisible(session, asNumber(row["source"]));
};

/** Exhibits that hold the words of locked ones, and are not withdrawn. */
export const wordsOfLocked = (
  session: Session,
): readonly { readonly number: number; readonly label: number }[] =>
  session
    .sql(
      `SELECT number, label FROM exhibits WHERE withdrawn = 0 AND ${isWords("exhibits")}
         AND ${labelOfOrigin("exhibits")} IS NOT NULL ORDER BY number`,
    )
    .all()
    .map((row) => ({ number: asNumber(row["number"]), label: asNumber(row["label"]) }));

/**
 * Before an exhibit goes: what was made from it is made from another one of the same bytes, or from nothing that the vault
 * still knows.
 */
export const forgetOrigin = (
  session: Session,
  label: number,
  other: ExhibitId | undefined,
): void => {
  const made = `${labelOfOrigin("exhibits")} = ?`;
  if (other === undefined) {
    session
      .sql(
        `UPDATE exhibits SET detail = json_remove(detail, '$.derivedFrom.exhibit') WHERE ${made}`,
      )
      .run(label);
  } else {
    session
      .sql(
        `UPDATE exhibits SET detail = json_set(detail, '$.derivedFrom.exhibit', ?) WHERE ${made}`,
      )
      .run(other, label);
  }
};
