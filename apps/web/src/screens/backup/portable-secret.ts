import { Secret } from "@holdfast/evidence";

import type { WayIn } from "../../door/opening.ts";
import type { OpenSecret } from "../../door/places.ts";

/** What opens a backup on another phone: words that somebody knows. A key or a passkey may stay behind with the phone. */
export type PortableSecret = Extract<
  OpenSecret,
  { readonly kind: "passphrase" | "recovery-words" }
>;
export type PortableKind = PortableSecret["kind"];

export const portableKinds = (ways: readonly WayIn[]): readonly PortableKind[] =>
  (["passphrase", "recovery-words"] as const).filter((kind) =>
    ways.some((way) => way.kind === kind),
  );

export const portableSecret = (kind: PortableKind, typed: string): PortableSecret =>
  kind === "passphrase"
    ? { kind, passphrase: new Secret(typed) }
    : { kind, words: new Secret(typed) };
