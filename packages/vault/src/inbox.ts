import { type ByteSource, err, ok, type Result, streamOf } from "@holdfast/evidence";
import {
  type InboxEntryError,
  inboxLimits,
  openInboxEntry,
  SealedDataDamaged,
} from "@holdfast/seal";

import { BlobReadFailure, fileSource } from "./blob-store.ts";
import type { DeviceError } from "./drivers/driver.ts";
import { inboxOpeners } from "./inbox-former.ts";
import { createPictureScan } from "./picture-scan.ts";
import { type PictureRefusal, refusalOf, sealExhibit } from "./seal-exhibit.ts";
import { writeMeta } from "./search-index.ts";
import { assertOpen, attempt, type Session } from "./session.ts";
import type { Acquisition, ExhibitDraft, SealError, WorkOptions } from "./vault.ts";

/** What was shared into the app while the vault was locked. See [Note: inbox entry]. */
export interface Inbox {
  readonly list: () => Promise<Result<InboxListing, DeviceError>>;
  /** For a look: recognising and parsing. Where the case keeps words only, what is not words is not given out. */
  readonly open: (id: string) => Promise<Result<ByteSource, InboxError>>;
  /**
   * Seals an entry as an exhibit, by the same rules as everything that comes in. The draft's commit records that this
   * entry was taken and then removes it: a crash in between neither loses it nor takes it twice.
   */
  readonly takeIn: (
    id: string,
    acquisition: Acquisition,
    options?: WorkOptions,
  ) => Promise<Result<ExhibitDraft, SealError | InboxError>>;
  /** Only when the person says so: damaged entries stay until then. */
  readonly remove: (id: string) => Promise<Result<void, InboxError>>;
}

export interface InboxListing {
  /** Oldest first; those that cannot be read come last. */
  readonly entries: readonly InboxEntry[];
  /** Files beyond what a list holds: see `inboxLimits`. They are listed when the first ones are gone. */
  readonly notListed: number;
}

export type InboxEntry =
  | {
      readonly state: "readable";
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly sharedAt: number;
      readonly nth: number;
      readonly sizeInBytes: number;
    }
  /** Damaged: cut, changed, still being written, or sealed to a key that this vault no longer has. Foreign: not an entry. */
  | { readonly state: "damaged" | "foreign"; readonly id: string };

export type InboxError =
  | DeviceError
  | InboxEntryError
  | PictureRefusal
  | { readonly code: "no_such_inbox_entry"; readonly id: string };

const inboxFolder = "inbox";
const takenPrefix = "inbox_taken/";
/** Anything else in the folder was put there by nobody of ours: it is told, and no path is made of its name. */
const isEntryId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);
const pathOf = (id: string): string => `${inboxFolder}/${id}`;

export const createInbox = (session: Session): Inbox => ({
  list: () => listInbox(session),
  open: (id) => openForReading(session, id),
  takeIn: (id, acquisition, options) => takeIn(session, id, acquisition, options),
  remove: async (id) => {
    assertOpen(session);
    return isEntryId(id)
      ? session.deps.driver.files.remove(pathOf(id))
      : err({ code: "no_such_inbox_entry", id });
  },
});

