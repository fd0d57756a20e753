import {
  type CustodyEntry,
  custodyEntrySchema,
  type ExhibitId,
  type Sha256Hex,
} from "@holdfast/evidence";
import { type BagRecord, bagRecordSchema } from "@holdfast/bundle";

import type { CaseReader } from "../case-reader.ts";

export type AddEntry = Extract<CustodyEntry, { readonly action: "item.add" }>;

/** What the log tells that a bag needs; memory grows with exhibits, notes and bags. */
export interface CustodySummary {
  readonly lastSeq: number;
  /** The last entry that says nothing; 0 when there is none. What was written for one bag stands behind it. */
  readonly lastFillSeq: number;
  readonly adds: ReadonlyMap<ExhibitId, { readonly seq: number; readonly entry: AddEntry }>;
  readonly notes: ReadonlyMap<ExhibitId, readonly CustodyNote[]>;
  /** Full bags whose record was kept, oldest first. */
  readonly records: readonly { readonly record: BagRecord; readonly seal: Sha256Hex }[];
  readonly stamps: readonly Extract<CustodyEntry, { readonly action: "timestamp.ok" }>[];
  /** Every bag that was ever begun. */
  readonly bags: readonly string[];
  /** The opening of the last line. */
  readonly last: CustodyEntry | undefined;
}

export interface CustodyNote {
  readonly seq: number;
  readonly at: number;
  readonly text: string;
}

/** Reads the log's openings once. An opening that is gone, or that this version does not know, is passed over. */
export const readCustody = (reader: CaseReader): CustodySummary => {
  const adds = new Map<ExhibitId, { seq: number; entry: AddEntry }>();
  const notes = new Map<ExhibitId, CustodyNote[]>();
  const records: { record: BagRecord; seal: Sha256Hex }[] = [];
  const stamps: Extract<CustodyEntry, { readonly action: "timestamp.ok" }>[] = [];
  const bags: string[] = [];
  let lastSeq = 0;
  let lastFillSeq = 0;
  let last: CustodyEntry | undefined;
  // oxlint-disable-next-line no-unused-vars -- lines are counted here and read when they are written out
  for (const _line of reader.custodyLines()) {
    lastSeq += 1;
    const entry = openEntry(reader, lastSeq);
    last = entry;
    if (entry === undefined) continue;
    if (entry.action === "log.fill") lastFillSeq = lastSeq;
    if (entry.action === "item.add") adds.set(entry.exhibit, { seq: lastSeq, entry });
    if (entry.action === "note.add" && entry.exhibit !== undefined) {
      const list = notes.get(entry.exhibit) ?? [];
      list.push({ seq: lastSeq, at: entry.at, text: entry.text });
      notes.set(entry.exhibit, list);
    }
    if (entry.action === "export") bags.push(entry.bag);
    if (entry.action === "timestamp.ok") stamps.push(entry);
    if (entry.action === "export.sealed" && entry.record !== undefined) {
      const record = parseRecord(entry.record);
      if (record !== undefined) records.push({ record, seal: entry.seal });
    }
  }
  return { lastSeq, lastFillSeq, adds, notes, records, stamps, bags, last };
};

/** The entry behind a line; `undefined` when its opening was destroyed. */
export const openEntry = (reader: CaseReader, seq: number): CustodyEntry | undefined => {
  const opening = reader.custodyOpening(seq);
  if (opening === undefined) return undefined;
  const parsed = custodyEntrySchema.safeParse(JSON.parse(opening));
  return parsed.success ? parsed.data : undefined;
};

const parseRecord = (text: string): BagRecord | undefined => {
  const parsed = bagRecordSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
};
