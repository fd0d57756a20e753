import {
  bagFolders,
  type ItemJson,
  itemJsonPathPattern,
  itemJsonSchema,
  viewPath,
} from "@holdfast/bundle";

import type { Bag, BagFile } from "../bag/bag-input.ts";
import type { Digests } from "../bag/hash-file.ts";
import { readGuarded } from "../bag/read-guarded.ts";
import { readJson } from "../bag/read-json.ts";
import type { CheckContext } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";

/** What the custody log is held against. */
export interface CheckedExhibit {
  /** The folder's name. */
  readonly key: string;
  readonly path: string;
  /** Only in bags of an older kind; a newer one is found in the log by its label. */
  readonly custodySeq: number | undefined;
  /** Absent for an exhibit that was sealed by its hash alone. */
  readonly sha256: string | undefined;
  readonly sizeInBytes: number | undefined;
}

/**
 * Each item.json against its schema and against the bytes beside it.
 *
 * Shape: one answer for each item.json that could be read, in the order of the bag.
 */
export const checkExhibits = async (
  context: CheckContext,
  bag: Bag,
  digests: ReadonlyMap<string, Digests>,
): Promise<readonly CheckedExhibit[]> => {
  const exhibits: CheckedExhibit[] = [];
  const claimed = new Set<string>();
  for (const file of bag.files.values()) {
    const key = itemJsonPathPattern.exec(file.path)?.[1];
    if (key === undefined) continue;
    const item = await readItem(context, file, key);
    claimed.add(file.path).add(viewPath(key));
    if (item === undefined) continue;
    exhibits.push(exhibitOf(item, file.path, key));
    for (const path of checkOriginal(context, item, key, file.path, bag, digests))
      claimed.add(path);
    for (const { file: name } of item.redactions) {
      if (name !== undefined) claimed.add(pathOf(key, name));
    }
  }
  for (const path of bag.files.keys()) {
    if (path.startsWith(`${bagFolders.files}/`) && !claimed.has(path)) {
      context.findings.say("item_folder_unknown_file", { path });
    }
  }
  return exhibits;
};

const pathOf = (key: string, name: string): string => `${bagFolders.files}/${key}/${name}`;

const exhibitOf = (item: ItemJson, path: string, key: string): CheckedExhibit => ({
  key,
  path,
  custodySeq: item.custodySeq,
  sha256: "sha256" in item ? item.sha256 : undefined,
  sizeInBytes: "sizeInBytes" in item ? item.sizeInBytes : undefined,
});

const readItem = async (
  context: CheckContext,
  file: BagFile,
  key: string,
): Promise<ItemJson | undefined> => {
  const { findings } = context;
  const bytes = await readGuarded(context, file, verifyLimits.maximumJsonSizeInBytes);
  if (bytes === undefined) return undefined;
  const read = readJson(bytes, itemJsonSchema);
  if (!read.ok) {
    findings.say("item_malformed", { path: file.path });
    return undefined;
  }
  if (!read.value.isCanonical) findings.say("json_not_canonical", { path: file.path });
  // The folder's name is the exhibit's: an item.json under another name was taken from elsewhere.
  if (read.value.value.id !== key) {
    findings.say("item_moved", { path: file.path }, { id: read.value.value.id });
  }
  return read.value.value;
};

/** The paths that the item accounts for. */
const checkOriginal = (
  { findings }: CheckContext,
  item: ItemJson,
  key: string,
  itemPath: string,
  bag: Bag,
  digests: ReadonlyMap<string, Digests>,
): readonly string[] => {
  if (!("file" in item)) return [];
  const path = pathOf(key, item.file);
  const original = bag.files.get(path);
  if (original === undefined) {
    findings.say("item_original_missing", { path: itemPath }, { name: item.file });
    return [];
  }
  const found = digests.get(path);
  if (
    original.sizeInBytes !== item.sizeInBytes
    || (found !== undefined && (found.sha256 !== item.sha256 || found.sha512 !== item.sha512))
  ) {
    findings.say(
      "item_original_changed",
      { path },
      { found: found?.sha256 ?? "", wanted: item.sha256 },
    );
  }
  return [path];
};
