import type { NewSecret, OpenSecret } from "./places.ts";

type Wire<S> = S extends { readonly kind: "passphrase" }
  ? { readonly kind: "passphrase"; readonly passphrase: string }
  : S extends { readonly kind: "recovery-words" }
    ? { readonly kind: "recovery-words"; readonly words: string }
    : S extends { readonly kind: "shares" }
      ? { readonly kind: "shares"; readonly shares: readonly string[] }
      : S extends { readonly kind: "passkey-prf" }
        ? Omit<S, "key"> & { readonly kind: "passkey-prf"; readonly key: Uint8Array<ArrayBuffer> }
        : S;

/** The page's half of a secret's way: its only place where one is laid open, to be closed up again in the worker. */
export function toWireSecret(secret: NewSecret): Wire<NewSecret>;
export function toWireSecret(
  secret: Exclude<OpenSecret, { readonly kind: "device-key" }>,
): Wire<Exclude<OpenSecret, { readonly kind: "device-key" }>>;
export function toWireSecret(secret: OpenSecret): Wire<OpenSecret>;
export function toWireSecret(secret: NewSecret | OpenSecret): Wire<NewSecret | OpenSecret> {
  switch (secret.kind) {
    case "passphrase":
      return { kind: secret.kind, passphrase: secret.passphrase.reveal() };
    case "recovery-words":
      return { kind: secret.kind, words: secret.words.reveal() };
    case "shares":
      return { kind: secret.kind, shares: secret.shares.map((share) => share.reveal()) };
    case "passkey-prf":
      return { ...secret, key: secret.key.reveal() };
    case "device-key":
      return { kind: secret.kind };
  }
}
