import { bagFiles, bagFolders, tagManifestCovers } from "@holdfast/bundle";
import type { FindingCode } from "@holdfast/evidence";

import type { CheckContext } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";
import type { Bag, BagFile } from "./bag-input.ts";
import { type BagInfo, checkDeclaration, parseBagInfo } from "./bag-tags.ts";
import { compareManifests } from "./compare-manifests.ts";
import type { Digests } from "./hash-file.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import { readGuarded } from "./read-guarded.ts";

const payloadPrefix = "data/";

/** Outside of every manifest: they may change or come after the sealing. */
const isUnsealed = (path: string): boolean =>
  path === bagFiles.unsignedMetadata
  || path === bagFiles.tagManifest
  || path.startsWith(`${bagFolders.signatures}/`)
  || path.startsWith(`${bagFolders.witness}/`);

/** BagIt's part of the check: declaration, bag-info, both payload manifests and the tag manifest against the bytes. */
export const checkStructure = async (
  context: CheckContext,
  bag: Bag,
  digests: ReadonlyMap<string, Digests>,
): Promise<BagInfo | undefined> => {
  const { findings } = context;
  const declaration = await readTagFile(context, bag, bagFiles.bagit, "bagit_missing");
  if (declaration !== undefined) checkDeclaration(declaration, findings);
  const infoBytes = await readTagFile(context, bag, bagFiles.bagInfo, "bag_info_missing");
  const info = infoBytes === undefined ? undefined : parseBagInfo(infoBytes, findings);
  const sha256 = await readManifest(context, bag, bagFiles.manifestSha256, "sha256");
  const sha512 = await readManifest(context, bag, bagFiles.manifestSha512, "sha512");
  const payload = filesWhere(bag, (path) => path.startsWith(payloadPrefix));
  compareManifests(
    {
      files: payload,
      digests,
      sha256: sha256 ?? new Map<string, string>(),
      ...(sha512 === undefined ? {} : { sha512 }),
    },
    findings,
  );
  checkOxum(context, info, payload);
  await checkTagManifest(context, bag, digests);
  return info;
};

const filesWhere = (bag: Bag, wanted: (path: string) => boolean): Map<string, BagFile> =>
  new Map([...bag.files].filter(([path]) => wanted(path)));

const readTagFile = async (
  context: CheckContext,
  bag: Bag,
  path: string,
  codeIfMissing: FindingCode,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const file = bag.files.get(path);
  if (file === undefined) {
    context.findings.say(codeIfMissing, { path });
    return undefined;
  }
  return readGuarded(context, file, verifyLimits.maximumTagFileSizeInBytes);
};

const readManifest = async (
  context: CheckContext,
  bag: Bag,
  path: string,
  algorithm: "sha256" | "sha512",
): Promise<Manifest | undefined> => {
  const bytes = await readTagFile(context, bag, path, "manifest_missing");
  return bytes === undefined ? undefined : parseManifest(bytes, algorithm, path, context.findings);
};

const checkOxum = (
  { findings }: CheckContext,
  info: BagInfo | undefined,
  payload: ReadonlyMap<string, BagFile>,
): void => {
  if (info?.oxum === undefined) return;
  let sizeInBytes = 0;
  for (const file of payload.values()) sizeInBytes += file.sizeInBytes;
  if (info.oxum.sizeInBytes === sizeInBytes && info.oxum.count === payload.size) return;
  findings.say(
    "bag_info_oxum_differs",
    { path: bagFiles.bagInfo },
    {
      wantedBytes: info.oxum.sizeInBytes,
      wantedFiles: info.oxum.count,
      foundBytes: sizeInBytes,
      foundFiles: payload.size,
    },
  );
};

const checkTagManifest = async (
  context: CheckContext,
  bag: Bag,
  digests: ReadonlyMap<string, Digests>,
): Promise<void> => {
  const { findings } = context;
  const path = bagFiles.tagManifest;
  const bytes = await readTagFile(context, bag, path, "tag_manifest_missing");
  if (bytes === undefined) return;
  const manifest = parseManifest(bytes, "sha256", path, findings);
  for (const name of tagManifestCovers) {
    // VERIFY.txt is for people: a bag without it and without its line is still whole.
    const isMissed = name === bagFiles.verify ? bag.files.has(name) : true;
    if (isMissed && !manifest.has(name))
      findings.say("tag_manifest_incomplete", { path }, { name });
  }
  if (!bag.files.has(bagFiles.verify))
    findings.say("verify_text_absent", { path: bagFiles.verify });
  const files = filesWhere(
    bag,
    (name) => manifest.has(name) || (!name.startsWith(payloadPrefix) && !isUnsealed(name)),
  );
  compareManifests({ files, digests, sha256: manifest }, findings);
};
