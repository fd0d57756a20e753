import { bagFiles } from "@holdfast/bundle";
import { err, type Hasher, ok, type ReportProgress, type Result } from "@holdfast/evidence";

import { checkTimestamps } from "./anchors/check-timestamps.ts";
import type { Bag, BagInput } from "./bag/bag-input.ts";
import { checkStructure } from "./bag/check-structure.ts";
import { hashAll } from "./bag/hash-all.ts";
import { createHashFile, type HashFile } from "./bag/hash-file.ts";
import { openBag } from "./bag/open-bag.ts";
import type { CheckContext } from "./check-context.ts";
import { checkCustody } from "./custody/check-custody.ts";
import { checkCase, checkPresence } from "./exhibits/check-case.ts";
import { checkExhibits } from "./exhibits/check-exhibits.ts";
import { checkItemsList, checkParent } from "./exhibits/check-items-list.ts";
import { judge, type VerifyFacts, type VerifyReport } from "./judge.ts";
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
    if (findings.count("fault") === 0) findings.say("input_not_a_bag");
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
    faults: findings.count("fault"),
  };
  return judge(findings.list(), facts, options.seal);
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
  faults: 0,
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