const listInbox = async (session: Session): Promise<Result<InboxListing, DeviceError>> => {
  assertOpen(session);
  const listed = await session.deps.driver.files.list(inboxFolder);
  if (!listed.ok) return listed;
  const taken = new Set(takenEntries(session));
  const ids = listed.value
    .map((path) => path.slice(inboxFolder.length + 1))
    .filter((id) => !taken.has(id));
  const entries: InboxEntry[] = [];
  for (const id of ids.slice(0, inboxLimits.floodInEntries)) {
    const entry = await describe(session, id);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  const order = (entry: InboxEntry): number =>
    entry.state === "readable" ? entry.sharedAt : Infinity;
  const nthOf = (entry: InboxEntry): number => (entry.state === "readable" ? entry.nth : 0);
  entries.sort((one, two) => compare(order(one), order(two)) || nthOf(one) - nthOf(two));
  return ok({ entries, notListed: Math.max(0, ids.length - inboxLimits.floodInEntries) });
};

const compare = (one: number, two: number): number => (one === two ? 0 : one < two ? -1 : 1);

const describe = async (session: Session, id: string): Promise<Result<InboxEntry, DeviceError>> => {
  if (!isEntryId(id)) return ok({ state: "foreign", id });
  const opened = await openEntry(session, id);
  if (opened.ok) {
    const { head, content } = opened.value;
    return ok({ state: "readable", id, ...head, sizeInBytes: content.sizeInBytes });
  }
  const { code } = opened.error;
  if (code === "inbox_entry_foreign") return ok({ state: "foreign", id });
  // Gone meanwhile, or not made out: both are told by its state.
  if (code === "inbox_entry_damaged" || code === "no_such_inbox_entry") {
    return ok({ state: "damaged", id });
  }
  return err(opened.error);
};

type OpenError = Exclude<InboxError, PictureRefusal>;

const openEntry = async (session: Session, id: string) => {
  assertOpen(session);
  const { deps } = session;
  const { files } = deps.driver;
  const missing = err({ code: "no_such_inbox_entry", id } as const);
  if (!isEntryId(id) || takenEntries(session).includes(id)) return missing;
  const size = await files.sizeInBytes(pathOf(id));
  if (!size.ok) return size.error.code === "not_found" ? missing : size;
  const sealed = fileSource(files, pathOf(id), size.value);
  return orDeviceFailure(async () => {
    const damaged = err({ code: "inbox_entry_damaged" } as const);
    let opened: Awaited<ReturnType<typeof openInboxEntry>> = damaged;
    for (const { pair, vault } of inboxOpeners(session)) {
      opened = await openInboxEntry(deps, { pair, vault, sealed });
      if (opened.ok || opened.error.code === "inbox_entry_foreign") return opened;
    }
    return opened;
  });
};

/** A source tells a failing device by throwing; here it becomes a value again. */
const orDeviceFailure = async <T, E>(
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | DeviceError | { readonly code: "inbox_entry_damaged" }>> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof BlobReadFailure) return err(cause.error);
    if (cause instanceof SealedDataDamaged) return err({ code: "inbox_entry_damaged" });
    throw cause;
  }
};

const openForReading = async (
  session: Session,
  id: string,
): Promise<Result<ByteSource, InboxError>> => {
  const opened: Result<
    { readonly content: ByteSource; readonly head: { readonly mediaType: string } },
    OpenError
  > = await openEntry(session, id);
  if (!opened.ok) return opened;
  const { content, head } = opened.value;
  const refusal = refusalOf(session);
  if (refusal === undefined) return ok(content);
  if (/^(?:image|video|audio)\//i.test(head.mediaType)) return err(refusal);
  return orDeviceFailure(async () => {
    const scan = createPictureScan();
    for await (const piece of streamOf(content)) if (!scan.feed(piece)) return err(refusal);
    return ok(content);
  });
};

const takeIn = async (
  session: Session,
  id: string,
  acquisition: Acquisition,
  options: WorkOptions = {},
): Promise<Result<ExhibitDraft, SealError | InboxError>> => {
  const opened = await openEntry(session, id);
  if (!opened.ok) return opened;
  return sealExhibit(session, opened.value.content, acquisition, options, {
    within: () => writeMeta(session, `${takenPrefix}${id}`, "1"),
    afterwards: () => forgetTaken(session, id),
  });
};

const takenEntries = (session: Pick<Session, "sql">): readonly string[] =>
  session
    .sql("SELECT key FROM meta WHERE key LIKE 'inbox_taken/%'")
    .all()
    .map((row) => String(row["key"]).slice(takenPrefix.length));

/** The file first, then the note that it was taken: the other way round a crash would have it taken twice. */
const forgetTaken = async (session: Session, id: string): Promise<void> => {
  const removed = await session.deps.driver.files.remove(pathOf(id));
  // The device did not let us: the note stays, nobody sees the entry, and the next opening tries again.
  if (!removed.ok) return;
  // Should this fail: a note about a file that is gone hides nothing, and the next opening removes it.
  attempt(() => session.sql("DELETE FROM meta WHERE key = ?").run(`${takenPrefix}${id}`));
};

/** Finishes what a crash left between the commit of an exhibit and the end of its entry. */
export const clearTaken = async (session: Session): Promise<void> => {
  for (const id of takenEntries(session)) await forgetTaken(session, id);
};
