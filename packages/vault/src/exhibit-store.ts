import { z } from "zod";
import {
  bytesToHex,
  type ByteSource,
  err,
  eventTimeSchema,
  type EventTime,
  type Exhibit,
  type ExhibitId,
  exhibitIdSchema,
  exhibitKindSchema,
  exhibitOriginSchema,
  type Note,
  noteSchema,
  ok,
  type Result,
  Secret,
  toExhibitId,
  toSha256Hex,
} from "@holdfast/evidence";

import { type BlobRef, openBlob as openBlobFile } from "./blob-store.ts";
import { SqlFailure, type SqlRow } from "./drivers/driver.ts";
import { asBytes, asNumber, asText, type Session } from "./session.ts";
import type { Acquisition, VaultError } from "./vault.ts";

/** What an exhibit's row holds beside its columns. */
const detailSchema = z.strictObject({
  kind: exhibitKindSchema,
  origin: exhibitOriginSchema,
  originalName: z.string(),
  mediaType: z.string(),
  formatId: z.string(),
  eventTime: eventTimeSchema,
  derivedFrom: z
    .strictObject({
      by: z.enum(["words-only", "excerpt", "redaction"]),
      exhibit: exhibitIdSchema.exactOptional(),
    })
    .readonly()
    .exactOptional(),
});

const columns = `exhibits.number, exhibits.added_at, exhibits.withdrawn, exhibits.detail,
  sources.sha256, sources.size, sources.text_only, sources.blob, sources.blob_key, sources.id AS source_id,
  sources.items, sources.notes`;
const from = `FROM exhibits JOIN sources ON sources.id = exhibits.source`;

export interface ExhibitRow {
  readonly exhibit: Exhibit;
  readonly source: number;
  readonly textOnly: boolean;
  /** `undefined`: the bytes were left out of the backup that this vault came from. */
  readonly blob: BlobRef | undefined;
}

export const toExhibitNumber = (id: string): number =>
  /^ev-\d{4,15}$/.test(id) ? Number(id.slice(3)) : 0;

const readRow = (row: SqlRow): ExhibitRow => {
  const detail = detailSchema.safeParse(JSON.parse(asText(row["detail"])));
  if (!detail.success) throw new SqlFailure("database_damaged", "an exhibit's row cannot be read");
  const sizeInBytes = asNumber(row["size"]);
  return {
    exhibit: {
      id: toExhibitId(asNumber(row["number"])),
      ...detail.data,
      sizeInBytes,
      sha256: toSha256Hex(bytesToHex(asBytes(row["sha256"]))),
      addedAt: asNumber(row["added_at"]),
      withdrawn: asNumber(row["withdrawn"]) === 1,
    },
    source: asNumber(row["source_id"]),
    textOnly: asNumber(row["text_only"]) === 1,
    blob:
      row["blob"] === null
        ? undefined
        : {
            name: asText(row["blob"]),
            key: new Secret(asBytes(row["blob_key"])),
            sizeInBytes,
          },
  };
};

export const findExhibit = (session: Session, id: string): ExhibitRow | undefined => {
  const row = session
    .sql(`SELECT ${columns} ${from} WHERE exhibits.number = ?`)
    .get(toExhibitNumber(id));
  return row === undefined ? undefined : readRow(row);
};

export const listExhibits = (session: Session): readonly ExhibitRow[] =>
  session.sql(`SELECT ${columns} ${from} ORDER BY exhibits.number`).all().map(readRow);

/** The exhibits of a source that are not withdrawn, oldest first. */
export const exhibitsOfSource = (session: Session, source: number): readonly ExhibitId[] =>
  session
    .sql("SELECT number FROM exhibits WHERE source = ? AND withdrawn = 0 ORDER BY number")
    .all(source)
    .map((row) => toExhibitId(asNumber(row["number"])));

/** Within the caller's transaction; gives the number of the new exhibit. */
export const insertExhibit = (
  session: Session,
  source: number,
  addedAt: number,
  acquisition: Acquisition,
  eventTime: EventTime,
): number => {
  const detail = {
    kind: acquisition.kind,
    origin: acquisition.origin,
    originalName: acquisition.originalName,
    mediaType: acquisition.mediaType,
    formatId: acquisition.formatId,
    eventTime,
    ...(acquisition.derivedFrom === undefined ? {} : { derivedFrom: acquisition.derivedFrom }),
  };
  const row = session
    .sql(
      "INSERT INTO exhibits (source, added_at, withdrawn, detail) VALUES (?, ?, 0, ?) RETURNING number",
    )
    .get(source, addedAt, JSON.stringify(detail));
  return asNumber(row?.["number"]);
};

export const notesOf = (session: Session, id: ExhibitId): readonly Note[] =>
  session
    .sql(
      "SELECT note FROM notes WHERE source = (SELECT source FROM exhibits WHERE number = ?) ORDER BY id",
    )
    .all(toExhibitNumber(id))
    .map((row) => {
      const note = noteSchema.safeParse(JSON.parse(asText(row["note"])));
      if (!note.success) throw new SqlFailure("database_damaged", "a note's row cannot be read");
      return note.data;
    });

/** Care rules 1 and 3: until the question is answered a case counts as protected. */
export const isLocked = (session: Session, row: ExhibitRow): boolean =>
  session.live.case.pictures !== "all-adult" && !row.textOnly;

export const openBlob = (session: Session, id: ExhibitId): Result<ByteSource, VaultError> => {
  const row = findExhibit(session, id);
  if (row === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  if (row.blob === undefined || isLocked(session, row)) {
    return err({ code: "picture_locked", exhibit: row.exhibit.id });
  }
  return ok(openBlobFile(session.deps, row.blob));
};
