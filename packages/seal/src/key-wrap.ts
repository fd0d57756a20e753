import { z } from "zod";
import {
  bytesToHex,
  canonicalBytes,
  err,
  type HasherDep,
  hexToBytes,
  ok,
  type RandomDep,
  type Result,
  Secret,
} from "@holdfast/evidence";

import { hkdfSha256 } from "./hkdf-sha256.ts";
import {
  type AeadDep,
  keyLengthInBytes,
  type KdfDep,
  nonceLengthInBytes,
  tagLengthInBytes,
} from "./ports.ts";
import { recoveryWordsToKey, type RecoveryWordsError } from "./recovery-words.ts";
import { recoverySharesToKey, type SharesError } from "./recovery-shares.ts";
import { textToBytes } from "./text-bytes.ts";
import type { VaultKey } from "./vault-keys.ts";

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/**
 * Bounds on what a header may ask for, checked before any work: a header that asks for a terabyte of memory or a
 * thousand million passes is an attack on the device, not a slow lock.
 */
export const argon2idBounds = {
  memoryInKibibytes: { least: 8_192, most: 1_048_576 },
  passes: { least: 1, most: 16 },
  lanes: { least: 1, most: 4 },
} as const;

/** RFC 9106 §4, second recommended choice, with one lane: WebAssembly has no threads here (about 0.4 s). */
export const defaultArgon2id = { memoryInKibibytes: 65_536, passes: 3, lanes: 1 } as const;

const argon2idSchema = z
  .strictObject({
    name: z.literal("argon2id"),
    memoryInKibibytes: z
      .int()
      .min(argon2idBounds.memoryInKibibytes.least)
      .max(argon2idBounds.memoryInKibibytes.most),
    passes: z.int().min(argon2idBounds.passes.least).max(argon2idBounds.passes.most),
    lanes: z.int().min(argon2idBounds.lanes.least).max(argon2idBounds.lanes.most),
  })
  .readonly();
/** For secrets that are random already: guessing them is hopeless without any slowness. */
const hkdfSchema = z.strictObject({ name: z.literal("hkdf-sha256") }).readonly();

const wrapBody = {
  id: z.string().regex(/^[0-9a-f]{16}$/),
  salt: hexOf(16),
  nonce: hexOf(nonceLengthInBytes),
  sealed: hexOf(keyLengthInBytes + tagLengthInBytes),
};

export const keyWrapSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("passphrase"), derivation: argon2idSchema, ...wrapBody })
    .readonly(),
  z
    .strictObject({ kind: z.literal("recovery-words"), derivation: hkdfSchema, ...wrapBody })
    .readonly(),
  z.strictObject({ kind: z.literal("device-key"), derivation: hkdfSchema, ...wrapBody }).readonly(),
  z
    .strictObject({ kind: z.literal("passkey-prf"), derivation: hkdfSchema, ...wrapBody })
    .readonly(),
  z.strictObject({ kind: z.literal("shares"), derivation: hkdfSchema, ...wrapBody }).readonly(),
]);
export type KeyWrap = z.infer<typeof keyWrapSchema>;
export type KeyWrapKind = KeyWrap["kind"];

/** What opens a vault. `device-key` and `passkey-prf` are 32 random bytes that a device or an authenticator gives. */
export type UnlockSecret =
  | { readonly kind: "passphrase"; readonly passphrase: Secret<string> }
  | { readonly kind: "recovery-words"; readonly words: Secret<string> }
  /** Enough shares of one set, in any order. See [Note: recovery shares]. */
  | { readonly kind: "shares"; readonly shares: readonly Secret<string>[] }
  | {
      readonly kind: "device-key" | "passkey-prf";
      readonly key: Secret<Uint8Array<ArrayBuffer>>;
    };

export type WrapError = RecoveryWordsError | SharesError | { readonly code: "passphrase_empty" };

type WrapDeps = AeadDep & KdfDep & HasherDep;
type Derivation = KeyWrap["derivation"];

