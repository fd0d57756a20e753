import { err, ok, type Parsed, type Progress, type Result } from "@holdfast/evidence";
import type { Acquisition, ExhibitDraft, VaultError } from "@holdfast/vault";

import type { FileIntake } from "./file-intake.ts";
import { createParsedCounter, type ParsedCounts } from "./parsed-counter.ts";

export interface ParseDraftOptions {
  readonly acquisition: Acquisition;
  readonly wordsOnly: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Parses what was sealed into the draft. The same bytes, kept before, have their items already. */
export const parseDraft = async (
  intake: Pick<FileIntake, "parse">,
  draft: ExhibitDraft,
  { acquisition, wordsOnly, signal, onProgress }: ParseDraftOptions,
): Promise<Result<ParsedCounts, VaultError>> => {
  const counter = createParsedCounter();
  if (draft.known) return ok(counter.read());
  const total = draft.sealed.sizeInBytes;
  const parsing = intake.parse(draft.sealed, acquisition.originalName, { wordsOnly, signal });
  for await (const batch of parsing) {
    const kept = draft.addParsed(batch);
    if (!kept.ok) return kept;
    counter.count(batch);
    onProgress({ step: "reading", done: endOf(batch), total, unit: "bytes" });
    setTimeOfFile(draft, acquisition, batch);
  }
  return signal.aborted ? err({ code: "cancelled" }) : ok(counter.read());
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
