import { bytesToHex, utcMsToIso } from "@holdfast/evidence";
import { bagFiles, bagInfoLabels, tagManifestCovers } from "@holdfast/bundle";

import { sha256Hex, utf8 } from "../hash.ts";
import { type BagEntry, textEntry } from "./bag-entry.ts";
import type { BagWork } from "./bag-work.ts";
import { softwareName } from "./case-files.ts";
import { itemsList } from "./items-list.ts";
import { caseGroup } from "./plan-bag.ts";

/** Everything that can be written only when the payload has gone by: lists, seal, time stamps. */
export async function* sealFiles(work: BagWork): AsyncGenerator<BagEntry> {
  const { ledger } = work;
  const payload = ledger.paths("data/");
  const sizeInBytes = payload.reduce(
    (sum, path) => sum + (ledger.digestsOf(path)?.sizeInBytes ?? 0),
    0,
  );
  yield textEntry(work, bagFiles.bagInfo, [bagInfo(work, `${sizeInBytes}.${payload.length}`)]);
  yield textEntry(work, bagFiles.manifestSha256, [ledger.manifest("sha256", payload)]);
  yield textEntry(work, bagFiles.manifestSha512, [ledger.manifest("sha512", payload)]);
  work.itemsList = itemsList(
    work.deps,
    work.finished.map(({ folder, itemSha256 }) => ({ folder, sha256: itemSha256 })),
  );
  yield textEntry(work, bagFiles.items, [work.itemsList]);
  work.tagManifest = ledger.manifest("sha256", tagManifestCovers);
  yield textEntry(work, bagFiles.tagManifest, [work.tagManifest]);
  const seal = sha256Hex(work.deps, utf8(work.tagManifest));
  for (const file of (await work.deps.stampSeal?.(seal)) ?? []) {
    yield { path: file.path, bytes: [file.bytes], sizeInBytes: file.bytes.length };
  }
}

/**
 * bag-info.txt. The random line keeps the parent's tag manifest, which goes into disclosure bags, from telling how
 * much the parent holds: without it, sizes and counts could be tried out against the hash of this short file.
 */
const bagInfo = (work: BagWork, payloadOxum: string): string => {
  const values: Readonly<Record<(typeof bagInfoLabels)[number], string>> = {
    "Bagging-Date": utcMsToIso(work.madeAt).slice(0, 10),
    "External-Identifier": work.plan.bag,
    "Bag-Group-Identifier": caseGroup(work.theCase.id),
    "Bag-Software-Agent": softwareName(work),
    "Payload-Oxum": payloadOxum,
    "Holdfast-Salt": bytesToHex(work.deps.random.bytes(32)),
  };
  return bagInfoLabels.map((label) => `${label}: ${values[label]}\n`).join("");
};
