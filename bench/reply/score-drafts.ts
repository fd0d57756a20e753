import { readFileSync } from "node:fs";

import { checkDraft, type CheckDraftDeps, type DraftKind } from "@holdfast/guide";

/** A draft as somebody might write it, and what in it could hurt them. */
export interface LabelledDraft {
  readonly language: string;
  readonly text: string;
  readonly kinds: readonly DraftKind[];
}

export const readDrafts = (path: string): readonly LabelledDraft[] =>
  JSON.parse(readFileSync(path, "utf8"));

export interface DraftScore {
  readonly drafts: number;
  /** Every kind that is right, and none that is not. */
  readonly exact: number;
  readonly kinds: number;
  readonly missed: readonly string[];
  readonly wronglyMarked: readonly string[];
  /** Something is marked where something is to be marked, and nothing where nothing is. */
  readonly rightlyFlagged: number;
}

export const scoreDrafts = (deps: CheckDraftDeps, drafts: readonly LabelledDraft[]): DraftScore => {
  const missed: string[] = [];
  const wronglyMarked: string[] = [];
  let exact = 0;
  let rightlyFlagged = 0;
  for (const { text, kinds } of drafts) {
    const marked = new Set(checkDraft(deps, text).flatMap((mark) => mark.kinds));
    const lacking = kinds.filter((kind) => !marked.has(kind));
    const extra = [...marked].filter((kind) => !kinds.includes(kind));
    missed.push(...lacking.map((kind) => `${kind}: ${text}`));
    wronglyMarked.push(...extra.map((kind) => `${kind}: ${text}`));
    if (lacking.length + extra.length === 0) exact += 1;
    if (marked.size > 0 === kinds.length > 0) rightlyFlagged += 1;
  }
  const total = drafts.reduce((sum, { kinds }) => sum + kinds.length, 0);
  return { drafts: drafts.length, exact, kinds: total, missed, wronglyMarked, rightlyFlagged };
};
