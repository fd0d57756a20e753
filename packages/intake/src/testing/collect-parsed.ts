import {
  bytesToSource,
  canonicalJson,
  type Item,
  type Note,
  type Parsed,
  parsedSchema,
} from "@holdfast/evidence";

import type { Format, KeptWords, ParseInput } from "../format.ts";
import { defaultLimits, type Limits } from "../limits.ts";

export interface Collected {
  readonly parsed: readonly Parsed[];
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
}

export interface CollectOptions {
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  readonly wordsOnly?: boolean;
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const inputOf = (bytes: Uint8Array, options: CollectOptions = {}): ParseInput => ({
  source: bytesToSource(bytes),
  name: options.name ?? "file",
  limits: { ...defaultLimits, ...options.limits },
  ...(options.wordsOnly === true ? { wordsOnly: true } : {}),
});

/** Everything that a format finds, checked against the contract: the schema, and items and notes that cover the file. */
export const collectParsed = async (
  format: Pick<Format, "parse">,
  bytes: Uint8Array,
  options: CollectOptions = {},
): Promise<Collected> => {
  const parsed: Parsed[] = [];
  for await (const batch of format.parse(inputOf(bytes, options))) {
    for (const one of batch) parsed.push(parsedSchema.parse(one));
  }
  canonicalJson(JSON.parse(JSON.stringify(parsed)));
  assertCovered(parsed, bytes.length);
  return {
    parsed,
    items: parsed.flatMap((one) => (one.kind === "item" ? [one.item] : [])),
    notes: parsed.flatMap((one) => (one.kind === "note" ? [one.note] : [])),
  };
};

const assertCovered = (parsed: readonly Parsed[], size: number): void => {
  const spans = parsed
    .map((one) => (one.kind === "item" ? one.item.span : one.note.span))
    .filter((span) => span.member === undefined)
    .sort((a, b) => a.offset - b.offset);
  let covered = 0;
  for (const span of spans) {
    if (span.offset > covered) throw new Error(`not covered: ${covered} to ${span.offset}`);
    covered = Math.max(covered, span.offset + span.length);
  }
  if (covered !== size) throw new Error(`covered ${covered} of ${size} bytes`);
};

export interface CollectedWords {
  readonly words: readonly Extract<KeptWords, { readonly kind: "words" }>[];
  readonly notKept: readonly Extract<KeptWords, { readonly kind: "not-kept" }>[];
}

export const collectWords = async (
  format: Format,
  bytes: Uint8Array,
  options: CollectOptions = {},
): Promise<CollectedWords> => {
  const words: CollectedWords["words"][number][] = [];
  const notKept: CollectedWords["notKept"][number][] = [];
  if (format.keepWords === undefined) throw new Error(`${format.id} keeps no words`);
  for await (const kept of format.keepWords(inputOf(bytes, options))) {
    if (kept.kind === "words") words.push(kept);
    else notKept.push(kept);
  }
  return { words, notKept };
};
