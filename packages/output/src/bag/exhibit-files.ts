import { type Exhibit, streamOf, type Sha512Hex } from "@holdfast/evidence";
import { exhibitFolder, itemJsonPath, viewPath } from "@holdfast/bundle";

import { itemsOfExhibit } from "../case-reader.ts";
import { exhibitKeys } from "../custody/exhibit-keys.ts";
import { sha256Hex } from "../hash.ts";
import { isViewed, viewHtml } from "../report/view-html.ts";
import { type BagEntry, bytesEntry, textEntry } from "./bag-entry.ts";
import type { BagWork } from "./bag-work.ts";
import { buildItemJson } from "./build-item-json.ts";
import { createFileLedger } from "./file-ledger.ts";
import { originalName } from "./original-name.ts";

/** An exhibit's original, its item.json, and the readable view of a conversation. */
export async function* exhibitFiles(work: BagWork, exhibit: Exhibit): AsyncGenerator<BagEntry> {
  const { deps } = work;
  const add = work.custody.adds.get(exhibit.id);
  if (add === undefined) {
    work.failure = { code: "exhibit_not_in_log", exhibit: exhibit.id };
    return;
  }
  const { folder } = exhibitKeys(deps, add.entry.salt, work.basis.nonce);
  const file = originalName(exhibit.mediaType);
  const path = `${exhibitFolder(folder)}/${file}`;
  const isWorkplace = work.plan.purpose === "workplace";
  // Care rule 25: a workplace bag holds no bodies. Its originals are read, checked and left where they are.
  const ledger = isWorkplace ? createFileLedger(deps) : work.ledger;
  const bytes = ledger.pass(path, originalBytes(work, exhibit));
  if (isWorkplace) await drain(bytes);
  else yield { path, bytes, sizeInBytes: exhibit.sizeInBytes };
  const digests = ledger.digestsOf(path);
  if (work.failure !== undefined) return;
  if (digests?.sha256 !== exhibit.sha256 || add.entry.sha256 !== exhibit.sha256) {
    work.failure = { code: "original_changed", exhibit: exhibit.id };
    return;
  }
  const itemBytes = itemJson(work, exhibit, digests.sha512);
  const itemPath = itemJsonPath(folder);
  if (!isWorkplace) yield bytesEntry(work, itemPath, itemBytes);
  const hasView =
    !isWorkplace
    && deps.reader.itemsOf(exhibit.id, { limit: 50 }).some(({ item }) => isViewed(item));
  if (hasView) yield view(work, exhibit, folder, file);
  work.finished.push({
    exhibit,
    label: labelOf(work, exhibit),
    folder,
    itemPath,
    itemSha256: sha256Hex(deps, itemBytes),
    file,
    hasView,
  });
}

const itemJson = (work: BagWork, exhibit: Exhibit, sha512: Sha512Hex): Uint8Array<ArrayBuffer> =>
  buildItemJson(work.deps, exhibit, work.custody, work.basis, sha512);

const labelOf = (work: BagWork, exhibit: Exhibit): string =>
  work.labels.get(exhibit.id) ?? exhibit.id;

const view = (work: BagWork, exhibit: Exhibit, folder: string, file: string): BagEntry => {
  const { deps, theCase } = work;
  const own = (theCase.facts.parties ?? []).filter(({ role }) => role === "self");
  const options = {
    zones: deps.zones,
    zone: work.zone,
    label: labelOf(work, exhibit),
    exhibit,
    file,
    ownHandles: new Set(own.flatMap(({ handles }) => handles.map(({ value }) => value))),
  };
  const items = function* () {
    for (const { item } of itemsOfExhibit(deps.reader, exhibit.id)) yield item;
  };
  return textEntry(work, viewPath(folder), viewHtml(deps, options, items()));
};

/** What the vault gives back; when it cannot, the stream ends early and the work holds the reason. */
async function* originalBytes(work: BagWork, exhibit: Exhibit): AsyncGenerator<Uint8Array> {
  const blob = work.deps.reader.openBlob(exhibit.id);
  if (!blob.ok) {
    const cause = blob.error.code;
    work.failure = { code: "original_unreadable", exhibit: exhibit.id, cause };
    return;
  }
  try {
    for await (const chunk of streamOf(blob.value)) {
      if (work.deps.signal?.aborted === true) {
        work.failure = { code: "cancelled" };
        return;
      }
      work.originalsDone += chunk.length;
      work.deps.onProgress?.({
        step: "exporting",
        done: work.originalsDone,
        total: work.originalsSizeInBytes,
        unit: "bytes",
      });
      yield chunk;
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    work.failure = { code: "original_unreadable", exhibit: exhibit.id, cause };
  }
}

const drain = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  // oxlint-disable-next-line no-unused-vars -- only its hash is wanted
  for await (const _chunk of bytes);
};
