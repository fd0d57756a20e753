import type {
  ByteSource,
  Case,
  CustodyEntry,
  Exhibit,
  ExhibitId,
  ExhibitKind,
  ExhibitOrigin,
  EventTime,
  Facts,
  Item,
  ItemKind,
  Note,
  Parsed,
  PicturesPolicy,
  ReportProgress,
  Result,
  Sha256Hex,
} from "@holdfast/evidence";
import type { KeyWrapKind, UnlockSecret, WrapError } from "@holdfast/seal";

import type { DeviceError, DeviceErrorCode } from "./drivers/driver.ts";
import type { Inbox } from "./inbox.ts";

/**
 * An opened vault: one case, its keys in memory. Made by `createVault` and `openVault`.
 * Every write is one transaction with its custody entry; what is returned as `ok` is on the device.
 */
export interface Vault {
  readonly readCase: () => Case;
  readonly setPictures: (pictures: Exclude<PicturesPolicy, "unasked">) => Result<void, VaultError>;
  /**
   * Takes back that a case is protected: only when the person says that the answer was a mistake. `setPictures` never
   * does it by the way. Words that were written out of locked exhibits are withdrawn with it.
   */
  readonly liftPictureProtection: () => Result<void, VaultError>;
  /** Exhibits that are not words in a protected case: not opened, not backed up, deleted only when the person says so. */
  readonly lockedExhibits: () => readonly ExhibitId[];
  /** Facts that say that anybody is, was or may have been under 18 make the case protected with the same write. */
  readonly setFacts: (facts: Facts) => Result<void, VaultError>;

  /** What opening had to put right: adds that a crash cut short, and their orphaned bytes, collected. */
  readonly recovered: readonly Recovered[];

  /** Hashes and encrypts in one pass. The picture rules of the case are enforced here, on the bytes themselves. */
  readonly sealSource: (
    source: ByteSource,
    acquisition: Acquisition,
    options?: WorkOptions,
  ) => Promise<Result<ExhibitDraft, SealError>>;

  /** What was shared while the vault was locked, and is not an exhibit yet. */
  readonly inbox: Inbox;

  readonly exhibits: () => readonly Exhibit[];
  readonly exhibit: (id: ExhibitId) => Exhibit | undefined;
  readonly openBlob: (id: ExhibitId) => Result<ByteSource, VaultError>;
  /** In the order of the source; give the last `rowId` to go on. */
  readonly itemsOf: (
    id: ExhibitId,
    page?: { readonly afterRowId?: number; readonly limit?: number },
  ) => readonly StoredItem[];
  readonly notesOf: (id: ExhibitId) => readonly Note[];

  readonly timeline: (query: TimelineQuery) => TimelinePage;
  readonly search: (query: SearchQuery) => SearchPage;
  /** How many `search` would give, counted up to `most`: `more` says that there are others. */
  readonly countHits: (
    query: SearchQuery,
    most: number,
  ) => { readonly items: number; readonly more: boolean };
  /**
   * Words that stand in what is kept and are written nearly like this one, the nearest and most frequent first, folded. From
   * the search index, so of what is withdrawn too: whether one is found, `search` says.
   */
  readonly similarWords: (word: string) => readonly string[];
  /** How many rows of this day stand on the timeline before this one; of those without a known time when there is no day. */
  readonly countOnDayBefore: (rowId: number, day: string | undefined) => number;
  readonly countItems: () => number;
  readonly countBySlot: (query: CountQuery) => readonly SlotCount[];
  /** Everybody who sends or receives, most items first, at most 1,000. */
  readonly countHandles: () => readonly HandleCount[];
  /** Fills both search indexes; a linear scan covers what is not indexed yet. Stops between batches when aborted. */
  readonly indexPending: (options?: IndexOptions) => Promise<Result<void, VaultError>>;

  /** Custody lines as they stand in custody.jsonl, without LF, oldest first. */
  readonly custodyLines: () => Iterable<string>;
  /** The opening of an entry as canonical JSON, `undefined` when it was destroyed. */
  readonly custodyOpening: (seq: number) => string | undefined;
  readonly custodyHead: () => { readonly seq: number; readonly sha256: Sha256Hex };
  /** Adds an entry that only records; salt and time are added here. */
  readonly record: (
    entry: RecordedEntry,
  ) => Result<
    { readonly seq: number; readonly line: string; readonly opening: string },
    VaultError
  >;

