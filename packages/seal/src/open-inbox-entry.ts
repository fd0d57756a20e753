import { z } from "zod";
import { type ByteSource, err, ok, type Result, sliceSource } from "@holdfast/evidence";

import {
  inboxAgreement,
  inboxBinding,
  type InboxHead,
  inboxHeadLengthSizeInBytes,
  inboxLimits,
  inboxPreludeSizeInBytes,
  readInboxPrelude,
} from "./inbox-entry.ts";
import { openStream, SealedDataDamaged } from "./open-stream.ts";
import type { AeadDep, AgreementPair, KeyAgreementDep } from "./ports.ts";

const headSchema = z.strictObject({
  name: z.string().max(inboxLimits.endlessNameInCharacters),
  mediaType: z.string().max(inboxLimits.endlessNameInCharacters),
  sharedAt: z.int(),
  nth: z.int().nonnegative(),
});

export type InboxEntryError =
  /** Not written by Holdfast, or by a newer one. */
  | { readonly code: "inbox_entry_foreign" }
  /** Cut, changed, not yet whole, or sealed to another key. */
  | { readonly code: "inbox_entry_damaged" };

/** Errors: the two codes; a read of the content rejects with `SealedDataDamaged`. See [Note: inbox entry]. */
export const openInboxEntry = async (
  deps: AeadDep & KeyAgreementDep,
  input: { readonly pair: AgreementPair; readonly vault: string; readonly sealed: ByteSource },
): Promise<Result<{ readonly head: InboxHead; readonly content: ByteSource }, InboxEntryError>> => {
  const { pair, vault, sealed } = input;
  const prelude = await sealed.read(0, inboxPreludeSizeInBytes);
  const entryKey = readInboxPrelude(prelude);
  // A file of no bytes is one that is being written at this moment, or was when the device went out.
  if (entryKey === undefined) {
    return err({ code: prelude.length === 0 ? "inbox_entry_damaged" : "inbox_entry_foreign" });
  }
  const damaged = err({ code: "inbox_entry_damaged" } as const);
  const keys = { entry: entryKey, inbox: pair.publicKey };
  const key = await deps.keyAgreement.agree(inboxAgreement(pair, entryKey, keys));
  if (key === undefined) return damaged;
  const body = sliceSource(sealed, prelude.length, sealed.sizeInBytes - prelude.length);
  const binding = inboxBinding(prelude, vault);
  const opened = await openStream(deps, { key, binding, sealed: body });
  if (!opened.ok) return damaged;
  try {
    return (await readContent(opened.value)) ?? damaged;
  } catch (cause) {
    if (cause instanceof SealedDataDamaged) return damaged;
    throw cause;
  }
};

const readContent = async (plain: ByteSource) => {
  if (plain.sizeInBytes < inboxHeadLengthSizeInBytes) return undefined;
  const lengthBytes = await plain.read(0, inboxHeadLengthSizeInBytes);
  const length = new DataView(lengthBytes.buffer, lengthBytes.byteOffset).getUint32(0);
  const start = inboxHeadLengthSizeInBytes + length;
  if (length > inboxLimits.swollenHeadInBytes || start > plain.sizeInBytes) return undefined;
  const json = await plain.read(inboxHeadLengthSizeInBytes, length);
  const head = headSchema.safeParse(parseJson(new TextDecoder().decode(json)));
  if (!head.success) return undefined;
  return ok({ head: head.data, content: sliceSource(plain, start, plain.sizeInBytes - start) });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever has the public key can seal anything: what is not a head is damage, not a fault of ours.
    return undefined;
  }
};
