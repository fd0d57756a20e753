import { createHash } from "node:crypto";

import { bagFiles, bagitTxt, itemJsonPath, tagManifestCovers } from "@holdfast/bundle";
import { writeZip } from "@holdfast/containers";
import { bytesToSource, canonicalJson, type Hasher, type Json } from "@holdfast/evidence";

import type { BagInput } from "../bag/bag-input.ts";

/** A case bag in memory: path in the bag to bytes. Made by test code alone, so that no maker of bags can share a mistake with the check. */
export type TestBag = Map<string, Uint8Array>;

export const testBagName = "case-7f3a-2026-11-22-b01";

export const nodeHasher: Hasher = {
  sha256: () => streaming("sha256"),
  sha512: () => streaming("sha512"),
};

const streaming = (algorithm: string) => {
  const hash = createHash(algorithm);
  return {
    update: (bytes: Uint8Array) => {
      hash.update(bytes);
    },
    digest: () => new Uint8Array(hash.digest()),
  };
};

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
const sha512 = (bytes: Uint8Array): string => createHash("sha512").update(bytes).digest("hex");
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The same for the same word: salts, folders and padding of a test need to be no secret. */
const drawn = (word: string): string => sha256(`drawn ${word}`);
const keyOf = (label: string): string => drawn(label).slice(0, 32);

export interface LogEntry {
  readonly entry: { readonly [key: string]: Json };
  readonly isOpened: boolean;
}

/** custody.jsonl and custody-details.jsonl of entries in order. */
export const makeLog = (
  entries: readonly LogEntry[],
): { readonly lines: string; readonly details: string } => {
  let prev = "0".repeat(64);
  let lines = "";
  let details = "";
  for (const [index, { entry, isOpened }] of entries.entries()) {
    const seq = index + 1;
    const line = canonicalJson({ v: 1, seq, prev, commit: sha256(canonicalJson(entry)) });
    lines += `${line}\n`;
    prev = sha256(line);
    if (isOpened) details += `${canonicalJson({ seq, entry })}\n`;
  }
  return { lines, details };
};

export interface TestBagOptions {
  readonly name?: string;
  readonly kind?: "full" | "disclosure";
  /** Entries of the log that are not opened, before the export. */
  readonly closedEntries?: number;
  /** As bags of an older kind were: item.json gives the number of its line. */
  readonly isNumbered?: boolean;
  /** As in bags for somebody else: what the log says of the exhibits is told again at its end, and only that is opened. */
  readonly isToldAgain?: boolean;
  /** More payload, for bags of another size. */
  readonly originals?: Readonly<Record<string, Uint8Array>>;
}

export const testOriginals: Readonly<Record<string, Uint8Array>> = {
  "ev-0001": utf8("Pretend that this is a screenshot of a landscape.\n"),
  "ev-0002": utf8("22/11/2026, 18:04 - Arlo: Friday. Or everyone sees it.\n"),
};

export const makeTestBag = (options: TestBagOptions = {}): TestBag => {
  const bag: TestBag = new Map();
  const originals = options.originals ?? testOriginals;
  const name = options.name ?? testBagName;
  const isOpened = options.isToldAgain !== true;
  const seqOf = (): number | undefined => (options.isNumbered === true ? log.length : undefined);
  const log: LogEntry[] = [{ entry: caseCreate(), isOpened }];
  for (const [label, bytes] of Object.entries(originals)) {
    log.push({ entry: itemAdd(label, bytes), isOpened });
    addExhibit(bag, label, bytes, seqOf());
  }
  log.push({ entry: itemAdd("ev-0099", utf8("not here")), isOpened });
  addHashedExhibit(bag, "ev-0099", seqOf());
  for (let i = 0; i < (options.closedEntries ?? 0); i += 1) {
    log.push({
      entry: { salt: drawn(`closed ${i}`), at: 5, action: "item.erase" },
      isOpened: false,
    });
  }
  const labels = [...Object.keys(originals), "ev-0099"];
  if (!isOpened)
    log.push(
      ...toldAgain(
        log.filter(({ entry }) => entry["action"] === "item.add"),
        name,
      ),
    );
  log.push({
    entry: { salt: drawn("export"), at: 9, action: "export", exhibits: labels, bag: name },
    isOpened: true,
  });
  const { lines, details } = makeLog(log);
  bag.set(bagFiles.custody, utf8(lines));
  bag.set(bagFiles.custodyDetails, utf8(details));
  bag.set(
    bagFiles.caseJson,
    utf8(canonicalJson(caseJson(name, options.kind ?? "full", labels, log.length))),
  );
  bag.set(bagFiles.timeline, utf8("local_time,weekday\r\n"));
  bag.set(bagFiles.reportHtml, utf8("<!doctype html><title>Report</title>\n"));
  bag.set(bagFiles.verify, utf8("How to check this folder.\n"));
  bag.set(bagFiles.bagit, utf8(bagitTxt));
  bag.set(bagFiles.unsignedMetadata, utf8("{}"));
  recompute(bag, name);
  return bag;
};

