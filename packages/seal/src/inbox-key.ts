import { z } from "zod";
import {
  bytesToHex,
  canonicalBytes,
  type HasherDep,
  hexToBytes,
  type RandomDep,
  Secret,
} from "@holdfast/evidence";

import {
  type AeadDep,
  type AgreementPair,
  type KeyAgreementDep,
  nonceLengthInBytes,
  privateKeyLengthInBytes,
  publicKeyLengthInBytes,
  tagLengthInBytes,
} from "./ports.ts";
import { deriveKey, type VaultKey } from "./vault-keys.ts";

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** The vault's inbox in its header: the public key as it is, the private one under a key of the vault. */
export const inboxKeySchema = z
  .strictObject({
    publicKey: hexOf(publicKeyLengthInBytes),
    nonce: hexOf(nonceLengthInBytes),
    sealed: hexOf(privateKeyLengthInBytes + tagLengthInBytes),
  })
  .readonly();
export type InboxKey = z.infer<typeof inboxKeySchema>;

interface Owner {
  readonly vault: string;
  readonly vaultKey: VaultKey;
}

/** A random pair: nobody who has only the vault's older keys can compute it. */
export const createInboxKey = async (
  deps: AeadDep & HasherDep & KeyAgreementDep & RandomDep,
  { vault, vaultKey }: Owner,
): Promise<InboxKey> => {
  const pair = await deps.keyAgreement.createPair();
  const nonce = deps.random.bytes(nonceLengthInBytes);
  const buffer = new Uint8Array(privateKeyLengthInBytes + tagLengthInBytes);
  buffer.set(pair.privateKey.reveal());
  const key = await deps.aead.importKey(deriveKey(deps, vaultKey, "inbox"));
  const publicKey = bytesToHex(pair.publicKey);
  const sealed = await key.seal(nonce, authenticated(vault, publicKey), buffer);
  return { publicKey, nonce: bytesToHex(nonce), sealed: bytesToHex(sealed) };
};

/**
 * The pair that opens the inbox. `undefined`: the header's inbox is not the one that this vault made. Nobody could check
 * the public key while the vault was locked; here it is authenticated with the private one.
 */
export const openInboxKey = async (
  deps: AeadDep & HasherDep,
  { vault, vaultKey, inbox }: Owner & { readonly inbox: InboxKey },
): Promise<AgreementPair | undefined> => {
  const publicKey = hexToBytes(inbox.publicKey);
  const nonce = hexToBytes(inbox.nonce);
  const sealed = hexToBytes(inbox.sealed);
  if (!publicKey || !nonce || !sealed) return undefined;
  const key = await deps.aead.importKey(deriveKey(deps, vaultKey, "inbox"));
  const opened = await key.open(nonce, authenticated(vault, inbox.publicKey), sealed);
  return opened === undefined ? undefined : { publicKey, privateKey: new Secret(opened) };
};

const authenticated = (vault: string, publicKey: string): Uint8Array<ArrayBuffer> =>
  canonicalBytes({ vault, inbox: publicKey });
