import type { FindingList } from "../report.ts";
import type { BagFile } from "./bag-input.ts";
import type { Digests } from "./hash-file.ts";
import type { Manifest } from "./manifest.ts";

export interface Comparison {
  /** The files that the manifests have to account for. */
  readonly files: ReadonlyMap<string, BagFile>;
  readonly digests: ReadonlyMap<string, Digests>;
  readonly sha256: Manifest;
  /** Absent for tag files, which stand in one manifest only. */
  readonly sha512?: Manifest;
}

/**
 * Holds what is there against what is listed: missing, extra, renamed and changed files. A file that is gone and turns
 * up under another name with the same bytes was renamed, and is said once.
 */
export const compareManifests = (comparison: Comparison, findings: FindingList): void => {
  const { files, digests, sha256, sha512 } = comparison;
  const listed = new Set([...sha256.keys(), ...(sha512?.keys() ?? [])]);
  const missing = [...listed].filter((path) => !files.has(path));
  const extra = [...files.keys()].filter((path) => !listed.has(path));
  sayMoved(missing, extra, comparison, findings);
  for (const path of listed) {
    if (sha512 !== undefined && sha256.has(path) !== sha512.has(path)) {
      findings.say("manifests_list_differently", { path });
    }
    const found = digests.get(path);
    if (found !== undefined && files.has(path)) compareDigests(path, found, comparison, findings);
  }
};

const compareDigests = (
  path: string,
  found: Digests,
  { sha256, sha512 }: Comparison,
  findings: FindingList,
): void => {
  const want256 = sha256.get(path);
  const want512 = sha512?.get(path);
  const wrong256 = want256 !== undefined && want256 !== found.sha256;
  const wrong512 = want512 !== undefined && want512 !== found.sha512;
  if (!wrong256 && !wrong512) return;
  const onlyOne = want256 !== undefined && want512 !== undefined && wrong256 !== wrong512;
  // No change of the file does this: one of the two manifests was changed.
  if (onlyOne) {
    findings.say("file_digests_disagree", { path }, { wrong: wrong256 ? "sha256" : "sha512" });
  } else {
    findings.say("file_changed", { path }, { found: found.sha256, wanted: want256 ?? "" });
  }
};

const sayMoved = (
  missing: readonly string[],
  extra: readonly string[],
  { digests, sha256, sha512 }: Comparison,
  findings: FindingList,
): void => {
  const missingByDigest = new Map<string, string[]>();
  for (const path of missing) {
    for (const digest of [sha256.get(path), sha512?.get(path)]) {
      if (digest === undefined) continue;
      const paths = missingByDigest.get(digest);
      if (paths === undefined) missingByDigest.set(digest, [path]);
      else paths.push(path);
    }
  }
  const gone = new Set(missing);
  // Each path is taken out once: a thousand empty files must not be compared with a thousand others.
  const takeMissing = (digest: string | undefined): string | undefined => {
    const paths = missingByDigest.get(digest ?? "") ?? [];
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      if (gone.delete(path)) return path;
    }
    return undefined;
  };
  for (const path of extra) {
    const found = digests.get(path);
    const from = takeMissing(found?.sha256) ?? takeMissing(found?.sha512);
    if (from === undefined) findings.say("file_extra", { path });
    else findings.say("file_renamed", { path }, { from });
  }
  for (const path of gone) findings.say("file_missing", { path });
};
