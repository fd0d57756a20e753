import {
  bytesToHex,
  type Case,
  type ClockDep,
  type Exhibit,
  type ExhibitId,
  type HasherDep,
  type RandomDep,
  type ReportProgress,
  type Sha256Hex,
  toSha256Hex,
  toWholeMinute,
  type ZoneOffsets,
} from "@holdfast/evidence";
import type { BagRecord, ItemBasis } from "@holdfast/bundle";

import type { CaseReader } from "../case-reader.ts";
import { isOpaqueLabel, type OpeningScope } from "../custody/disclosed-openings.ts";
import type { CustodySummary } from "../custody/read-custody.ts";
import { createEventSummary, type EventSummary } from "../report/gather-events.ts";
import type { SignatureFile } from "../timestamp/place-timestamp.ts";
import { createFileLedger, type FileLedger } from "./file-ledger.ts";
import { type BagPlan, parentOf } from "./plan-bag.ts";

export interface BagDeps extends HasherDep, RandomDep, ClockDep {
  readonly reader: CaseReader;
  readonly zones: ZoneOffsets;
  /** Version of the time zone database, "2026a": printed in the report. */
  readonly timeZoneData: string;
  /** `version` "0.1.0"; `userAgent` what runs it: "holdfast command line", or the browser's own. */
  readonly software: { readonly version: string; readonly userAgent: string };
  readonly signal?: AbortSignal;
  readonly onProgress?: ReportProgress;
  /** Called once, when the seal is known: the time stamps that are to lie beside it. */
  readonly stampSeal?: (seal: Sha256Hex) => Promise<readonly SignatureFile[]>;
}

/** Why no bag was made. */
export type BuildBagError =
  /** The log's last entry is not this bag's `export`. */
  | { readonly code: "export_not_recorded" }
  /** What was read back is not what was sealed. */
  | { readonly code: "original_changed"; readonly exhibit: ExhibitId }
  | { readonly code: "original_unreadable"; readonly exhibit: ExhibitId; readonly cause: string }
  /** The log has no opening for the exhibit's own entry. */
  | { readonly code: "exhibit_not_in_log"; readonly exhibit: ExhibitId }
  | { readonly code: "cancelled" };

/** A bag in the making: what its parts hand to each other. */
export interface BagWork {
  readonly deps: BagDeps;
  readonly plan: BagPlan;
  readonly theCase: Case;
  readonly zone: string | undefined;
  readonly madeAt: number;
  readonly custody: CustodySummary;
  readonly scope: OpeningScope;
  readonly basis: ItemBasis;
  /** The full bag below `data/parent/`, with the stamps of its seal. */
  readonly parent: { readonly record: BagRecord; readonly seal: Sha256Hex } | undefined;
  readonly exhibits: readonly Exhibit[];
  readonly labels: ReadonlyMap<ExhibitId, string>;
  readonly ledger: FileLedger;
  readonly events: EventSummary;
  readonly originalsSizeInBytes: number;

  originalsDone: number;
  readonly finished: FinishedExhibit[];
  itemsList?: string;
  tagManifest?: string;
  failure?: BuildBagError;
}

export interface FinishedExhibit {
  readonly exhibit: Exhibit;
  readonly label: string;
  readonly folder: string;
  readonly itemPath: string;
  readonly itemSha256: Sha256Hex;
  readonly file: string;
  readonly hasView: boolean;
}

export const beginWork = (deps: BagDeps, plan: BagPlan, custody: CustodySummary): BagWork => {
  const wanted = new Set(plan.exhibits);
  const exhibits = deps.reader
    .exhibits()
    .filter(({ id }) => wanted.has(id))
    .map((exhibit) => ({ ...exhibit, addedAt: toWholeMinute(exhibit.addedAt) }));
  const theCase = disclosedCase(deps.reader.readCase(), plan);
  const { zone } = theCase.facts;
  const record = plan.parent === undefined ? undefined : parentOf(custody, plan.parent);
  return {
    deps,
    plan,
    theCase,
    zone,
    // The log's time for it: another one would tell how long the case took to read.
    madeAt: custody.last?.at ?? deps.clock.now(),
    custody,
    scope: {
      kind: plan.kind,
      bag: plan.bag,
      exhibits: wanted,
      isWorkplace: plan.purpose === "workplace",
    },
    basis: record?.itemBasis ?? {
      ...(zone === undefined ? {} : { zone }),
      version: deps.software.version,
      userAgent: deps.software.userAgent,
      notesUpToSeq: custody.lastSeq,
      nonce: toSha256Hex(bytesToHex(deps.random.bytes(32))),
    },
    parent: custody.records.findLast((known) => known.record === record),
    exhibits,
    labels: labelsOf(plan, exhibits),
    ledger: createFileLedger(deps),
    events: createEventSummary(),
    originalsSizeInBytes: exhibits.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0),
    originalsDone: 0,
    finished: [],
  };
};

/** Care rule 7: somebody who neither threatens nor is threatened (a sister, a friend) is nobody else's to know of. */
const disclosedCase = (theCase: Case, { kind }: BagPlan): Case => {
  const { parties } = theCase.facts;
  if (kind === "full" || parties === undefined) return theCase;
  const known = parties.filter(({ role }) => role !== "other");
  return { ...theCase, facts: { ...theCase.facts, parties: known } };
};

/** The vault's own labels where they tell nothing; else the bag's own count. See [Note: opaque labels]. */
const labelsOf = (plan: BagPlan, exhibits: readonly Exhibit[]): ReadonlyMap<ExhibitId, string> => {
  const isOwn = plan.kind === "full" || exhibits.every(({ id }) => isOpaqueLabel(id));
  return new Map(
    exhibits.map(({ id }, at) => [id, isOwn ? id : `x-${String(at + 1).padStart(2, "0")}`]),
  );
};
