import type { ExhibitId } from "@holdfast/evidence";

import { backupVault } from "./backup.ts";
import { liftPictureProtection, setFacts, setPictures } from "./case-store.ts";
import { checkBlobs } from "./check-blobs.ts";
import { countBySlot, countHandles } from "./counts.ts";
import { custodyLines, custodyOpening, record } from "./custody-store.ts";
import { erase, withdraw } from "./erase.ts";
import { findExhibit, isLocked, listExhibits, notesOf, openBlob } from "./exhibit-store.ts";
import { closeQuietly } from "./close-quietly.ts";
import { createInbox } from "./inbox.ts";
import { createPrivateShelf } from "./private-shelf.ts";
import { recordExport } from "./record-export.ts";
import { sealExhibit } from "./seal-exhibit.ts";
import { indexPending } from "./search-index.ts";
import { countHits, searchItems } from "./search.ts";
import { asNumber, assertOpen, type Session } from "./session.ts";
import { similarWords } from "./similar-words.ts";
import { countOnDayBefore, readItemsOfSource, readTimeline, toStored } from "./timeline.ts";
import type { StoredItem, Vault } from "./vault.ts";
import { addWrap, removeWrap } from "./wraps.ts";

const defaultPageSize = 500;

export const toVault = (session: Session, recovered: Vault["recovered"]): Vault => ({
  recovered,
  readCase: () => session.live.case,
  setPictures: (pictures) => setPictures(session, pictures),
  liftPictureProtection: () => liftPictureProtection(session),
  lockedExhibits: () =>
    listExhibits(session)
      .filter((row) => row.blob === undefined || isLocked(session, row))
      .map((row) => row.exhibit.id),
  setFacts: (facts) => setFacts(session, facts),
  sealSource: (source, acquisition, options) => sealExhibit(session, source, acquisition, options),
  inbox: createInbox(session),
  exhibits: () => listExhibits(session).map((row) => row.exhibit),
  exhibit: (id) => findExhibit(session, id)?.exhibit,
  openBlob: (id) => openBlob(session, id),
  itemsOf: (id, page) =>
    itemsOf(session, id, page?.afterRowId ?? 0, page?.limit ?? defaultPageSize),
  notesOf: (id) => notesOf(session, id),
  timeline: (query) => readTimeline(session, query),
  search: (query) => searchItems(session, query),
  countHits: (query, most) => countHits(session, query, most),
  similarWords: (word) => similarWords(session, word),
  countOnDayBefore: (rowId, day) => countOnDayBefore(session, rowId, day),
  countItems: () =>
    asNumber(
      session.sql("SELECT coalesce(sum(items), 0) AS n FROM sources WHERE visible = 1").get()?.[
        "n"
      ],
    ),
  countBySlot: (query) => countBySlot(session, query),
  countHandles: () => countHandles(session),
  indexPending: (options) => session.alone(() => indexPending(session, options)),
  custodyLines: () => custodyLines(session),
  custodyOpening: (seq) => custodyOpening(session, seq),
  custodyHead: () => session.live.custody,
  record: (entry) => record(session, entry),
  recordExport: (copy) => recordExport(session, copy),
  checkBlobs: (options) => checkBlobs(session, options),
  withdraw: (id) => withdraw(session, id),
  erase: (id) => session.alone(() => erase(session, id)),
  backup: (sink, options) => session.alone(() => backupVault(session, sink, options)),
  wraps: () => session.live.header.wraps.map(({ id, kind }) => ({ id, kind })),
  addWrap: (secret) => addWrap(session, secret),
  removeWrap: (id) => removeWrap(session, id),
  privateShelf: createPrivateShelf(session),
  close: () => session.alone(() => close(session)),
});

const itemsOf = (
  session: Session,
  id: ExhibitId,
  afterRowId: number,
  limit: number,
): readonly StoredItem[] => {
  assertOpen(session);
  const row = findExhibit(session, id);
  if (row === undefined) return [];
  return readItemsOfSource(session, row.source, afterRowId, limit).map((item) =>
    toStored(session, item),
  );
};

const close = async (session: Session): Promise<void> => {
  if (session.live.closed) return;
  session.live.closed = true;
  closeQuietly(session.db);
  await session.lock.release();
};
