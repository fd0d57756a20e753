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
  readonly has: (severity: Severity) => boolean;
  readonly hasCode: (code: FindingCode) => boolean;
  readonly list: () => readonly Finding[];
}

export const createFindingList = (
  maximumFindings: number = verifyLimits.maximumFindings,
): FindingList => {
  const kept: Finding[] = [];
  const severities = new Set<Severity>();
  const codes = new Set<FindingCode>();
  let left = 0;
  const add = (found: Finding): void => {
    severities.add(found.severity);
    codes.add(found.code);
    if (kept.length < maximumFindings) kept.push(found);
    else left += 1;
  };
  return {
    say: (code, place = {}, params = {}) => add(finding(code, place, params)),
    add,
    has: (severity) => severities.has(severity),
    hasCode: (code) => codes.has(code),
    list: () => (left === 0 ? kept : [...kept, finding("limit_findings_cut", {}, { count: left })]),
  };
};