  /** The log's entries of a bag that is about to be made; its `export` becomes the last line. */
  readonly recordExport: (copy: ExportedBag) => Result<void, VaultError>;

  /** Reads every blob again and compares its hash. */
  readonly checkBlobs: (
    options?: WorkOptions,
  ) => Promise<
    Result<readonly { readonly exhibit: ExhibitId; readonly same: boolean }[], VaultError>
  >;
  readonly withdraw: (id: ExhibitId) => Result<void, VaultError>;
  /** Destroys key, bytes, opening and index rows; the chain still verifies. */
  readonly erase: (id: ExhibitId) => Promise<Result<void, VaultError>>;
  /** One encrypted file that opens with the vault's own passphrase or recovery words. */
  readonly backup: (
    sink: (chunk: Uint8Array) => Promise<void>,
    options?: BackupOptions,
  ) => Promise<Result<BackupResult, VaultError>>;

  /** What opens this vault, without its secrets. */
  readonly wraps: () => readonly { readonly id: string; readonly kind: KeyWrapKind }[];
  /** One more way to open the vault. A backup made before opens with what opened it then. */
  readonly addWrap: (
    secret: UnlockSecret,
  ) => Promise<Result<{ readonly id: string }, VaultError | WrapError>>;
  /** The last way in is never removed. Whoever has an old copy of the vault still opens that copy. */
  readonly removeWrap: (id: string) => Promise<Result<void, VaultError | WrapRemoveError>>;
  readonly privateShelf: PrivateShelf;

  readonly close: () => Promise<void>;
}

export type Recovered =
  | { readonly code: "unfinished_add_removed"; readonly blobs: number }
  /**
   * The inbox's public key was not this vault's: somebody or something changed it while the vault was locked. A new one
   * was made. What was shared meanwhile could be read by whoever made the other key, and cannot be read here.
   */
  | { readonly code: "inbox_key_replaced" }
  /** New keys for everything were cut short. Finished: the new ones open it. Undone: it is as it was before. */
  | { readonly code: "rotation_finished" | "rotation_undone" }
  /** The device had no room, or did not let us, make an inbox. Everything else works. */
  | { readonly code: "inbox_not_made"; readonly cause: DeviceErrorCode };

/** Drafts, answers, plans: the person's own. In no export, and gone without a trace when removed. */
export interface PrivateShelf {
  readonly keys: () => readonly string[];
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, value: string) => Result<void, VaultError>;
  readonly remove: (key: string) => Result<void, VaultError>;
}

export interface BackupResult {
  readonly sizeInBytes: number;
  /** Exhibits whose bytes are damaged: all but those bytes is in the backup. */
  readonly damaged: readonly ExhibitId[];
}

export type WrapRemoveError =
  { readonly code: "no_such_wrap"; readonly id: string } | { readonly code: "last_wrap" };

export interface WorkOptions {
  readonly onProgress?: ReportProgress;
  readonly signal?: AbortSignal;
}

export interface IndexOptions extends WorkOptions {
  /** Fewer let other calls through sooner, and take a little longer in all. Default: 20,000. */
  readonly rowsAtOnce?: number;
}

export interface BackupOptions extends WorkOptions {
  /** Only in the person's own backup; `false` for one that somebody else keeps. Default: true. */
  readonly withPrivateShelf?: boolean;
}

export interface Acquisition {
  readonly kind: ExhibitKind;
  readonly origin: ExhibitOrigin;
  readonly originalName: string;
  readonly mediaType: string;
  readonly formatId: string;
  readonly derivedFrom?: NonNullable<Exhibit["derivedFrom"]>;
  /** Recorded in the app by the person themselves: words too, if the bytes are a sound and nothing else. See [Note: own voice]. */
  readonly ownVoice?: true;
}

