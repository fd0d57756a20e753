import { bytesToSource, type Item, type Note, type Parsed } from "@holdfast/evidence";

import { defaultLimits, type Limits } from "../limits.ts";
import type { Format, KeptWords } from "../format.ts";
import { keepWords, takeIn } from "../take-in.ts";

export interface AllOf {
  readonly formatId: string;
  readonly parsed: readonly Parsed[];
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
}

interface Options {
  readonly limits?: Limits;
  readonly formats?: readonly Format[];
  readonly wordsOnly?: boolean;
}

export const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

const toInput = (content: string | Uint8Array, name: string, options: Options) => ({
  source: bytesToSource(toBytes(content)),
  name,
  limits: options.limits ?? defaultLimits,
  onParserError: (error: unknown) => {
    throw error;
  },
  ...(options.formats === undefined ? {} : { formats: options.formats }),
  ...(options.wordsOnly === undefined ? {} : { wordsOnly: options.wordsOnly }),
});

/** Everything that comes out of a file; a parser that throws fails the test. */
export const takeInAll = async (
  content: string | Uint8Array,
  name: string,
  options: Options = {},
): Promise<AllOf> => {
  const taken = await takeIn(toInput(content, name, options));
  const parsed: Parsed[] = [];
  for await (const batch of taken.parsed) parsed.push(...batch);
  return {
    formatId: taken.best.format.id,
    parsed,
    items: parsed.flatMap((p) => (p.kind === "item" ? [p.item] : [])),
    notes: parsed.flatMap((p) => (p.kind === "note" ? [p.note] : [])),
  };
};

export const keepAllWords = async (
  content: string | Uint8Array,
  name: string,
  options: Options = {},
): Promise<readonly KeptWords[]> => {
  const kept: KeptWords[] = [];
  for await (const one of keepWords(toInput(content, name, options))) kept.push(one);
  return kept;
};
