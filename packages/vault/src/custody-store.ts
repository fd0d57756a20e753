import { type Result, type Sha256Hex } from "@holdfast/evidence";
import {
  appendEntry,
  type CustodyHead,
  emptyCustodyHead,
  sha256Of,
  type UnsaltedEntry,
} from "@holdfast/seal";

import { findExhibit } from "./exhibit-store.ts";
import { asNumber, asText, attempt, type Session } from "./session.ts";
import type { RecordedEntry, VaultError } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

export interface StoredEntry {
  readonly seq: number;
  readonly line: string;
  readonly opening: string;
  /** To become the log's head when the transaction has been committed. */
  readonly head: CustodyHead;
}

/** Within the caller's transaction. `exhibit`: erased together with that exhibit. See [Note: custody chain]. */
export const storeEntry = (
  session: Session,
  entry: UnsaltedEntry,
  exhibit?: number,
  after: CustodyHead = session.live.custody,
): StoredEntry => {
  const { line, opening, head } = appendEntry(session.deps, after, entry);
  session.sql("INSERT INTO custody_lines (seq, line) VALUES (?, ?)").run(head.seq, line);
  session
    .sql("INSERT INTO custody_openings (seq, entry, exhibit) VALUES (?, ?, ?)")
    .run(head.seq, opening, exhibit ?? null);
  return { seq: head.seq, line, opening, head };
};

/** A transaction that also writes one custody entry; the head moves on only when all of it is on the device. */
export const recordWith = <T>(
  session: Session,
  body: () => { readonly entry: StoredEntry; readonly value: T },
): Result<T, VaultError> => {
  const done = attempt(() => session.db.transaction(body));
  if (!done.ok) return done;
  session.live.custody = done.value.entry.head;
  return { ok: true, value: done.value.value };
};

/** Which exhibit's erasing takes the opening with it. */
const exhibitOf = (session: Session, entry: RecordedEntry): number | undefined =>
  "exhibit" in entry && entry.exhibit !== undefined
    ? findExhibit(session, entry.exhibit)?.number
    : undefined;

export const record = (
  session: Session,
  entry: RecordedEntry,
): Result<{ readonly seq: number; readonly line: string; readonly opening: string }, VaultError> =>
  recordWith(session, () => {
    const stored = storeEntry(session, entry, exhibitOf(session, entry));
    const { seq, line, opening } = stored;
    return { entry: stored, value: { seq, line, opening } };
  });

const pageSize = 1_000;

/** In pages, so that other statements can run between two lines. */
export function* custodyLines(session: Session): Generator<string> {
  let after = 0;
  for (;;) {
    const page = session
      .sql(`SELECT seq, line FROM custody_lines WHERE seq > ? ORDER BY seq LIMIT ${pageSize}`)
      .all(after);
    for (const row of page) {
      after = asNumber(row["seq"]);
      yield asText(row["line"]);
    }
    if (page.length < pageSize) return;
  }
}

export const custodyOpening = (session: Session, seq: number): string | undefined => {
  const row = session.sql("SELECT entry FROM custody_openings WHERE seq = ?").get(seq);
  return row === undefined ? undefined : asText(row["entry"]);
};

export const readHead = (deps: VaultDeps, sql: Session["sql"]): CustodyHead => {
  const row = sql("SELECT seq, line FROM custody_lines ORDER BY seq DESC LIMIT 1").get();
  if (row === undefined) return emptyCustodyHead;
  const sha256: Sha256Hex = sha256Of(deps, asText(row["line"]));
  return { seq: asNumber(row["seq"]), sha256 };
};
