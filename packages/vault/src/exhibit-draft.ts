import {
  bytesToHex,
  canonicalJson,
  err,
  type EventTime,
  eventTimeSchema,
  type Exhibit,
  hexToBytes,
  ok,
  type Parsed,
  type Result,
  type Sha256Hex,
  toSha256Hex,
} from "@holdfast/evidence";

import { blobPath, openBlob } from "./blob-store.ts";
import { recordWith, storeEntry, type StoredEntry } from "./custody-store.ts";
import { findExhibit, insertExhibit } from "./exhibit-store.ts";
import { createItemWriter, deleteItemsOf } from "./item-store.ts";
import type { SealedBytes } from "./seal-exhibit.ts";
import { asBytes, asNumber, assertOpen, attempt, type Session } from "./session.ts";
import type { Acquisition, ExhibitDraft, VaultError } from "./vault.ts";
import { updateVisible, updateVisibleOfExhibit } from "./visible-sources.ts";

/**
 * [Note: staged items]
 * A million messages do not fit one transaction that other writes could wait for. So the items of an add in flight go
 * in under a source whose state is 0, in transactions that are not flushed one by one: no query sees them. `commit` is
 * one flushed transaction that turns the state to 1 and writes exhibit and custody entry with it: all of it is there,
 * or none. What a crash leaves in state 0 is removed at the next opening, with its blob.
 */
const itemsPerTransaction = 5_000;

interface KnownSource {
  readonly id: number;
  readonly items: number;
  readonly itemsRoot: Sha256Hex;
  readonly notes: number;
  readonly eventTime: EventTime;
}

const findKept = (session: Session, sha256: Sha256Hex): KnownSource | undefined => {
  const row = session
    .sql(
      "SELECT id, items, items_root, notes, event_time FROM sources WHERE sha256 = ? AND state = 1",
    )
    .get(hexToBytes(sha256) ?? new Uint8Array(0));
  if (row === undefined) return undefined;
  const time = eventTimeSchema.safeParse(JSON.parse(String(row["event_time"])));
  return {
    id: asNumber(row["id"]),
    items: asNumber(row["items"]),
    itemsRoot: toSha256Hex(bytesToHex(asBytes(row["items_root"]))),
    notes: asNumber(row["notes"]),
    eventTime: time.success ? time.data : { kind: "unknown" },
  };
};

/** What belongs to an exhibit's commit beside the exhibit. */
export interface AlsoCommitted {
  /** In the commit's own transaction. */
  readonly within?: () => void;
  /** When it is on the device. A crash may come before it. */
  readonly afterwards?: () => Promise<void>;
}

export const createDraft = async (
  session: Session,
  bytes: SealedBytes,
  acquisition: Acquisition,
  also: AlsoCommitted = {},
): Promise<Result<ExhibitDraft, VaultError>> => {
  const known = attempt(() => findKept(session, bytes.sha256));
  if (!known.ok) return known;
  const staged = createStaging(session, bytes);
  let state: "open" | "done" = "open";
  const removeBlob = async (): Promise<void> => {
    // Should it fail, the next opening collects it: no row names it.
    await session.deps.driver.files.remove(blobPath(bytes.name));
  };
  const abandon = async (): Promise<void> => {
    if (state === "done") return;
    state = "done";
    // After the vault was closed there is nothing to do: the next opening collects what is left.
    if (session.live.closed) return;
    staged.drop();
    await removeBlob();
  };
  const commit = async (): Promise<Result<Exhibit, VaultError>> => {
    assertOpen(session);
    if (state === "done") return err({ code: "cancelled" });
    const flushed = staged.flush();
    if (!flushed.ok) return flushed;
    // Another draft may have brought the same bytes meanwhile.
    const kept = attempt(() => findKept(session, bytes.sha256));
    if (!kept.ok) return kept;
    const summary = kept.value ?? staged.summary();
    const done = commitExhibit(session, {
      bytes,
      acquisition,
      summary,
      staged: kept.value === undefined,
      also,
    });
    if (!done.ok) return done;
    state = "done";
    if (kept.value !== undefined) {
      staged.drop();
      await removeBlob();
    }
    await also.afterwards?.();
    return done;
  };
  return ok({
    sha256: bytes.sha256,
    sealed: openBlob(session.deps, bytes),
    known: known.value !== undefined,
    addParsed: (batch) => {
      assertOpen(session);
      return known.value === undefined && state === "open" ? staged.add(batch) : ok(undefined);
    },
    setEventTime: staged.setEventTime,
    commit,
    abandon,
  });
};

interface Staging {
  readonly add: (batch: readonly Parsed[]) => Result<void, VaultError>;
  readonly flush: () => Result<void, VaultError>;
  readonly setEventTime: (time: EventTime) => void;
  readonly summary: () => KnownSource;
  /** Takes back what was staged. A failure is left to the next opening. */
  readonly drop: () => void;
}

