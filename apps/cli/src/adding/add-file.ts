import {
  type ByteSource,
  bytesToSource,
  type ExhibitOrigin,
  type Note,
  type Parsed,
} from "@holdfast/evidence";
import { type KeptWords } from "@holdfast/intake";
import type { Acquisition, ExhibitDraft, Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import type { CommandContext } from "../command.ts";
import type { AddedFile } from "../contract/answers.ts";
import type { Problem } from "../contract/common.ts";
import { toProblem } from "../problem.ts";
import { openFileSource } from "../sources/file-source.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { toTerminalText } from "../text-columns.ts";
import { createParsedCounter } from "./file-report.ts";
import type { IntakeThread, Look } from "./intake-thread.ts";

export interface AddContext extends CommandContext {
  readonly vault: Vault;
  readonly intake: IntakeThread;
  readonly origin: ExhibitOrigin | undefined;
  readonly withoutMedia: boolean;
}

export type AddedOrNot =
  | { readonly kind: "added"; readonly file: AddedFile }
  | { readonly kind: "not-added"; readonly problem: Problem };

/**
 * One file on its road: recognised, decided upon, sealed, and then parsed from what was sealed. In a case that keeps
 * words only, one file can become several exhibits, or none.
 */
export async function* addFile(
  context: AddContext,
  file: { readonly path: string; readonly name: string },
): AsyncGenerator<AddedOrNot> {
  const opened = await openFileSource(file.path);
  if (!opened.ok) {
    yield notAdded(opened.error, file.name);
    return;
  }
  const { source, close } = opened.value;
  try {
    const look = await lookAt(context, source, file.name);
    switch (look.decision.kind) {
      case "not-kept":
        yield notAdded(look.decision, file.name);
        return;
      case "ask":
        yield notAdded({ code: "picture_question_open" }, file.name);
        return;
      case "keep-words":
        yield* addWords(context, source, file.name);
        return;
      case "keep-whole":
        yield await addSource(context, source, acquisitionOf(context, look, file.name), false);
    }
  } finally {
    await close();
  }
}

/** Asks the one question at the first picture, kindly and once; without anybody to ask it stays open. */
const lookAt = async (context: AddContext, source: ByteSource, name: string): Promise<Look> => {
  const options = { withoutMedia: context.withoutMedia, signal: context.signal };
  const look = await context.intake.look(source, name, {
    ...options,
    pictures: context.vault.readCase().pictures,
  });
  if (look.decision.kind !== "ask" || !context.terminal.isInteractive) return look;
  const answer = await context.terminal.ask(
    cliSentence("ask_pictures", { name: toTerminalText(name) }),
  );
  const pictures = readPicturesAnswer(answer);
  if (pictures === undefined) return look;
  const kept = context.vault.setPictures(pictures);
  if (!kept.ok) return look;
  return context.intake.look(source, name, { ...options, pictures });
};

/**
 * Only an answer that can be understood is one: after Ctrl-D or a slip of the finger the question stays open for the next
 * picture, and none is kept meanwhile. A slip must not close the case to pictures: that is not taken back in passing.
 */
export const readPicturesAnswer = (
  answer: string | undefined,
): "all-adult" | "protected" | undefined => {
  const words = answer?.trim().toLowerCase() ?? "";
  if (/^y(?:es)?$/.test(words)) return "all-adult";
  return /^(?:no?|not sure|unsure)$/.test(words) ? "protected" : undefined;
};

const acquisitionOf = (context: AddContext, look: Look, name: string): Acquisition => ({
  kind: look.exhibitKind,
  origin: context.origin ?? (look.exhibitKind === "chat-export" ? "received-export" : "imported"),
  originalName: name,
  mediaType: look.mediaType,
  formatId: look.formatId,
});

async function* addWords(
  context: AddContext,
  source: ByteSource,
  name: string,
): AsyncGenerator<AddedOrNot> {
  for await (const kept of context.intake.keepWords(source, name, context.signal)) {
    yield kept.kind === "not-kept"
      ? notAdded({ code: kept.code }, kept.name)
      : await addKeptWords(context, kept);
  }
}

const addKeptWords = async (
  context: AddContext,
  kept: Extract<KeptWords, { readonly kind: "words" }>,
): Promise<AddedOrNot> => {
  const source = bytesToSource(kept.bytes);
  const look = await context.intake.look(source, kept.name, {
    withoutMedia: context.withoutMedia,
    signal: context.signal,
    pictures: context.vault.readCase().pictures,
  });
  const acquisition: Acquisition = {
    kind: kept.exhibitKind,
    origin: "words-only",
    originalName: kept.name,
    mediaType: kept.mediaType,
    formatId: look.formatId,
    derivedFrom: { by: "words-only" },
  };
  return addSource(context, source, acquisition, true);
};

const addSource = async (
  context: AddContext,
  source: ByteSource,
  acquisition: Acquisition,
  wordsOnly: boolean,
): Promise<AddedOrNot> => {
  const progress = createProgressLine(context, acquisition.originalName);
  const sealed = await context.vault.sealSource(source, acquisition, {
    onProgress: progress.report,
    signal: context.signal,
  });
  if (!sealed.ok) {
    progress.end();
    return notAdded(sealed.error, acquisition.originalName);
  }
  const draft = sealed.value;
  const counter = createParsedCounter();
  const parsed = draft.known
    ? undefined
    : await parseInto(context, draft, acquisition, wordsOnly, (batch, bytesRead) => {
        counter.count(batch);
        progress.report({
          step: "reading",
          done: bytesRead,
          total: source.sizeInBytes,
          unit: "bytes",
        });
      });
  progress.end();
  if (parsed !== undefined) {
    await draft.abandon();
    return notAdded(parsed, acquisition.originalName);
  }
  const exhibit = await draft.commit();
  if (!exhibit.ok) return notAdded(exhibit.error, acquisition.originalName);
  return {
    kind: "added",
    file: {
      exhibit: exhibit.value.id,
      name: acquisition.originalName,
      format: acquisition.formatId,
      mediaType: acquisition.mediaType,
      sizeInBytes: source.sizeInBytes,
      sha256: exhibit.value.sha256,
      origin: acquisition.origin,
      alreadyKept: draft.known,
      ...toCounts(counter.read()),
    },
  };
};

const toCounts = (read: ReturnType<ReturnType<typeof createParsedCounter>["read"]>) => ({
  items: read.items,
  itemsByKind: { ...read.itemsByKind },
  notes: [...read.notes] satisfies Note[],
  noteCount: read.noteCount,
  findings: read.findings,
});

/** Gives why it could not be finished, or nothing. */
const parseInto = async (
  context: AddContext,
  draft: ExhibitDraft,
  acquisition: Acquisition,
  wordsOnly: boolean,
  onBatch: (batch: readonly Parsed[], bytesRead: number) => void,
) => {
  const parsing = context.intake.parse(draft.sealed, acquisition.originalName, {
    wordsOnly,
    signal: context.signal,
  });
  for await (const batch of parsing) {
    const kept = draft.addParsed(batch);
    if (!kept.ok) return kept.error;
    onBatch(batch, endOf(batch));
    setTimeOfFile(draft, acquisition, batch);
  }
  return context.signal.aborted ? ({ code: "cancelled" } as const) : undefined;
};

const endOf = (batch: readonly Parsed[]): number => {
  const last = batch.at(-1);
  if (last === undefined) return 0;
  const { span } = last.kind === "item" ? last.item : last.note;
  return span.member === undefined ? span.offset + span.length : 0;
};

/** A picture, a recording or a mail is one item, and its time is the file's; a chat has no one time. */
const setTimeOfFile = (
  draft: ExhibitDraft,
  { kind }: Acquisition,
  batch: readonly Parsed[],
): void => {
  if (kind === "chat-export") return;
  const first = batch.find((parsed) => parsed.kind === "item");
  if (
    first?.kind === "item"
    && first.item.span.offset === 0
    && first.item.span.member === undefined
  ) {
    draft.setEventTime(first.item.time);
  }
};

const notAdded = (error: Parameters<typeof toProblem>[0], name: string): AddedOrNot => ({
  kind: "not-added",
  problem: toProblem(error, name),
});
