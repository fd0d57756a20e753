import { type ByteSource, err, ok } from "@holdfast/evidence";
import type { InboxEntry, InboxError, SealError, Vault } from "@holdfast/vault";
import type { z } from "zod";

import { keepContract as contract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { done, type Host, type Opened } from "./host.ts";
import { keepEach, type OneToKeep } from "./keep-each.ts";
import { fromDevice, toDoorError } from "./to-door-error.ts";

export const serveInbox = (host: Host): readonly Served[] => [
  serve(contract.inboxList, () =>
    host.withPlace(async ({ vault }) => {
      const listed = await vault.inbox.list();
      if (!listed.ok) return err(fromDevice(listed.error));
      const { entries, notListed } = listed.value;
      return ok({ entries: entries.map(toListed), notListed });
    }),
  ),
  serve(contract.inboxTakeIn, ({ ids, ...asked }, context) =>
    host.withPlace(async (place) => {
      const listed = await place.vault.inbox.list();
      if (!listed.ok) return err(fromDevice(listed.error));
      const named = ids.map((id) => ({ id, name: nameOf(listed.value.entries, id) }));
      return keepEach(host, place, { asked, context }, named, (one) => takeFrom(place, one));
    }),
  ),
  serve(contract.inboxRemove, (id) =>
    host.withPlace(async ({ vault }) => {
      const removed = await vault.inbox.remove(id);
      return removed.ok ? done : err(inboxError(removed.error));
    }),
  ),
];

type Listed = z.input<typeof contract.inboxList.output>["entries"][number];

const toListed = (entry: InboxEntry): Listed => {
  if (entry.state !== "readable") return entry;
  const { state, id, name, mediaType, sharedAt, sizeInBytes } = entry;
  return { state, id, name, mediaType, sharedAt, sizeInBytes };
};

const nameOf = (entries: readonly InboxEntry[], id: string): string => {
  const entry = entries.find((one) => one.id === id);
  return entry?.state === "readable" ? entry.name : "";
};

/**
 * The entry itself goes over in one transaction with its exhibit. Where only its words are kept, each of them is an exhibit
 * of its own, and the entry is removed after the last.
 */
const takeFrom = async (
  { vault }: Opened,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<OneToKeep | DoorError> => {
  const opened = await vault.inbox.open(id);
  if (!opened.ok) return inboxError(opened.error);
  const source = opened.value;
  return {
    file: { source, name },
    vault: { ...vault, sealSource: sealFrom(vault, id, source) },
    afterwards: async () => {
      // Gone already where it was taken whole; removing what is not there is done.
      await vault.inbox.remove(id);
    },
  };
};

const sealFrom =
  (vault: Vault, id: string, entry: ByteSource): Vault["sealSource"] =>
  async (source, acquisition, options) => {
    if (source !== entry) return vault.sealSource(source, acquisition, options);
    const taken = await vault.inbox.takeIn(id, acquisition, options);
    return taken.ok ? taken : err(toSealError(taken.error));
  };

type OfInbox = Extract<InboxError, { readonly code: `${string}inbox_entry${string}` }>;

const isOfInbox = (error: { readonly code: string }): error is OfInbox =>
  error.code.includes("inbox_entry");

/** `acquire` knows a source that fails, not an inbox. */
const toSealError = (error: SealError | InboxError): SealError =>
  isOfInbox(error) ? { code: "source_failed", cause: error.code } : error;

const inboxError = (error: InboxError): DoorError => {
  if (!isOfInbox(error)) return toDoorError(error);
  return { code: error.code === "no_such_inbox_entry" ? "shared_not_there" : "shared_damaged" };
};
