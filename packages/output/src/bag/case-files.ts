import {
  assert,
  bytesToHex,
  canonicalBytes,
  type CustodyEntry,
  toSha256Hex,
  utcMsToIso,
} from "@holdfast/evidence";
import { bagFiles, type CaseJson, parentFiles, signatureFiles } from "@holdfast/bundle";

import { isOpened } from "../custody/disclosed-openings.ts";
import { openEntry } from "../custody/read-custody.ts";
import { sha256Hex, utf8 } from "../hash.ts";
import type { ReportModel } from "../report/report-model.ts";
import { reportHtml } from "../report/report-html.ts";
import { bagEvents } from "../timeline/bag-events.ts";
import { withCertainOrder } from "../timeline/certain-order.ts";
import { timelineCsv } from "../timeline/timeline-csv.ts";
import { type BagEntry, bytesEntry, textEntry } from "./bag-entry.ts";
import type { BagWork } from "./bag-work.ts";
import { caseGroup } from "./plan-bag.ts";

/** What stands beside the exhibits: timeline, custody log, report, case, and the larger bag's lists. */
export function* caseFiles(work: BagWork): Generator<BagEntry> {
  yield textEntry(work, bagFiles.timeline, timelineOf(work));
  yield textEntry(work, bagFiles.custody, custodyLines(work));
  yield textEntry(work, bagFiles.custodyDetails, custodyDetails(work));
  yield textEntry(work, bagFiles.reportHtml, reportHtml(work.deps, reportModel(work)));
  yield bytesEntry(work, bagFiles.caseJson, canonicalBytes(caseJson(work)));
  if (work.parent !== undefined) yield* parentBag(work, work.parent);
}

const timelineOf = (work: BagWork): Generator<string> => {
  const finished = new Map(work.finished.map((it) => [it.exhibit.id, it]));
  const events = withCertainOrder(bagEvents(work.deps, work.scope.exhibits, work.zone));
  return timelineCsv(
    {
      zones: work.deps.zones,
      zone: work.zone,
      exhibit: (id) => {
        const it = finished.get(id);
        assert(it !== undefined, "an event's exhibit is in the bag");
        return { label: it.label, folder: it.folder, sha256: it.exhibit.sha256 };
      },
      withoutWords: work.scope.isWorkplace,
    },
    work.events.watch(events),
  );
};

/** The exact bytes of the log up to this bag's own export. */
function* custodyLines(work: BagWork): Generator<string> {
  let seq = 0;
  for (const line of work.deps.reader.custodyLines()) {
    seq += 1;
    if (seq > work.custody.lastSeq) return;
    yield `${line}\n`;
  }
}

/** `{"entry":…,"seq":n}` a line: canonical, since an opening is canonical JSON already. */
function* custodyDetails(work: BagWork): Generator<string> {
  for (const { seq } of openedEntries(work)) {
    yield `{"entry":${work.deps.reader.custodyOpening(seq) ?? ""},"seq":${seq}}\n`;
  }
}

function* openedEntries(
  work: BagWork,
): Generator<{ readonly seq: number; readonly entry: CustodyEntry }> {
  const { lastFillSeq, lastSeq } = work.custody;
  const before = work.plan.kind === "disclosure" ? lastFillSeq : 0;
  for (let seq = before + 1; seq <= lastSeq; seq += 1) {
    const entry = openEntry(work.deps.reader, seq);
    if (entry !== undefined && isOpened(work.scope, entry)) yield { seq, entry };
  }
}

const countOpened = (work: BagWork): Pick<ReportModel, "openedCount" | "toldAgain"> => {
  let openedCount = 0;
  let toldAgain = false;
  for (const { entry } of openedEntries(work)) {
    openedCount += 1;
    // The person's own bag opens the older entries themselves.
    if (entry.action === "item.show" && work.plan.kind === "disclosure") toldAgain = true;
  }
  return { openedCount, toldAgain };
};

