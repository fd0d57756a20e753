import type { AgreementPair } from "./ports.ts";
import { publicKeyLengthInBytes } from "./ports.ts";

/**
 * [Note: inbox entry]
 * "HFINBOX" · version 1 · a public key made for this entry alone (65 bytes) · a sealed stream. The stream's key comes from
 * ECDH between that key and the vault's inbox key; both public keys are in the salt, and everything before the stream and
 * the vault's id are authenticated with each chunk. The private half of the entry's key is forgotten as soon as the
 * stream is sealed: whoever has written an entry cannot open it again.
 * Content: length of the head (32 bits, big end first) · the head as JSON · the bytes that were shared. So name and type
 * are encrypted, and the size is padded with them. See [Note: sealed stream].
 */
const inboxMagic = "HFINBOX";
const inboxEntryVersion = 1;
export const inboxPreludeSizeInBytes = inboxMagic.length + 1 + publicKeyLengthInBytes;
export const inboxHeadLengthSizeInBytes = 4;

/** Every bound of the inbox, named for the attack that it stops. */
export const inboxLimits = {
  /** A flood of small things, shared until the list cannot be looked through. */
  floodInEntries: 500,
  /** A flood of large things, shared until the device is full and nothing new can be kept. */
  floodInBytes: 2 * 1_073_741_824,
  /** A name that is a payload of its own. */
  endlessNameInCharacters: 1_024,
  /** A head that a reader would have to hold. */
  swollenHeadInBytes: 16_384,
} as const;

/** What is known of a shared thing; encrypted with it. */
export interface InboxHead {
  readonly name: string;
  readonly mediaType: string;
  /** By the device's clock, milliseconds since 1970 UTC. */
  readonly sharedAt: number;
  /** Its place among the things that were shared together, from 0. */
  readonly nth: number;
}

/** Where to send: all of it stands readable in the header of a locked vault. */
export interface InboxAddress {
  /** The vault's id, 32 hexadecimal digits. */
  readonly vault: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

export const createInboxPrelude = (entryKey: Uint8Array): Uint8Array<ArrayBuffer> => {
  const prelude = new Uint8Array(inboxPreludeSizeInBytes);
  prelude.set(new TextEncoder().encode(inboxMagic));
  prelude[inboxMagic.length] = inboxEntryVersion;
  prelude.set(entryKey, inboxMagic.length + 1);
  return prelude;
};

/** The entry's public key, `undefined` when these are not the first bytes of an entry that this code can read. */
export const readInboxPrelude = (prelude: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const known =
    prelude.length === inboxPreludeSizeInBytes
    && new TextDecoder().decode(prelude.subarray(0, inboxMagic.length)) === inboxMagic
    && prelude[inboxMagic.length] === inboxEntryVersion;
  return known ? prelude.slice(inboxMagic.length + 1) : undefined;
};

/** What both sides give to the key agreement. */
export const inboxAgreement = (
  own: AgreementPair,
  other: Uint8Array<ArrayBuffer>,
  keys: { readonly entry: Uint8Array; readonly inbox: Uint8Array },
) => ({
  own,
  publicKey: other,
  salt: join(keys.entry, keys.inbox),
  info: "holdfast/v1/inbox/entry",
});

export const inboxBinding = (prelude: Uint8Array, vault: string): Uint8Array<ArrayBuffer> =>
  join(prelude, new TextEncoder().encode(vault));

const join = (first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
};