/** Wraps the vault key once more; the vault id, the kind and the parameters are authenticated with it. */
export const wrapVaultKey = async (
  deps: WrapDeps & RandomDep,
  input: { readonly vault: string; readonly vaultKey: VaultKey; readonly secret: UnlockSecret },
): Promise<Result<KeyWrap, WrapError>> => {
  const id = bytesToHex(deps.random.bytes(8));
  const salt = deps.random.bytes(16);
  const nonce = deps.random.bytes(nonceLengthInBytes);
  const body = { id, salt: bytesToHex(salt), nonce: bytesToHex(nonce), sealed: "" };
  const { secret } = input;
  const wrap: KeyWrap =
    secret.kind === "passphrase"
      ? { kind: secret.kind, derivation: { name: "argon2id", ...defaultArgon2id }, ...body }
      : { kind: secret.kind, derivation: { name: "hkdf-sha256" }, ...body };
  const wrapKey = await deriveWrapKey(deps, secret, wrap.derivation, salt);
  if (!wrapKey.ok) return wrapKey;
  const buffer = new Uint8Array(keyLengthInBytes + tagLengthInBytes);
  buffer.set(input.vaultKey.reveal());
  const key = await deps.aead.importKey(wrapKey.value);
  const sealed = await key.seal(nonce, authenticated(input.vault, wrap), buffer);
  return ok({ ...wrap, sealed: bytesToHex(sealed) });
};

/** `undefined`: the secret does not open this wrap, or the wrap was changed. */
export const unwrapVaultKey = async (
  deps: WrapDeps,
  input: { readonly vault: string; readonly wrap: KeyWrap; readonly secret: UnlockSecret },
): Promise<Result<VaultKey | undefined, WrapError>> => {
  const { wrap, secret } = input;
  const salt = hexToBytes(wrap.salt);
  const nonce = hexToBytes(wrap.nonce);
  const sealed = hexToBytes(wrap.sealed);
  if (wrap.kind !== secret.kind || !salt || !nonce || !sealed) return ok(undefined);
  const wrapKey = await deriveWrapKey(deps, secret, wrap.derivation, salt);
  if (!wrapKey.ok) return wrapKey;
  const key = await deps.aead.importKey(wrapKey.value);
  const opened = await key.open(nonce, authenticated(input.vault, wrap), sealed);
  return ok(opened === undefined ? undefined : new Secret(opened));
};

/** Everything of a wrap but the sealed key itself: nobody can turn 3 passes into 1, or move a wrap between vaults. */
const authenticated = (vault: string, wrap: KeyWrap): Uint8Array<ArrayBuffer> =>
  canonicalBytes({
    vault,
    id: wrap.id,
    kind: wrap.kind,
    derivation: wrap.derivation,
    salt: wrap.salt,
  });

const deriveWrapKey = async (
  deps: KdfDep & HasherDep,
  secret: UnlockSecret,
  derivation: Derivation,
  salt: Uint8Array<ArrayBuffer>,
): Promise<Result<Secret<Uint8Array<ArrayBuffer>>, WrapError>> => {
  if (secret.kind === "passphrase") {
    // The same letters typed on another keyboard may come decomposed.
    const password = textToBytes(secret.passphrase.reveal().normalize("NFC"));
    if (password.length === 0) return err({ code: "passphrase_empty" });
    const parameters = derivation.name === "argon2id" ? derivation : defaultArgon2id;
    const key = await deps.kdf.argon2id({
      password,
      salt,
      memoryInKibibytes: parameters.memoryInKibibytes,
      passes: parameters.passes,
      lanes: parameters.lanes,
      lengthInBytes: keyLengthInBytes,
    });
    return ok(new Secret(key));
  }
  const random = randomOf(deps, secret);
  if (!random.ok) return random;
  const info = `holdfast/v1/wrap/${secret.kind}`;
  const key = random.value.reveal();
  return ok(new Secret(hkdfSha256(deps, { key, salt, info, lengthInBytes: keyLengthInBytes })));
};

const randomOf = (
  deps: HasherDep,
  secret: Exclude<UnlockSecret, { readonly kind: "passphrase" }>,
): Result<Secret<Uint8Array<ArrayBuffer>>, WrapError> => {
  switch (secret.kind) {
    case "recovery-words":
      return recoveryWordsToKey(secret.words);
    case "shares":
      return recoverySharesToKey(deps, secret.shares);
    case "device-key":
    case "passkey-prf":
      return ok(secret.key);
  }
};