/** An add in flight: bytes sealed, nothing recorded yet. Dropping it, or a crash, leaves no trace but an orphan. */
export interface ExhibitDraft {
  readonly sha256: Sha256Hex;
  /** The sealed bytes, decrypted again: what is parsed is what was kept. */
  readonly sealed: ByteSource;
  /** The same bytes are already in the vault with their items: nothing to parse. */
  readonly known: boolean;
  readonly addParsed: (batch: readonly Parsed[]) => Result<void, VaultError>;
  /** The file's own time, when the parser found one. */
  readonly setEventTime: (time: EventTime) => void;
  /** One transaction: exhibit, items, notes, custody entry. */
  readonly commit: () => Promise<Result<Exhibit, VaultError>>;
  readonly abandon: () => Promise<void>;
}

export interface ExportedBag {
  readonly bag: string;
  readonly exhibits: readonly ExhibitId[];
  /** `full`: everything, for the person. `disclosure`: for somebody who must not be able to count the rest. */
  readonly kind: "full" | "disclosure";
}

/** What a caller may record. An export is none of it: `recordExport` does what it needs beside its entry. */
export type RecordedEntry = CustodyEntry extends infer E
  ? E extends {
      readonly action:
        "item.add" | "case.create" | "item.erase" | "export" | "item.show" | "log.fill";
    }
    ? never
    : Omit<E, "salt" | "at">
  : never;

export interface StoredItem {
  readonly rowId: number;
  /** The exhibits that hold this item's source, oldest first. */
  readonly exhibits: readonly ExhibitId[];
  readonly item: Item;
}

/** What of the items is meant; what is left out does not matter. */
export interface CountQuery {
  readonly kinds?: readonly ItemKind[];
  /** Handles as they stand in the source; a party is all of its handles. */
  readonly handles?: readonly string[];
  /** As an exhibit's `formatId`. */
  readonly formats?: readonly string[];
}

export interface SlotCount {
  /**
   * An hour of a wall clock, or a quarter of an hour of exact times. `isWall`: `startMs` is what a clock on a wall showed, as
   * if it were UTC; else it is an instant.
   * `isDay`: the source tells the day alone, whose first quarter stands for it. Absent for items of no known time.
   */
  readonly slot?: {
    readonly startMs: number;
    readonly isWall: boolean;
    readonly isDay?: true;
  };
  readonly sender?: string;
  readonly items: number;
  /** Where the first of them stands on the timeline, as `TimelineCursor.orderMs`. */
  readonly firstOrderMs: number;
}

export interface HandleCount {
  readonly scheme: string;
  readonly value: string;
  readonly items: number;
}

export interface TimelineQuery extends CountQuery {
  /** Milliseconds since 1970 UTC; items whose possible time overlaps are included. */
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
  readonly after?: TimelineCursor;
}

export interface TimelineCursor {
  readonly orderMs: number;
  readonly rowId: number;
}

export interface TimelineEntry extends StoredItem {
  readonly earliestMs?: number;
  readonly latestMs?: number;
  /** Another entry's possible time overlaps: the order between them is not certain. */
  readonly orderCertain: boolean;
}

export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  readonly next?: TimelineCursor;
}

/** Days on the clock of the case's zone, "2026-03-05", both included: as they are counted from `countBySlot`. */
export interface DaySpan {
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** Words within what is meant of the items; those of no known time are in every span of days. */
export interface SearchQuery extends CountQuery, DaySpan {
  readonly text: string;
  readonly limit?: number;
  readonly offset?: number;
}

export interface SearchHit extends StoredItem {
  readonly score: number;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
}

/** Why bytes were not sealed. `picture_*`: the case keeps words only, or nobody has answered yet. */
export type SealError =
  | VaultError
  | { readonly code: "picture_question_open" }
  | { readonly code: "picture_not_kept" }
  | { readonly code: "source_failed"; readonly cause: string };

export type VaultError =
  | DeviceError
  | { readonly code: "vault_damaged"; readonly place: string }
  | { readonly code: "blob_damaged"; readonly exhibit: ExhibitId }
  | { readonly code: "no_such_exhibit"; readonly exhibit: string }
  /** A protected case: the bytes stay locked, or were left out of the backup that this vault came from. */
  | { readonly code: "picture_locked"; readonly exhibit: ExhibitId }
  /** The case is protected; only `liftPictureProtection` changes that. */
  | { readonly code: "pictures_protected" }
  /** The facts say that somebody was or may have been under 18: they must be put right before the lock goes. */
  | { readonly code: "facts_say_protected" }
  | { readonly code: "cancelled" };