/** What a forger does after a change: writes every list and manifest anew. */
export const recompute = (bag: TestBag, name: string = testBagName): void => {
  const payload = [...bag.keys()].filter((path) => path.startsWith("data/")).sort();
  const list = (paths: readonly string[], digest: (bytes: Uint8Array) => string): Uint8Array =>
    utf8(paths.map((path) => `${digest(bag.get(path) ?? new Uint8Array())}  ${path}\n`).join(""));
  bag.set(bagFiles.manifestSha256, list(payload, sha256));
  bag.set(bagFiles.manifestSha512, list(payload, sha512));
  const oxum = payload.reduce((sum, path) => sum + (bag.get(path)?.length ?? 0), 0);
  bag.set(
    bagFiles.bagInfo,
    utf8(
      `Bagging-Date: 2026-11-22\nExternal-Identifier: ${name}\nBag-Group-Identifier: 7f3a\n`
        + `Bag-Software-Agent: Holdfast 0.1.0\nPayload-Oxum: ${oxum}.${payload.length}\n`,
    ),
  );
  const items = payload.filter((path) => path.endsWith("/item.json"));
  const itemLines = items.map((path) => `${sha256(bag.get(path) ?? "")}  ${path}\n`);
  for (let i = 0; itemLines.length % 32 !== 0; i += 1) {
    itemLines.push(`${drawn(`padding ${i}`)}  ${itemJsonPath(keyOf(`padding ${i}`))}\n`);
  }
  const byPath = (line: string): string => line.slice(66);
  itemLines.sort((a, b) => (byPath(a) < byPath(b) ? -1 : 1));
  bag.set(bagFiles.items, utf8(itemLines.join("")));
  bag.set(bagFiles.tagManifest, list([...tagManifestCovers], sha256));
};

export const sealOf = (bag: TestBag): string => sha256(bag.get(bagFiles.tagManifest) ?? "");

const caseCreate = (): { readonly [key: string]: Json } => ({
  salt: drawn("create"),
  at: 1,
  action: "case.create",
  case: drawn("case").slice(0, 32),
  instance: drawn("instance").slice(0, 32),
  software: "holdfast 0.1.0",
});

const itemAdd = (label: string, bytes: Uint8Array): { readonly [key: string]: Json } => ({
  salt: drawn(`add ${label}`),
  at: 2,
  action: "item.add",
  exhibit: label,
  kind: "file",
  origin: "imported",
  sha256: sha256(bytes),
  sizeInBytes: bytes.length,
  items: 0,
  itemsRoot: sha256(""),
  notes: 0,
});

const toldAgain = (added: readonly LogEntry[], bag: string): readonly LogEntry[] =>
  added.map(({ entry }) => {
    const said = Object.fromEntries(Object.entries(entry).filter(([name]) => name !== "salt"));
    const exhibit = said["exhibit"] ?? "";
    const salt = drawn(`show ${JSON.stringify(said)}`);
    return { entry: { salt, at: 8, action: "item.show", bag, exhibit, said }, isOpened: true };
  });

const commonItem = (label: string, seq: number | undefined): { readonly [key: string]: Json } => ({
  v: 1,
  id: keyOf(label),
  kind: "file",
  origin: "imported",
  salt: drawn(`item ${label}`),
  addedAt: { deviceUtc: "2026-11-22T18:00:00Z", clock: "unverified" },
  eventTime: { kind: "unknown" },
  source: {},
  shown: {},
  redactions: [],
  notes: [],
  capturedWith: { version: "0.1.0", userAgent: "test" },
  ...(seq === undefined ? {} : { custodySeq: seq }),
});

export const folderOf = (label: string): string => `data/files/${keyOf(label)}`;

const addExhibit = (
  bag: TestBag,
  label: string,
  bytes: Uint8Array,
  seq: number | undefined,
): void => {
  bag.set(`${folderOf(label)}/original.txt`, bytes);
  bag.set(
    `${folderOf(label)}/item.json`,
    utf8(
      canonicalJson({
        ...commonItem(label, seq),
        file: "original.txt",
        originalName: "words.txt",
        mediaType: "text/plain",
        sizeInBytes: bytes.length,
        sha256: sha256(bytes),
        sha512: sha512(bytes),
      }),
    ),
  );
};

const addHashedExhibit = (bag: TestBag, label: string, seq: number | undefined): void => {
  bag.set(
    `${folderOf(label)}/item.json`,
    utf8(
      canonicalJson({
        ...commonItem(label, seq),
        sealedByHash: {
          commitment: drawn("commitment"),
          sizeClass: "under-1-mb",
          description: "a picture",
        },
      }),
    ),
  );
};

const caseJson = (
  bag: string,
  kind: "full" | "disclosure",
  labels: readonly string[],
  custodyEntries: number,
): Json => ({
  v: 1,
  case: drawn("case").slice(0, 32),
  bag,
  kind,
  purpose: "police",
  madeAt: "2026-11-22T18:00:00Z",
  parties: [],
  exhibits: labels.map((label) => ({ label, id: keyOf(label) })),
  custodyEntries,
  versions: { software: "0.1.0", format: 1, timeZoneData: "2026b" },
  salt: drawn("case.json"),
});

export const bagToFolder = (bag: TestBag, name: string = testBagName): BagInput => ({
  kind: "folder",
  files: [...bag].map(([path, bytes]) => ({
    path: `${name}/${path}`,
    source: bytesToSource(bytes),
  })),
});

export const bagToZip = async (bag: TestBag, name: string = testBagName): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  const files = [...bag].map(([path, bytes]) => ({ path: `${name}/${path}`, bytes: [bytes] }));
  for await (const part of writeZip(files)) parts.push(part.slice());
  return new Uint8Array(Buffer.concat(parts));
};
