import {
  canonicalJson,
  custodyEntrySchema,
  custodyLineSchema,
  type HasherDep,
} from "@holdfast/evidence";

import { type CustodyHead, emptyCustodyHead, sha256Of } from "./custody-log.ts";

export interface ChainFinding {
  readonly code:
    | "line_unreadable"
    | "line_not_canonical"
    | "sequence_broken"
    | "previous_hash_wrong"
    | "opening_unreadable"
    | "opening_does_not_match"
    | "opening_without_line";
  /** Which line, from 1; for `opening_without_line` the number that the opening gives. */
  readonly seq: number;
}

export interface ChainReport {
  readonly findings: readonly ChainFinding[];
  /** The chain's end as the lines have it: compare it with an anchor. */
  readonly head: CustodyHead;
  /** Lines whose opening was not given: kept back or destroyed, which is no fault. */
  readonly unopened: number;
}

/**
 * Checks every line and every opening and gives all findings, not the first.
 *
 * Shape: `lines` without LF, oldest first; `openingOf` gives the entry's canonical JSON, or nothing.
 * Source: See [Note: custody chain].
 */
export const verifyChain = (
  deps: HasherDep,
  lines: Iterable<string>,
  openingOf: (seq: number) => string | undefined,
): ChainReport => {
  const findings: ChainFinding[] = [];
  let head = emptyCustodyHead;
  let unopened = 0;
  for (const line of lines) {
    const seq = head.seq + 1;
    const found = checkLine(line, head);
    for (const code of found.codes) findings.push({ code, seq });
    const opening = openingOf(seq);
    if (opening === undefined) unopened += 1;
    else if (!isEntry(opening)) findings.push({ code: "opening_unreadable", seq });
    else if (sha256Of(deps, opening) !== found.commit) {
      findings.push({ code: "opening_does_not_match", seq });
    }
    head = { seq, sha256: sha256Of(deps, line) };
  }
  if (openingOf(head.seq + 1) !== undefined) {
    findings.push({ code: "opening_without_line", seq: head.seq + 1 });
  }
  return { findings, head, unopened };
};

const checkLine = (
  line: string,
  head: CustodyHead,
): { readonly codes: readonly ChainFinding["code"][]; readonly commit: string | undefined } => {
  const parsed = custodyLineSchema.safeParse(parseJson(line));
  if (!parsed.success) return { codes: ["line_unreadable"], commit: undefined };
  const codes: ChainFinding["code"][] = [];
  if (canonicalJson(parsed.data) !== line) codes.push("line_not_canonical");
  if (parsed.data.seq !== head.seq + 1) codes.push("sequence_broken");
  if (parsed.data.prev !== head.sha256) codes.push("previous_hash_wrong");
  return { codes, commit: parsed.data.commit };
};

const isEntry = (opening: string): boolean =>
  custodyEntrySchema.safeParse(parseJson(opening)).success;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller has a finding for that.
    return undefined;
  }
};
