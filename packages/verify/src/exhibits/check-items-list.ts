import { bagFiles, itemsListStep, parentFiles } from "@holdfast/bundle";

import type { Bag } from "../bag/bag-input.ts";
import type { Digests } from "../bag/hash-file.ts";
import { type Manifest, parseManifest } from "../bag/manifest.ts";
import { readGuarded } from "../bag/read-guarded.ts";
import type { CheckContext } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";
import type { CheckedExhibit } from "./check-exhibits.ts";

/** items-sha256.txt: each item.json stands in it; lines for others are padding, or exhibits that are not in this bag. */
export const checkItemsList = async (
  context: CheckContext,
  bag: Bag,
  exhibits: readonly CheckedExhibit[],
  digests: ReadonlyMap<string, Digests>,
): Promise<void> => {
  const path = bagFiles.items;
  const list = await readList(context, bag, path);
  if (list === undefined) {
    if (!bag.files.has(path)) context.findings.say("items_list_missing", { path });
    return;
  }
  if (list.size % itemsListStep !== 0) {
    context.findings.say("items_list_not_padded", { path }, { count: list.size });
  }
  for (const exhibit of exhibits) {
    const listed = list.get(exhibit.path);
    const found = digests.get(exhibit.path)?.sha256;
    if (listed === undefined) context.findings.say("item_not_listed", { path: exhibit.path });
    else if (found !== undefined && listed !== found) {
      context.findings.say("item_list_differs", { path: exhibit.path }, { found, wanted: listed });
    }
  }
};

/** What a disclosure bag says of the full bag that it was made from. */
export interface ParentBag {
  /** The SHA-256 of the full bag's tag manifest: its seal. */
  readonly seal: string;
}

/**
 * A disclosure bag's `parent/`: the full bag's tag manifest covers its list of exhibits, and each exhibit here stands
 * in that list. `undefined` when there is no parent, or it does not fit.
 */
export const checkParent = async (
  context: CheckContext,
  bag: Bag,
  exhibits: readonly CheckedExhibit[],
  digests: ReadonlyMap<string, Digests>,
): Promise<ParentBag | undefined> => {
  const { findings } = context;
  const hasParent = bag.files.has(parentFiles.items) || bag.files.has(parentFiles.tagManifest);
  if (!hasParent) return undefined;
  const list = await readList(context, bag, parentFiles.items);
  const tagManifest = await readList(context, bag, parentFiles.tagManifest);
  const seal = digests.get(parentFiles.tagManifest)?.sha256;
  const listDigest = digests.get(parentFiles.items)?.sha256;
  if (list === undefined || tagManifest === undefined || seal === undefined) {
    findings.say("parent_malformed", { path: parentFiles.tagManifest });
    return undefined;
  }
  let fits = true;
  if (tagManifest.get(bagFiles.items) !== listDigest) {
    findings.say("parent_malformed", { path: parentFiles.items });
    fits = false;
  }
  for (const { path } of exhibits) {
    const listed = list.get(path);
    const found = digests.get(path)?.sha256;
    if (found === undefined || listed === found) continue;
    findings.say("parent_item_not_listed", { path }, { found, wanted: listed ?? "" });
    fits = false;
  }
  if (!fits) return undefined;
  findings.say("parent_fits", { path: parentFiles.tagManifest }, { seal, count: exhibits.length });
  return { seal };
};

const readList = async (
  context: CheckContext,
  bag: Bag,
  path: string,
): Promise<Manifest | undefined> => {
  const file = bag.files.get(path);
  if (file === undefined) return undefined;
  const bytes = await readGuarded(context, file, verifyLimits.maximumTagFileSizeInBytes);
  return bytes === undefined ? undefined : parseManifest(bytes, "sha256", path, context.findings);
};
