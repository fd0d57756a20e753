/** The names in a case bag. Everything is plain lower-case ASCII: no name can carry a person's name or need escaping. */
export const bagFiles = {
  bagit: "bagit.txt",
  bagInfo: "bag-info.txt",
  manifestSha256: "manifest-sha256.txt",
  manifestSha512: "manifest-sha512.txt",
  tagManifest: "tagmanifest-sha256.txt",
  items: "items-sha256.txt",
  verify: "VERIFY.txt",
  unsignedMetadata: "unsigned-metadata.json",
  reportHtml: "data/REPORT.html",
  /** Later issues add it; a bag without it is whole. */
  reportPdf: "data/REPORT.pdf",
  caseJson: "data/case.json",
  timeline: "data/timeline.csv",
  custody: "data/custody.jsonl",
  custodyDetails: "data/custody-details.jsonl",
} as const;

export const bagFolders = {
  files: "data/files",
  /** In a disclosure bag only. */
  parent: "data/parent",
  signatures: "signatures",
  witness: "witness",
} as const;

/** What the tag manifest covers, sorted bytewise. Its SHA-256 is the seal. */
export const tagManifestCovers = [
  bagFiles.verify,
  bagFiles.bagInfo,
  bagFiles.bagit,
  bagFiles.items,
  bagFiles.manifestSha256,
  bagFiles.manifestSha512,
] as const;

/** Of the full bag's own files, the only ones that a disclosure bag carries below `data/parent/`, beside signatures. */
export const parentFiles = {
  items: `${bagFolders.parent}/${bagFiles.items}`,
  tagManifest: `${bagFolders.parent}/${bagFiles.tagManifest}`,
  signatures: `${bagFolders.parent}/${bagFolders.signatures}`,
} as const;

/** The exact content of bagit.txt (RFC 8493 §2.1.1). */
export const bagitTxt = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** The labels of bag-info.txt, in the order in which they are written. */
export const bagInfoLabels = [
  "Bagging-Date",
  "External-Identifier",
  "Bag-Group-Identifier",
  "Bag-Software-Agent",
  "Payload-Oxum",
  "Holdfast-Salt",
] as const;

/**
 * `case-7f3a-2026-11-22-b01` for a full bag; `…-d4c19e0` for a disclosure bag, whose last part is random: a number
 * would tell a recipient how many others there are.
 */
export const bagNamePattern = /^case-[0-9a-f]{4}-\d{4}-\d\d-\d\d-(?:b\d{2,}|d[0-9a-f]{6})$/;

/** 128 bits that tell nothing: the name of an exhibit's folder, and its `id` in item.json. */
export const exhibitKeyPattern = /^[0-9a-f]{32}$/;

export const exhibitFolder = (key: string): string => `${bagFolders.files}/${key}`;
export const itemJsonPath = (key: string): string => `${exhibitFolder(key)}/item.json`;
export const viewPath = (key: string): string => `${exhibitFolder(key)}/view.html`;
export const itemJsonPathPattern = /^data\/files\/([0-9a-f]{32})\/item\.json$/;

/** "<hex>  <path>", as coreutils write it: two spaces, no escapes. */
export const manifestSha256LinePattern = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]+)$/;
export const manifestSha512LinePattern = /^([0-9a-f]{128}) {2}([A-Za-z0-9._/-]+)$/;

/** items-sha256.txt has a multiple of this many lines, the true ones among random ones of the same form. */
export const itemsListStep = 32;

/** How many lines that is for so many exhibits: 32, 64, 128 …, so that few different numbers can ever be seen. */
export const itemsListLength = (exhibits: number): number => {
  let length = itemsListStep;
  while (length < exhibits) length *= 2;
  return length;
};

const plainPathPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** A relative path of plain ASCII names without `.` and `..` parts: what can be unpacked anywhere. */
export const isPlainBagPath = (path: string): boolean =>
  path.length <= 200 && plainPathPattern.test(path);