const createStaging = (session: Session, bytes: SealedBytes): Staging => {
  const hash = session.deps.hasher.sha256();
  const counts = { items: 0, notes: 0 };
  let eventTime: EventTime = { kind: "unknown" };
  let root: Uint8Array<ArrayBuffer> | undefined;
  let source: number | undefined;
  let waiting: Parsed[] = [];
  const rootOf = (): Uint8Array<ArrayBuffer> => (root ??= hash.digest());

  const flush = (): Result<void, VaultError> => {
    const batch = waiting;
    waiting = [];
    const first = source;
    const stored = attempt(() =>
      relaxed(session, () =>
        session.db.transaction(() => {
          const id = first ?? insertSource(session, bytes);
          insertBatch(session, id, batch);
          return id;
        }),
      ),
    );
    if (!stored.ok) {
      // Nothing of the batch was stored: it waits for the next try, or for the draft to be abandoned.
      waiting = [...batch];
      return stored;
    }
    source = stored.value;
    return ok(undefined);
  };
  return {
    add: (batch) => {
      let lines = "";
      // Checked at the door already: where the message of the thread that parses came in.
      for (const parsed of batch) {
        waiting.push(parsed);
        if (parsed.kind === "note") counts.notes += 1;
        else {
          counts.items += 1;
          lines += `${canonicalJson(parsed.item)}\n`;
        }
      }
      hash.update(new TextEncoder().encode(lines));
      return waiting.length >= itemsPerTransaction ? flush() : ok(undefined);
    },
    flush,
    setEventTime: (time) => {
      eventTime = time;
    },
    summary: () => ({
      id: source ?? 0,
      ...counts,
      itemsRoot: toSha256Hex(bytesToHex(rootOf())),
      eventTime,
    }),
    drop: () => {
      rootOf();
      waiting = [];
      const staged = source;
      if (staged === undefined) return;
      attempt(() => session.db.transaction(() => dropStaged(session, staged)));
    },
  };
};

/** Nothing of a staged batch is promised to anybody: the commit's flush covers it. See [Note: staged items]. */
const relaxed = <T>(session: Session, body: () => T): T => {
  session.db.exec("PRAGMA synchronous = NORMAL");
  try {
    return body();
  } finally {
    session.db.exec("PRAGMA synchronous = FULL");
  }
};

const insertSource = (session: Session, bytes: SealedBytes): number => {
  const row = session
    .sql(
      `INSERT INTO sources (sha256, size, blob, blob_key, text_only, state, visible, items, notes)
       VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0) RETURNING id`,
    )
    .get(
      hexToBytes(bytes.sha256) ?? new Uint8Array(0),
      bytes.sizeInBytes,
      bytes.name,
      bytes.key.reveal(),
      bytes.textOnly ? 1 : 0,
    );
  return asNumber(row?.["id"]);
};

const insertBatch = (session: Session, source: number, batch: readonly Parsed[]): void => {
  const writer = createItemWriter(session);
  for (const parsed of batch) {
    if (parsed.kind === "item") writer.insertItem(source, parsed.item);
    else writer.insertNote(source, parsed.note);
  }
};

/** Within the caller's transaction. */
export const dropStaged = (session: Session, source: number): void => {
  deleteItemsOf(session, source);
  session.sql("DELETE FROM sources WHERE id = ? AND state = 0").run(source);
};

const commitExhibit = (
  session: Session,
  input: {
    readonly bytes: SealedBytes;
    readonly acquisition: Acquisition;
    readonly summary: KnownSource;
    readonly staged: boolean;
    readonly also: AlsoCommitted;
  },
): Result<Exhibit, VaultError> => {
  const { bytes, acquisition, summary, staged, also } = input;
  return recordWith(session, () => {
    also.within?.();
    if (staged) {
      session
        .sql(
          "UPDATE sources SET state = 1, items = ?, items_root = ?, notes = ?, event_time = ? WHERE id = ?",
        )
        .run(
          summary.items,
          hexToBytes(summary.itemsRoot) ?? new Uint8Array(0),
          summary.notes,
          JSON.stringify(summary.eventTime),
          summary.id,
        );
    }
    const addedAt = session.deps.clock.now();
    const { number, id } = insertExhibit(
      session,
      summary.id,
      addedAt,
      acquisition,
      summary.eventTime,
    );
    // A source that is new has no words written out of it: no need to look.
    if (staged) session.sql("UPDATE sources SET visible = 1 WHERE id = ?").run(summary.id);
    else updateVisible(session, summary.id);
    const added = storeEntry(
      session,
      {
        action: "item.add",
        exhibit: id,
        kind: acquisition.kind,
        origin: acquisition.origin,
        sha256: bytes.sha256,
        sizeInBytes: bytes.sizeInBytes,
        items: summary.items,
        itemsRoot: summary.itemsRoot,
        notes: summary.notes,
      },
      number,
    );
    const entry = recordDerived(session, { id, number, acquisition, bytes }, added);
    const row = findExhibit(session, id);
    if (row === undefined) throw new Error("an exhibit that was just written is there");
    return { entry, value: row.exhibit };
  });
};

/** The words of a locked exhibit have an entry of their own, which names only them. See [Note: words of a locked file]. */
const recordDerived = (
  session: Session,
  made: {
    readonly id: Exhibit["id"];
    readonly number: number;
    readonly acquisition: Acquisition;
    readonly bytes: SealedBytes;
  },
  after: StoredEntry,
): StoredEntry => {
  const { by, exhibit: from } = made.acquisition.derivedFrom ?? {};
  if (by === undefined || from === undefined) return after;
  if (by === "words-only") updateVisibleOfExhibit(session, from);
  return storeEntry(
    session,
    {
      action: "derive",
      exhibit: made.id,
      ...(by === "words-only" ? {} : { from }),
      by,
      sha256: made.bytes.sha256,
    },
    made.number,
    after.head,
  );
};
