import { bagFiles } from "@holdfast/bundle";

import type { CheckedTimestamp } from "./anchors/check-timestamps.ts";
import { parseSeal } from "./anchors/parse-seal.ts";
import type { CustodyFacts } from "./custody/check-custody.ts";
import { type Finding, finding } from "./finding.ts";

/**
 * - `not-a-bag`: nothing in there looks like a case bag.
 * - `broken`: at least one fault.
 * - `not-anchored`: everything fits together, and nothing outside of the bag holds it: manifests that somebody made anew
 *   after a change, or a log that was cut at its end, cannot be found.
 * - `anchored-…`: everything fits, and it is the state that the seal or the time-stamp was made of.
 */
export type Verdict =
  | "not-a-bag"
  | "broken"
  | "not-anchored"
  | "anchored-by-seal"
  | "anchored-by-timestamp-root-known"
  | "anchored-by-timestamp-root-unknown";

export interface VerifyFacts {
  readonly bagName: string;
  readonly kind: "full" | "disclosure" | undefined;
  /** The SHA-256 of the tag manifest as it is here, to compare with paper. */
  readonly seal: string | undefined;
  /** Of the full bag, when this is a disclosure bag that fits to it. */
  readonly parentSeal: string | undefined;
  readonly files: number;
  readonly sizeInBytes: number;
  readonly exhibits: number;
  readonly custody: CustodyFacts | undefined;
  readonly timestamps: readonly CheckedTimestamp[];
  readonly parentTimestamps: readonly CheckedTimestamp[];
  /** Faults of the bag itself, those that the list had no room for included; a seal that does not fit is not one of them. */
  readonly faults: number;
}

export interface VerifyReport {
  readonly verdict: Verdict;
  /** In the order in which they were found; faults and notes together. */
  readonly findings: readonly Finding[];
  readonly facts: VerifyFacts;
}

/** The verdict over what was found, with the seal from paper when there is one. */
export const judge = (
  found: readonly Finding[],
  facts: VerifyFacts,
  sealText: string | undefined,
): VerifyReport => {
  const seal = checkSeal(facts, sealText);
  const accepted = facts.timestamps.filter((stamp) => stamp.accepted);
  const isAnchored = seal?.code === "seal_fits" || accepted.length > 0;
  const findings = [
    ...found,
    ...(seal === undefined ? [] : [seal]),
    ...(isAnchored ? [] : [finding("no_anchor")]),
  ];
  return { verdict: verdictOf(facts, seal, accepted), findings, facts };
};

/** The same report with another seal: comparing it needs no byte of the bag again. */
export const withSeal = (report: VerifyReport, sealText: string): VerifyReport =>
  report.verdict === "not-a-bag"
    ? report
    : judge(
        report.findings.filter(({ code }) => !code.startsWith("seal_") && code !== "no_anchor"),
        report.facts,
        sealText,
      );

const checkSeal = (facts: VerifyFacts, text: string | undefined): Finding | undefined => {
  if (text === undefined || text.trim() === "") return undefined;
  const place = { path: bagFiles.tagManifest };
  const seal = parseSeal(text);
  if (seal === undefined) return finding("seal_malformed");
  if (facts.seal === seal) return finding("seal_fits", place, { seal });
  // The paper may be of the full bag: then it holds the exhibits of a disclosure bag, not its report.
  if (facts.parentSeal === seal) return finding("seal_fits_parent", place, { seal });
  return finding("seal_differs", place, { found: facts.seal ?? "", wanted: seal });
};

const verdictOf = (
  facts: VerifyFacts,
  seal: Finding | undefined,
  accepted: readonly CheckedTimestamp[],
): Verdict => {
  if (facts.faults > 0 || seal?.severity === "fault") return "broken";
  if (seal?.code === "seal_fits") return "anchored-by-seal";
  if (accepted.some(({ root }) => root === "known")) return "anchored-by-timestamp-root-known";
  return accepted.length > 0 ? "anchored-by-timestamp-root-unknown" : "not-anchored";
};
