import { bagFiles } from "@holdfast/bundle";
import { err, type Hasher, ok, type ReportProgress, type Result } from "@holdfast/evidence";

import { type CheckedTimestamp, checkTimestamps } from "./anchors/check-timestamps.ts";
import { parseSeal } from "./anchors/parse-seal.ts";
import type { Bag, BagInput } from "./bag/bag-input.ts";
import { checkStructure } from "./bag/check-structure.ts";
import { hashAll } from "./bag/hash-all.ts";
import { createHashFile, type Digests, type HashFile } from "./bag/hash-file.ts";
import { openBag } from "./bag/open-bag.ts";
import type { CheckContext } from "./check-context.ts";
import { checkCustody, type CustodyFacts } from "./custody/check-custody.ts";
import { checkCase, checkPresence } from "./exhibits/check-case.ts";
import { checkExhibits } from "./exhibits/check-exhibits.ts";
import { checkItemsList, checkParent } from "./exhibits/check-items-list.ts";
import type { Finding } from "./finding.ts";
import { createFindingList } from "./report.ts";
import type { SignaturePort } from "./tsp/signature-port.ts";

export interface VerifyOptions {
  /** The SHA-256 of the tag manifest as it stands on paper; groups of four are fine. */
  readonly seal?: string;
  /** PEM texts of the roots that the reader trusts. */
  readonly timestampRoots?: readonly string[];
  readonly hasher: Hasher;
  /** Left out, `hasher` does it on this thread. */
  readonly hashFile?: HashFile;
  /** Left out, time-stamps are named and not checked. */
  readonly signatures?: SignaturePort;
  readonly signal?: AbortSignal;
  readonly onProgress?: ReportProgress;
}

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
}

export interface VerifyReport {
  readonly verdict: Verdict;
  /** In the order in which they were found; faults and notes together. */
  readonly findings: readonly Finding[];
  readonly facts: VerifyFacts;
}

export interface VerifyError {
  readonly code: "cancelled";
}

/**
 * Checks a case bag to the end and reports everything that it finds, whatever bytes it is given.
 *
 * Memory: one chunk of 1 MiB and the next one for each of four files, the manifests, and 33 bytes for each line of the
 * log; `verifyLimits` bounds each.
 * Errors: `cancelled` when `signal` was aborted. What is wrong with the bag is a finding.
 */
export const verifyBag = async (
  input: BagInput,
  options: VerifyOptions,
): Promise<Result<VerifyReport, VerifyError>> => {
  try {
    return ok(await check(input, options));
  } catch (error) {
    if (options.signal?.aborted === true) return err({ code: "cancelled" });
    throw error;
  }
};

const check = async (input: BagInput, options: VerifyOptions): Promise<VerifyReport> => {
  const findings = createFindingList();
  const bag = await openBag(input, findings);
  if (bag === undefined) {
    findings.say("input_not_a_bag");
    return { verdict: "not-a-bag", findings: findings.list(), facts: emptyFacts };
  }
  const sizeInBytes = sizeOf(bag);
  const context = createContext(options, findings, sizeInBytes);
  const digests = await hashAll(context, bag.files.values());
  const info = await checkStructure(context, bag, digests);
  const exhibits = await checkExhibits(context, bag, digests);
  const caseJson = await checkCase(context, bag, info, exhibits);
  checkPresence(context, bag);
  await checkItemsList(context, bag, exhibits, digests);
  const parent = await checkParent(context, bag, exhibits, digests);
  const custody = await checkCustody(context, bag, exhibits, caseJson);
  const stamps = await checkTimestamps(context, bag, options.timestampRoots ?? []);
  const facts: VerifyFacts = {
    bagName: bag.name,
    kind: caseJson?.kind,
    seal: digests.get(bagFiles.tagManifest)?.sha256,
    parentSeal: parent?.seal,
    files: bag.files.size,
    sizeInBytes,
    exhibits: exhibits.length,
    custody,
    timestamps: stamps.own,
    parentTimestamps: stamps.parent,
  };
  const sealFits = checkSeal(context, options.seal, facts, digests);
  const verdict = verdictOf(context, sealFits, stamps.own);
  return { verdict, findings: findings.list(), facts };
};

const emptyFacts: VerifyFacts = {
  bagName: "",
  kind: undefined,
  seal: undefined,
  parentSeal: undefined,
  files: 0,
  sizeInBytes: 0,
  exhibits: 0,
  custody: undefined,
  timestamps: [],
  parentTimestamps: [],
};

const sizeOf = (bag: Bag): number => {
  let total = 0;
  for (const file of bag.files.values()) total += file.sizeInBytes;
  return total;
};

const createContext = (
  { hasher, hashFile, signatures, signal, onProgress }: VerifyOptions,
  findings: CheckContext["findings"],
  total: number,
): CheckContext => {
  let done = 0;
  return {
    findings,
    hasher,
    hashFile: hashFile ?? createHashFile(hasher),
    signatures,
    signal,
    onBytes: (count) => {
      done += count;
      onProgress?.({ step: "verifying", done, total, unit: "bytes" });
    },
  };
};

const checkSeal = (
  { findings }: CheckContext,
  text: string | undefined,
  facts: VerifyFacts,
  digests: ReadonlyMap<string, Digests>,
): boolean => {
  if (text === undefined || text.trim() === "") return false;
  const place = { path: bagFiles.tagManifest };
  const seal = parseSeal(text);
  if (seal === undefined) {
    findings.say("seal_malformed");
    return false;
  }
  if (digests.get(bagFiles.tagManifest)?.sha256 === seal) {
    findings.say("seal_fits", place, { seal });
    return true;
  }
  // The paper may be of the full bag: then it holds the exhibits of a disclosure bag, not its report.
  if (facts.parentSeal === seal) findings.say("seal_fits_parent", place, { seal });
  else findings.say("seal_differs", place, { found: facts.seal ?? "", wanted: seal });
  return false;
};

const verdictOf = (
  { findings }: CheckContext,
  sealFits: boolean,
  timestamps: readonly CheckedTimestamp[],
): Verdict => {
  const accepted = timestamps.filter((stamp) => stamp.accepted);
  const rootKnown = accepted.some(({ root }) => root === "known");
  if (!sealFits && accepted.length === 0) findings.say("no_anchor");
  if (findings.has("fault")) return "broken";
  if (sealFits) return "anchored-by-seal";
  if (rootKnown) return "anchored-by-timestamp-root-known";
  return accepted.length > 0 ? "anchored-by-timestamp-root-unknown" : "not-anchored";
};
