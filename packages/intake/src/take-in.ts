import { createExpansionBudget, type ExpansionBudget, ZipEntryFailure } from "@holdfast/containers";
import type { ByteSource, NoteCode, Parsed } from "@holdfast/evidence";

import type { Format, KeptWords, Member, NestedIntake, ParseInput } from "./format.ts";
import { keepWordsOf } from "./keep-words.ts";
import type { Limits } from "./limits.ts";
import { prefixMember } from "./member-path.ts";
import { bestOf, type Candidate, recogniseFile, recogniseSource } from "./recognise.ts";
import { formats as knownFormats } from "./registry.ts";

export interface TakeInInput {
  readonly source: ByteSource;
  readonly name: string;
  readonly limits: Limits;
  readonly signal?: AbortSignal;
  /** The source is the words of a file whose media were not kept. */
  readonly wordsOnly?: boolean;
  readonly formats?: readonly Format[];
  /** A parser that threw is a bug: its file gets a note, and the bug is told here so that it can be found. */
  readonly onParserError?: (error: unknown) => void;
}

export interface TakenIn {
  /** What the file may be, the surest first; the first one is what it is parsed as. */
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  /**
   * Items and notes in the order of the source, in batches of at most 1,000; read once. Never throws: what a parser
   * could not finish is covered by a note. After an abort it ends early, and the caller knows.
   */
  readonly parsed: AsyncIterable<readonly Parsed[]>;
}

/** Recognises a file and parses it with the format that is surest. Never rejects. */
export const takeIn = async (input: TakeInInput): Promise<TakenIn> => {
  const context = createContext(input);
  try {
    const candidates = await recogniseSource(input, context.formats);
    const best = bestOf(candidates);
    return { candidates, best, parsed: guardedParse(context, best.format, input, 0) };
  } catch (error) {
    input.onParserError?.(error);
    const candidates = recogniseFile(
      { name: input.name, sizeInBytes: input.source.sizeInBytes, head: new Uint8Array(0) },
      [],
    );
    return { candidates, best: bestOf(candidates), parsed: stoppedWhole(input, error) };
  }
};

/** The words of a mixed or text file for a case that keeps words only. Never throws; what fails is not kept. */
export const keepWords = (input: TakeInInput): AsyncIterable<KeptWords> =>
  createNested(createContext(input), -1).keepWords({
    source: input.source,
    name: input.name,
    path: [input.name],
  });

interface Context {
  readonly formats: readonly Format[];
  readonly limits: Limits;
  readonly budget: ExpansionBudget;
  readonly signal: AbortSignal | undefined;
  readonly wordsOnly: boolean;
  readonly onParserError: (error: unknown) => void;
}

const createContext = (input: TakeInInput): Context => ({
  formats: input.formats ?? knownFormats,
  limits: input.limits,
  budget: createExpansionBudget(input.limits),
  signal: input.signal,
  wordsOnly: input.wordsOnly === true,
  onParserError: input.onParserError ?? (() => undefined),
});

const maximumBatch = 1_000;

interface FileToParse {
  readonly source: ByteSource;
  readonly name: string;
}

/** Everything a format gives, cut into bounded batches; a format that throws ends in a note over the rest. */
async function* guardedParse(
  context: Context,
  format: Format,
  file: FileToParse,
  depth: number,
): AsyncGenerator<readonly Parsed[]> {
  let coveredUpTo = 0;
  try {
    for await (const batch of format.parse(toParseInput(context, file, depth))) {
      for (let at = 0; at < batch.length; at += maximumBatch) {
        const piece = batch.length <= maximumBatch ? batch : batch.slice(at, at + maximumBatch);
        coveredUpTo = Math.max(coveredUpTo, endOf(piece));
        yield piece;
      }
      if (context.signal?.aborted === true) return;
    }
  } catch (error) {
    if (context.signal?.aborted === true) return;
    if (!(error instanceof ZipEntryFailure)) context.onParserError(error);
    const length = Math.max(0, file.source.sizeInBytes - coveredUpTo);
    yield [{ kind: "note", note: { code: codeOf(error), span: { offset: coveredUpTo, length } } }];
  }
}

const toParseInput = (context: Context, file: FileToParse, depth: number): ParseInput => ({
  source: file.source,
  name: file.name,
  limits: context.limits,
  nested: createNested(context, depth),
  ...(context.signal === undefined ? {} : { signal: context.signal }),
  ...(context.wordsOnly ? { wordsOnly: true } : {}),
});

const codeOf = (error: unknown): NoteCode =>
  error instanceof ZipEntryFailure ? error.code : "parser_stopped";

/** Where the batch's last bytes of the file itself end; what lies in members does not count. */
const endOf = (batch: readonly Parsed[]): number => {
  let end = 0;
  for (const parsed of batch) {
    const { span } = parsed.kind === "item" ? parsed.item : parsed.note;
    if (span.member === undefined) end = Math.max(end, span.offset + span.length);
  }
  return end;
};

// oxlint-disable-next-line typescript/require-await -- it stands where a parser's stream would
async function* stoppedWhole(
  input: TakeInInput,
  error: unknown,
): AsyncGenerator<readonly Parsed[]> {
  yield [
    {
      kind: "note",
      note: { code: codeOf(error), span: { offset: 0, length: input.source.sizeInBytes } },
    },
  ];
}

const createNested = (context: Context, depth: number): NestedIntake => ({
  budget: context.budget,
  parse: (member) => parseMember(context, member, depth + 1),
  keepWords: (member) =>
    keepWordsOf(member, {
      formats: context.formats,
      toInput: (file) => toParseInput(context, file, depth + 1),
      isTooDeep: depth >= context.limits.maximumNesting,
      onError: context.onParserError,
    }),
});

async function* parseMember(
  context: Context,
  member: Member,
  depth: number,
): AsyncGenerator<readonly Parsed[]> {
  const whole = { offset: 0, length: member.source.sizeInBytes, member: member.path };
  if (depth > context.limits.maximumNesting) {
    yield [{ kind: "note", note: { code: "archive_too_deep", span: whole } }];
    return;
  }
  let best: Candidate;
  try {
    best = bestOf(await recogniseSource({ ...member, limits: context.limits }, context.formats));
  } catch (error) {
    if (!(error instanceof ZipEntryFailure)) context.onParserError(error);
    yield [{ kind: "note", note: { code: codeOf(error), span: whole } }];
    return;
  }
  for await (const batch of guardedParse(context, best.format, member, depth)) {
    yield batch.map((parsed) => prefixMember(parsed, member.path));
  }
}
