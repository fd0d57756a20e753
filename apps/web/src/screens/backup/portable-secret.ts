import { Secret } from "@holdfast/evidence";

import type { WayIn } from "../../door/opening.ts";
import type { OpenSecret } from "../../door/places.ts";

/** What opens a backup on another phone: words that somebody knows. A key or a passkey may stay behind with the phone. */
export type TypedSecret = Extract<OpenSecret, { readonly kind: "passphrase" | "recovery-words" }>;
export type TypedKind = TypedSecret["kind"];
/** With the cards of other people, which nobody asks for only to try a backup. */
export type PortableSecret = TypedSecret | Extract<OpenSecret, { readonly kind: "shares" }>;

export const portableKinds = (ways: readonly WayIn[]): readonly TypedKind[] =>
  (["passphrase", "recovery-words"] as const).filter((kind) =>
    ways.some((way) => way.kind === kind),
  );

export const typedSecret = (kind: TypedKind, typed: string): TypedSecret =>
  kind === "passphrase"
    ? { kind, passphrase: new Secret(typed) }
    : { kind, words: new Secret(typed) };
