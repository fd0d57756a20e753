import type { FindingCode } from "@holdfast/evidence";

import {
  type Finding,
  type FindingParams,
  type FindingPlace,
  finding,
  type Severity,
} from "./finding.ts";
import { verifyLimits } from "./limits.ts";

/** Takes findings as they come. Past the limit they are counted and not kept: a forged bag must not fill the memory. */
export interface FindingList {
  readonly say: (code: FindingCode, place?: FindingPlace, params?: FindingParams) => void;
  readonly add: (found: Finding) => void;
  /** Those that were not kept included. */
  readonly count: (severity: Severity) => number;
  readonly list: () => readonly Finding[];
}

export const createFindingList = (
  maximumFindings: number = verifyLimits.maximumFindings,
): FindingList => {
  const kept: Finding[] = [];
  const counts: Record<Severity, number> = { fault: 0, caution: 0, note: 0 };
  let left = 0;
  const add = (found: Finding): void => {
    counts[found.severity] += 1;
    if (kept.length < maximumFindings) kept.push(found);
    else left += 1;
  };
  return {
    say: (code, place = {}, params = {}) => add(finding(code, place, params)),
    add,
    count: (severity) => counts[severity],
    list: () => (left === 0 ? kept : [...kept, finding("limit_findings_cut", {}, { count: left })]),
  };
};
