import {
  bytesToHex,
  type ByteSource,
  err,
  ok,
  type RandomDep,
  type Result,
  type Secret,
} from "@holdfast/evidence";

import {
  createInboxPrelude,
  inboxAgreement,
  type InboxAddress,
  inboxBinding,
  type InboxHead,
  inboxHeadLengthSizeInBytes,
  inboxLimits,
} from "./inbox-entry.ts";
import type { AeadDep, KeyAgreementDep } from "./ports.ts";
import { sealSource, type SealSourceError } from "./seal-source.ts";
import type { SealedSink, SealStreamOptions } from "./seal-stream.ts";

/** Where entries lie: the folder `inbox` of a locked vault, as a service worker reaches it. */
export interface InboxPlace<E> {
  readonly usage: () => Promise<
    Result<{ readonly entries: number; readonly sizeInBytes: number }, E>
  >;
  readonly create: (name: string) => Promise<Result<InboxWriter<E>, E>>;
}

export interface InboxWriter<E> extends SealedSink<E> {
  /** After this the entry survives a crash. */
  readonly finish: () => Promise<Result<void, E>>;
  /** Takes away what was written; whatever stays of it opens for nobody. */
  readonly discard: () => Promise<void>;
}

/** The vault's own rule, on the bytes themselves: `createPictureScan` of @holdfast/vault/picture-scan. */
export interface WordsCheck {
  readonly feed: (bytes: Uint8Array) => boolean;
}

/**
 * What may go in. A locked vault does not say whether its case keeps words only, since that would tell whoever holds the
 * device. So while it is locked, words are all that goes in, for every case alike; `everything` is for who knows from the
 * opened vault that everybody in the pictures was of age.
 */
export type InboxPolicy =
  { readonly keep: "words-only"; readonly check: WordsCheck } | { readonly keep: "everything" };

export interface SealToInboxInput<E> {
  readonly to: InboxAddress;
  readonly source: ByteSource;
  readonly head: InboxHead;
  readonly policy: InboxPolicy;
  readonly place: InboxPlace<E>;
  readonly signal?: AbortSignal;
}

export type SealToInboxError<E> =
  | SealSourceError<E>
  /** See `inboxLimits`: the vault must be opened and the inbox taken in first. */
  | { readonly code: "inbox_full" }
  /** Not plain words: it stays where it is, and in memory, until the vault is opened. Nothing of it was written. */
  | { readonly code: "not_only_words" }
  /** The address is not one. */
  | { readonly code: "inbox_key_unusable" };

/**
 * Encrypts something that was shared while the vault is locked, so that only the opened vault can read it. Small: it runs
 * in a service worker, without the vault.
 *
 * See [Note: inbox entry].
 */
export const sealToInbox = async <E>(
  deps: AeadDep & KeyAgreementDep & RandomDep,
  input: SealToInboxInput<E>,
): Promise<Result<{ readonly id: string; readonly sizeInBytes: number }, SealToInboxError<E>>> => {
  const { policy, place, source, to } = input;
  if (policy.keep === "words-only" && /^(?:image|video|audio)\//i.test(input.head.mediaType)) {
    return err({ code: "not_only_words" });
  }
  const usage = await place.usage();
  if (!usage.ok) return usage;
  if (
    usage.value.entries >= inboxLimits.floodInEntries
    || usage.value.sizeInBytes + source.sizeInBytes > inboxLimits.floodInBytes
  ) {
    return err({ code: "inbox_full" });
  }
  const pair = await deps.keyAgreement.createPair();
  const keys = { entry: pair.publicKey, inbox: to.publicKey };
  const key = await deps.keyAgreement.agree(inboxAgreement(pair, to.publicKey, keys));
  if (key === undefined) return err({ code: "inbox_key_unusable" });
  const id = bytesToHex(deps.random.bytes(16));
  const writer = await place.create(id);
  if (!writer.ok) return writer;
  const written = await writeEntry(deps, input, {
    key,
    entryKey: pair.publicKey,
    writer: writer.value,
  });
  if (!written.ok) {
    await writer.value.discard();
    return written;
  }
  return ok({ id, sizeInBytes: written.value });
};

const writeEntry = async <E>(
  deps: AeadDep & RandomDep,
  input: SealToInboxInput<E>,
  entry: {
    readonly key: Secret<Uint8Array<ArrayBuffer>>;
    readonly entryKey: Uint8Array;
    readonly writer: InboxWriter<E>;
  },
): Promise<Result<number, SealToInboxError<E>>> => {
  const { key, writer } = entry;
  const prelude = createInboxPrelude(entry.entryKey);
  const begun = await writer.write(prelude);
  if (!begun.ok) return begun;
  const binding = inboxBinding(prelude, input.to.vault);
  const sealed = await sealContent(deps, input, { key, binding, sink: writer });
  if (!sealed.ok) return sealed;
  const finished = await writer.finish();
  return finished.ok ? ok(prelude.length + sealed.value.sizeInBytes) : finished;
};

const sealContent = <E>(
  deps: AeadDep & RandomDep,
  { source, head, policy, signal }: SealToInboxInput<E>,
  stream: Required<Pick<SealStreamOptions<E>, "key" | "binding" | "sink">>,
) => {
  const start = headBytes(head);
  let before = start.length;
  return sealSource<E, { readonly code: "not_only_words" }>(deps, {
    ...stream,
    source: behind(start, source),
    inspect: (plain) => {
      const content = plain.subarray(Math.min(before, plain.length));
      before -= plain.length - content.length;
      if (policy.keep === "everything" || policy.check.feed(content)) return undefined;
      return { code: "not_only_words" };
    },
    ...(signal === undefined ? {} : { signal }),
  });
};

const headBytes = (head: InboxHead): Uint8Array => {
  const name = head.name.slice(0, inboxLimits.endlessNameInCharacters);
  const mediaType = head.mediaType.slice(0, inboxLimits.endlessNameInCharacters);
  const { sharedAt, nth } = head;
  const json = new TextEncoder().encode(JSON.stringify({ name, mediaType, sharedAt, nth }));
  const bytes = new Uint8Array(inboxHeadLengthSizeInBytes + json.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, inboxHeadLengthSizeInBytes);
  return bytes;
};

/** A source with a few bytes in front of it. */
const behind = (start: Uint8Array, source: ByteSource): ByteSource => ({
  sizeInBytes: start.length + source.sizeInBytes,
  read: async (offset, length) => {
    const own = start.subarray(
      Math.min(offset, start.length),
      Math.min(offset + length, start.length),
    );
    if (own.length === length) return new Uint8Array(own);
    const rest = await source.read(Math.max(0, offset - start.length), length - own.length);
    const bytes = new Uint8Array(own.length + rest.length);
    bytes.set(own);
    bytes.set(rest, own.length);
    return bytes;
  },
});
