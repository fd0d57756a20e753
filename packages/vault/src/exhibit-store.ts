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

const columns = `exhibits.number, exhibits.label, exhibits.added_at, exhibits.withdrawn, exhibits.detail,
  sources.sha256, sources.size, sources.text_only, sources.blob, sources.blob_key, sources.id AS source_id,
  sources.items, sources.notes`;
const from = `FROM exhibits JOIN sources ON sources.id = exhibits.source`;

export interface ExhibitRow {
  /** In the order of acquisition; never leaves the vault. */
  readonly number: number;
  readonly exhibit: Exhibit;
  readonly source: number;
  readonly textOnly: boolean;
  /** `undefined`: the bytes were left out of the backup that this vault came from. */
  readonly blob: BlobRef | undefined;
}

const toLabel = (id: string): number => (/^ev-\d{4,15}$/.test(id) ? Number(id.slice(3)) : 0);

const readRow = (row: SqlRow): ExhibitRow => {
  const detail = detailSchema.safeParse(JSON.parse(asText(row["detail"])));
  if (!detail.success) throw new SqlFailure("database_damaged", "an exhibit's row cannot be read");
  const sizeInBytes = asNumber(row["size"]);
  return {
    number: asNumber(row["number"]),
    exhibit: {
      id: toExhibitId(asNumber(row["label"])),
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
  const row = session.sql(`SELECT ${columns} ${from} WHERE exhibits.label = ?`).get(toLabel(id));
  return row === undefined ? undefined : readRow(row);
};

export const listExhibits = (session: Session): readonly ExhibitRow[] =>
  session.sql(`SELECT ${columns} ${from} ORDER BY exhibits.number`).all().map(readRow);

/** The exhibits of a source that are not withdrawn, oldest first. */
export const exhibitsOfSource = (session: Session, source: number): readonly ExhibitId[] =>
  session
    .sql("SELECT label FROM exhibits WHERE source = ? AND withdrawn = 0 ORDER BY number")
    .all(source)
    .map((row) => toExhibitId(asNumber(row["label"])));

/** Within the caller's transaction; gives the new exhibit's number and what it is called. */
export const insertExhibit = (
  session: Session,
  source: number,
  addedAt: number,
  acquisition: Acquisition,
  eventTime: EventTime,
): { readonly number: number; readonly id: ExhibitId } => {
  const detail = {
    kind: acquisition.kind,
    origin: acquisition.origin,
    originalName: acquisition.originalName,
    mediaType: acquisition.mediaType,
    formatId: acquisition.formatId,
    eventTime,
    ...(acquisition.derivedFrom === undefined ? {} : { derivedFrom: acquisition.derivedFrom }),
  };
  const label = drawLabel(session);
  const row = session
    .sql(
      "INSERT INTO exhibits (source, added_at, withdrawn, detail, label) VALUES (?, ?, 0, ?, ?) RETURNING number",
    )
    .get(source, addedAt, JSON.stringify(detail), label);
  return { number: asNumber(row?.["number"]), id: toExhibitId(label) };
};

/** Six digits can be said on a telephone; more only where they would run short. */
const labelRanges = [900_000, 900_000_000] as const;

/** An unused random label of six digits, or of nine when a tenth of the short ones is taken. */
const drawLabel = (session: Session): number => {
  const taken = asNumber(session.sql("SELECT count(*) AS n FROM exhibits").get()?.["n"]);
  const range = taken * 10 < labelRanges[0] ? labelRanges[0] : labelRanges[1];
  for (;;) {
    const view = new DataView(session.deps.random.bytes(8).buffer);
    const label = range / 9 + Number(view.getBigUint64(0) % BigInt(range));
    if (session.sql("SELECT 1 FROM exhibits WHERE label = ?").get(label) === undefined)
      return label;
  }
};

export const notesOf = (session: Session, id: ExhibitId): readonly Note[] =>
  session
    .sql(
      "SELECT note FROM notes WHERE source = (SELECT source FROM exhibits WHERE label = ?) ORDER BY id",
    )
    .all(toLabel(id))
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
