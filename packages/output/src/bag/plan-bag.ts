import {
  bytesToHex,
  type ClockDep,
  err,
  type Exhibit,
  type ExhibitId,
  ok,
  type RandomDep,
  type Result,
  utcMsToIso,
} from "@holdfast/evidence";
import { type BagRecord, bagNamePattern, type Purpose } from "@holdfast/bundle";

import type { CaseReader } from "../case-reader.ts";
import { type CustodySummary, readCustody } from "../custody/read-custody.ts";

export interface BagRequest {
  readonly purpose: Purpose;
  readonly exhibits: "all" | readonly ExhibitId[];
  /** The full bag that a disclosure bag shows to belong to; without it, the newest that the log remembers. */
  readonly parent?: string;
}

/** What will be in the bag: to be shown, and recorded in the log, before it is built. */
export interface BagPlan {
  readonly kind: "full" | "disclosure";
  readonly purpose: Purpose;
  readonly bag: string;
  readonly exhibits: readonly ExhibitId[];
  readonly leftOut: readonly LeftOut[];
  /** Name of the full bag below `data/parent/`. */
  readonly parent?: string;
}

export interface LeftOut {
  readonly exhibit: ExhibitId;
  readonly code: "withdrawn" | "picture_locked";
}

/**
 * Decides kind, name and content of a bag.
 *
 * A full bag is the one that stays with the person: for themselves, of everything. Every other bag is a disclosure
 * bag: nothing in it tells what else there is.
 */
export const planBag = (
  deps: ClockDep & RandomDep & { readonly reader: CaseReader },
  request: BagRequest,
): Result<BagPlan, PlanBagError> => {
  const all = deps.reader.exhibits();
  const known = new Map(all.map((exhibit) => [exhibit.id, exhibit]));
  const wanted: Exhibit[] = [];
  for (const id of request.exhibits === "all" ? known.keys() : new Set(request.exhibits)) {
    const exhibit = known.get(id);
    if (exhibit === undefined) return err({ code: "no_such_exhibit", exhibit: id });
    wanted.push(exhibit);
  }
  const leftOut: LeftOut[] = [];
  const exhibits: ExhibitId[] = [];
  const locked = new Set(deps.reader.lockedExhibits());
  for (const exhibit of wanted.toSorted((a, b) => compare(a.id, b.id))) {
    if (exhibit.withdrawn) leftOut.push({ exhibit: exhibit.id, code: "withdrawn" });
    else if (locked.has(exhibit.id)) {
      leftOut.push({ exhibit: exhibit.id, code: "picture_locked" });
    } else exhibits.push(exhibit.id);
  }
  if (exhibits.length === 0) return err({ code: "nothing_to_export", leftOut });
  const custody = readCustody(deps.reader);
  const kind = request.purpose === "self" && request.exhibits === "all" ? "full" : "disclosure";
  const parent = kind === "full" ? undefined : parentOf(custody, request.parent);
  if (request.parent !== undefined && parent === undefined) {
    return err({ code: "no_such_parent", bag: request.parent });
  }
  return ok({
    kind,
    purpose: request.purpose,
    bag: newBagName(deps, kind, custody),
    exhibits,
    leftOut,
    ...(parent === undefined ? {} : { parent: parent.bag }),
  });
};

export type PlanBagError =
  | { readonly code: "no_such_exhibit"; readonly exhibit: string }
  | { readonly code: "nothing_to_export"; readonly leftOut: readonly LeftOut[] }
  | { readonly code: "no_such_parent"; readonly bag: string };

export const parentOf = (
  custody: CustodySummary,
  name: string | undefined,
): BagRecord | undefined =>
  custody.records.findLast(({ record }) => name === undefined || record.bag === name)?.record;

/** Opaque: four digits of the case's random id, the day (UTC), and a number or, for a recipient, a random end. */
const newBagName = (
  deps: ClockDep & RandomDep & { readonly reader: CaseReader },
  kind: BagPlan["kind"],
  custody: CustodySummary,
): string => {
  const group = caseGroup(deps.reader.readCase().id);
  const day = utcMsToIso(deps.clock.now()).slice(0, 10);
  const fullBags = custody.bags.filter(
    (bag) => bagNamePattern.test(bag) && /-b\d+$/.test(bag),
  ).length;
  const end =
    kind === "full"
      ? `b${String(fullBags + 1).padStart(2, "0")}`
      : `d${bytesToHex(deps.random.bytes(3))}`;
  return `${group}-${day}-${end}`;
};

/** "case-7f3a": what all bags of a case have in common. */
export const caseGroup = (caseId: string): string => `case-${caseId.slice(0, 4)}`;

const compare = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
