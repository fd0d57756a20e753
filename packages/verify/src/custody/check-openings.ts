import {
  canonicalBytes,
  type CustodyEntry,
  custodyOpeningSchema,
  type ToldEntry,
} from "@holdfast/evidence";

import type { BagFile } from "../bag/bag-input.ts";
import { linesOf } from "../bag/lines-of.ts";
import { streamGuarded } from "../bag/read-guarded.ts";
import { readJson } from "../bag/read-json.ts";
import { type CheckContext, sha256HexOf } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";
import type { Commitments } from "./check-chain.ts";

export interface Openings {
  readonly opened: number;
  /** The entries that were asked for, as far as they are opened and fit their commitment. */
  readonly wanted: ReadonlyMap<number, CustodyEntry>;
  /** By the exhibit's label: what the log says of how it came in. The first that says so counts. */
  readonly acquired: ReadonlyMap<string, Acquired>;
}

export interface Acquired {
  readonly seq: number;
  readonly entry: AcquiredEntry;
}

export type AcquiredEntry = Extract<ToldEntry, { readonly action: "item.add" | "derive" }>;

/** What to remember of the openings, so that memory does not grow with the log. */
export interface Wanted {
  readonly seqs: ReadonlySet<number>;
  readonly labels: ReadonlySet<string>;
  /** The name of the bag that is checked. */
  readonly bag: string | undefined;
}

/** Checks each opening against its commitment. Entries that are not opened here are no fault. */
export const checkOpenings = async (
  context: CheckContext,
  file: BagFile,
  commitments: Commitments,
  { seqs, labels, bag }: Wanted,
): Promise<Openings> => {
  const { findings } = context;
  const seen = new Set<number>();
  const wanted = new Map<number, CustodyEntry>();
  const acquired = new Map<string, Acquired>();
  let lines = 0;
  for await (const line of linesOf(
    streamGuarded(context, file),
    verifyLimits.maximumLineSizeInBytes,
  )) {
    lines += 1;
    const place = { path: file.path, line: line.number };
    if (lines > verifyLimits.maximumCustodyLines) {
      findings.say("limit_custody_too_long", place, { maximum: verifyLimits.maximumCustodyLines });
      break;
    }
    const read =
      line.isTooLong || line.isOpen ? undefined : readJson(line.bytes, custodyOpeningSchema);
    if (read?.ok !== true) {
      findings.say("custody_opening_malformed", place);
      continue;
    }
    const { seq, entry } = read.value.value;
    if (seen.has(seq)) {
      findings.say("custody_opening_repeated", { ...place, seq });
      continue;
    }
    seen.add(seq);
    const commit = commitments.of(seq);
    if (!read.value.isCanonical) findings.say("custody_line_not_canonical", { ...place, seq });
    else if (commit === undefined) findings.say("custody_opening_without_line", { ...place, seq });
    else if (commit !== sha256HexOf(context, canonicalBytes(entry))) {
      findings.say("custody_opening_differs", { ...place, seq });
    } else {
      if (seqs.has(seq)) wanted.set(seq, entry);
      const said = acquiredOf(entry, bag);
      if (said !== undefined && labels.has(said.exhibit) && !acquired.has(said.exhibit)) {
        acquired.set(said.exhibit, { seq, entry: said });
      }
    }
  }
  return { opened: seen.size, wanted, acquired };
};

/** The entry itself, or what was told again of it for this bag. */
const acquiredOf = (entry: CustodyEntry, bag: string | undefined): AcquiredEntry | undefined => {
  if (entry.action === "item.show") {
    const { said } = entry;
    const isOwn = entry.bag === bag && entry.exhibit === said.exhibit;
    return isOwn && (said.action === "item.add" || said.action === "derive") ? said : undefined;
  }
  return entry.action === "item.add" || entry.action === "derive" ? entry : undefined;
};
