import type { Finding, Severity } from "@holdfast/verify";
import { type FindingGroup, findingGroupOf } from "@holdfast/words";

export interface FoundGroup {
  readonly group: FindingGroup;
  readonly findings: readonly Finding[];
  readonly faults: number;
}

const groupOrder: readonly FindingGroup[] = ["container", "files", "exhibits", "custody", "anchor"];
const severityOrder: readonly Severity[] = ["fault", "caution", "note"];

/** By the part of the package; in each part, and of the parts, what does not fit comes first. */
export const groupFindings = (findings: readonly Finding[]): readonly FoundGroup[] =>
  groupOrder
    .flatMap((group) => {
      const own = findings
        .filter(({ code }) => findingGroupOf(code) === group)
        .toSorted((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity));
      const faults = own.filter(({ severity }) => severity === "fault").length;
      return own.length === 0 ? [] : [{ group, findings: own, faults }];
    })
    .toSorted((a, b) => Number(b.faults > 0) - Number(a.faults > 0));
