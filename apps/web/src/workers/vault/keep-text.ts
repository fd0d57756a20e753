import { acquire, type KeptFile } from "@holdfast/acquire";
import {
  bytesToSource,
  err,
  type ExhibitKind,
  type ExhibitOrigin,
  ok,
  type Result,
} from "@holdfast/evidence";
import type { z } from "zod";

import type { keepContract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { Host, Opened } from "./host.ts";
import { toDoorError } from "./to-door-error.ts";

type TextIn = z.output<typeof keepContract.keepText.input>;

/** What the words are, and the honest label that survives a question: who wrote them down, and from what. */
const labels: Readonly<
  Record<TextIn["what"], { readonly kind: ExhibitKind; readonly origin: ExhibitOrigin }>
> = {
  pasted: { kind: "note", origin: "imported" },
  written: { kind: "note", origin: "recollection" },
  call: { kind: "call", origin: "recollection" },
  witness: { kind: "witness-note", origin: "from-other-person" },
  "read-from-picture": { kind: "note", origin: "read-from-picture-not-kept" },
};

/** Words become a text file that is kept like any other: sealed first, parsed from what was sealed. */
export const keepText = async (
  host: Host,
  place: Opened,
  { text, what, title }: TextIn,
): Promise<Result<KeptFile, DoorError>> => {
  if (text.trim() === "") return err({ code: "text_empty" });
  const { kind, origin } = labels[what];
  const file = {
    source: bytesToSource(new TextEncoder().encode(text)),
    name: `${title.trim() === "" ? "note" : title.trim()}.txt`,
    kind,
  };
  return place.addAlone(async () => {
    if (place.isClosing) return err({ code: "place_locked" });
    const { signal } = new AbortController();
    for await (const one of acquire(place, file, { signal, origin, withoutMedia: false })) {
      if (one.kind === "not-kept") return err(toDoorError(one.error));
      host.changed();
      return ok(one.file);
    }
    throw new Error("a text is kept, or it is said why not");
  });
};
