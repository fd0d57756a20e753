import { bagFiles, type CaseJson } from "@holdfast/bundle";
import type { CustodyEntry } from "@holdfast/evidence";

import type { Bag } from "../bag/bag-input.ts";
import type { CheckContext } from "../check-context.ts";
import type { CheckedExhibit } from "../exhibits/check-exhibits.ts";
import { checkChain, type Commitments } from "./check-chain.ts";
import { type Acquired, checkOpenings } from "./check-openings.ts";

export interface CustodyFacts {
  readonly entries: number;
  readonly opened: number;
}

/** The log's chain, its openings, and what they say of the exhibits and of this bag. */
export const checkCustody = async (
  context: CheckContext,
  bag: Bag,
  exhibits: readonly CheckedExhibit[],
  caseJson: CaseJson | undefined,
): Promise<CustodyFacts | undefined> => {
  const { findings } = context;
  const log = bag.files.get(bagFiles.custody);
  const details = bag.files.get(bagFiles.custodyDetails);
  if (log === undefined) findings.say("custody_missing", { path: bagFiles.custody });
  if (details === undefined) findings.say("custody_missing", { path: bagFiles.custodyDetails });
  if (log === undefined || details === undefined) return undefined;
  const chain = await checkChain(context, log);
  const labels = new Map(caseJson?.exhibits.map(({ id, label }) => [id, label]));
  const { opened, wanted, acquired } = await checkOpenings(context, details, chain, {
    seqs: new Set([...exhibits.flatMap(({ custodySeq }) => custodySeq ?? []), chain.lastSeq]),
    labels: new Set(labels.values()),
    bag: caseJson?.bag,
  });
  const unopened = chain.entries - opened;
  if (unopened > 0) {
    findings.say("custody_not_opened", { path: bagFiles.custody }, { count: unopened });
  }
  const mayBeClosed = caseJson?.kind === "disclosure" || caseJson?.purpose === "workplace";
  const openedLog = { chain, opened: wanted, mayBeClosed };
  for (const exhibit of exhibits) {
    const { custodySeq } = exhibit;
    if (custodySeq !== undefined) checkNumbered(context, exhibit, custodySeq, openedLog);
    // Without a case.json, which is a fault already, nobody knows what the log calls the exhibit.
    else if (caseJson !== undefined) {
      checkLabelled(context, exhibit, acquired.get(labels.get(exhibit.key) ?? ""), mayBeClosed);
    }
  }
  checkEnd(context, openedLog, caseJson);
  return { entries: chain.entries, opened };
};

interface OpenedLog {
  readonly chain: Commitments;
  readonly opened: ReadonlyMap<number, CustodyEntry>;
  /** In a bag for somebody else entries may stay closed, even those of its own exhibits: their labels could be counted. */
  readonly mayBeClosed: boolean;
}

/** Item.json of an older kind gives the number of its line. */
const checkNumbered = (
  context: CheckContext,
  exhibit: CheckedExhibit,
  seq: number,
  { chain, opened, mayBeClosed }: OpenedLog,
): void => {
  const { path } = exhibit;
  const entry = opened.get(seq);
  if (entry === undefined && mayBeClosed && chain.of(seq) !== undefined) {
    context.findings.say("item_custody_not_opened", { path, seq });
  } else if (entry?.action !== "item.add" && entry?.action !== "derive") {
    context.findings.say("item_not_in_custody", { path, seq });
  } else compare(context, exhibit, { seq, entry });
};

const checkLabelled = (
  context: CheckContext,
  exhibit: CheckedExhibit,
  acquired: Acquired | undefined,
  mayBeClosed: boolean,
): void => {
  const { path } = exhibit;
  if (acquired !== undefined) compare(context, exhibit, acquired);
  else if (mayBeClosed) context.findings.say("item_custody_not_opened", { path });
  else context.findings.say("item_not_in_custody", { path });
};

const compare = (
  { findings }: CheckContext,
  { path, sha256, sizeInBytes }: CheckedExhibit,
  { seq, entry }: Acquired,
): void => {
  const isOther =
    (sha256 !== undefined && entry.sha256 !== sha256)
    || (entry.action === "item.add"
      && sizeInBytes !== undefined
      && entry.sizeInBytes !== sizeInBytes);
  if (isOther) {
    findings.say(
      "item_custody_differs",
      { path, seq },
      { found: sha256 ?? "", wanted: entry.sha256 },
    );
  }
};

/** The last line of a bag's log is the export of that very bag. */
const checkEnd = (
  { findings }: CheckContext,
  { chain: { entries, lastSeq }, opened, mayBeClosed }: OpenedLog,
  caseJson: CaseJson | undefined,
): void => {
  const path = bagFiles.custody;
  if (caseJson !== undefined && caseJson.custodyEntries !== entries) {
    findings.say(
      "custody_count_differs",
      { path },
      { found: entries, wanted: caseJson.custodyEntries },
    );
  }
  const last = opened.get(lastSeq);
  if (last?.action !== "export") {
    const isClosed = last === undefined && mayBeClosed;
    findings.say(isClosed ? "custody_last_not_opened" : "custody_last_not_export", {
      path,
      seq: lastSeq,
    });
    return;
  }
  if (caseJson === undefined) return;
  if (last.bag !== caseJson.bag) {
    findings.say(
      "custody_export_other_bag",
      { path, seq: lastSeq },
      { found: last.bag, wanted: caseJson.bag },
    );
  }
  const labels = caseJson.exhibits.map(({ label }) => label).sort();
  if (JSON.stringify(labels) !== JSON.stringify([...last.exhibits].sort())) {
    findings.say("custody_export_lists_differently", { path, seq: lastSeq });
  }
};