const reportModel = (work: BagWork): ReportModel => {
  const { plan, deps, events, finished } = work;
  const byId = new Map(finished.map((it) => [it.exhibit.id, it]));
  const opened = countOpened(work);
  return {
    zones: deps.zones,
    zone: work.zone,
    purpose: plan.purpose,
    bag: plan.bag,
    group: caseGroup(work.theCase.id),
    madeAt: work.madeAt,
    software: softwareName(work),
    timeZoneData: deps.timeZoneData,
    keepsWordsOnly: work.theCase.pictures !== "all-adult",
    facts: work.theCase.facts,
    exhibits: finished.map((it) => ({
      ...it,
      ...events.ofExhibit(it.exhibit.id),
      readingNotes: deps.reader.notesOf(it.exhibit.id),
      ownNotes: work.custody.notes.get(it.exhibit.id) ?? [],
    })),
    threads: events.threads().map((thread) => {
      const it = byId.get(thread.exhibit);
      assert(it !== undefined, "a conversation's exhibit is in the bag");
      return { ...thread, exhibit: it.label, folder: it.folder, hasView: it.hasView };
    }),
    threadsCut: events.threadsCut(),
    events: events.events(),
    first: events.first(),
    last: events.last(),
    custodyEntries: work.custody.lastSeq,
    opened: () => openedEntries(work),
    ...opened,
  };
};

export const softwareName = (work: BagWork): string => `Holdfast ${work.deps.software.version}`;

const caseJson = (work: BagWork): CaseJson => {
  const { plan, theCase, zone } = work;
  const { facts } = theCase;
  const isWorkplace = work.scope.isWorkplace;
  const { demand, deadline } = facts.threat ?? {};
  const threat = isWorkplace
    ? {
        ...(demand === undefined ? {} : { demand }),
        ...(deadline === undefined ? {} : { deadline }),
      }
    : facts.threat;
  return {
    v: 1,
    case: theCase.id,
    bag: plan.bag,
    kind: plan.kind,
    purpose: plan.purpose,
    madeAt: utcMsToIso(work.madeAt),
    ...(plan.kind === "full" ? { createdAt: utcMsToIso(theCase.createdAt) } : {}),
    ...(zone === undefined ? {} : { zone }),
    ...(threat === undefined ? {} : { threat }),
    parties: (facts.parties ?? [])
      .filter(({ role }) => !isWorkplace || role === "threatening")
      .map(({ role, handles }) => ({ role, handles })),
    exhibits: work.finished.map(({ label, folder }) => ({ label, id: folder })),
    custodyEntries: work.custody.lastSeq,
    versions: {
      software: softwareName(work),
      format: 1,
      timeZoneData: work.deps.timeZoneData,
    },
    salt: toSha256Hex(bytesToHex(work.deps.random.bytes(32))),
  };
};

/** Of the full bag: its list of items, its tag manifest, and the stamps of its seal. Nothing else of it. */
function* parentBag(work: BagWork, parent: NonNullable<BagWork["parent"]>): Generator<BagEntry> {
  yield bytesEntry(work, parentFiles.items, utf8(parent.record.itemsList));
  yield bytesEntry(work, parentFiles.tagManifest, utf8(parent.record.tagManifest));
  const first = work.custody.stamps.findLast((stamp) => stamp.imprint === parent.seal);
  if (first?.response === undefined) return;
  yield bytesEntry(work, below(signatureFiles.first), bytesOfBase64(first.response));
  if (first.chain !== undefined) {
    yield bytesEntry(work, below(signatureFiles.firstChain), utf8(first.chain));
  }
  const stamped = sha256Hex(work.deps, bytesOfBase64(first.response));
  const second = work.custody.stamps.findLast((stamp) => stamp.imprint === stamped);
  if (second?.response === undefined) return;
  yield bytesEntry(work, below(signatureFiles.second), bytesOfBase64(second.response));
  if (second.chain !== undefined) {
    yield bytesEntry(work, below(signatureFiles.secondChain), utf8(second.chain));
  }
}

const below = (path: string): string => `data/parent/${path}`;

const bytesOfBase64 = (encoded: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
