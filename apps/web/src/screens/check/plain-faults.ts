import type { FindingCode } from "@holdfast/evidence";
import type { Finding } from "@holdfast/verify";
import type { AppMessageCode, FindingGroup } from "@holdfast/words";

import { groupFindings } from "./group-findings.ts";

/** One part of the package in which something does not fit, as whoever is no expert reads it. */
export interface PlainPart {
  readonly title: AppMessageCode;
  /** Named once each, in the order of the findings. */
  readonly places: readonly PlainPlace[];
}

export interface PlainPlace {
  readonly path: string;
  readonly what: AppMessageCode;
}

const partTitles = {
  container: "check_part_container",
  files: "check_part_files",
  exhibits: "check_part_exhibits",
  custody: "check_part_record",
  anchor: "check_part_number",
} as const satisfies Readonly<Record<FindingGroup, AppMessageCode>>;

/** What can be said without the words of the field; all else "does not fit", and the list for experts says why. */
const whats: Readonly<Partial<Record<FindingCode, AppMessageCode>>> = {
  file_changed: "check_place_changed",
  item_original_changed: "check_place_changed",
  file_extra: "check_place_added",
  file_missing: "check_place_not_there",
  item_original_missing: "check_place_not_there",
  file_renamed: "check_place_renamed",
  file_unreadable: "check_place_unreadable",
  zip_entry_damaged: "check_place_unreadable",
};

/** The parts with something that does not fit, and where. One file is named once, by the plainest that is known of it. */
export const plainFaults = (findings: readonly Finding[]): readonly PlainPart[] =>
  groupFindings(findings.filter(({ severity }) => severity === "fault")).map(
    ({ group, findings: faults }) => ({ title: partTitles[group], places: placesOf(faults) }),
  );

const placesOf = (faults: readonly Finding[]): readonly PlainPlace[] => {
  const whatByPath = new Map<string, AppMessageCode>();
  for (const { code, place } of faults) {
    if (place.path === undefined) continue;
    const known = whats[code];
    if (known !== undefined || !whatByPath.has(place.path)) {
      whatByPath.set(place.path, known ?? "check_place_does_not_fit");
    }
  }
  return [...whatByPath].map(([path, what]) => ({ path, what }));
};

/** The verdict says these already. */
const saidByVerdict: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "no_anchor",
  "timestamp_root_unknown",
]);

/** Whether the experts' list has something that whoever relies on the package has to know. */
export const hasMoreToKnow = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity, code }) => severity === "caution" && !saidByVerdict.has(code));
