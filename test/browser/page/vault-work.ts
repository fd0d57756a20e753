import { bytesToSource, readAll, type Result } from "@holdfast/evidence";
import { openVault, type Vault } from "@holdfast/vault";

import { crashCacheSizeInKib } from "../../../packages/vault/src/drivers/testing/crash-workload.ts";
import { expectOk, expectSame } from "../../../packages/vault/src/drivers/testing/expectations.ts";
import { expectChainWhole } from "../../../packages/vault/src/testing/adding-cases.ts";
import {
  blobsOf,
  chat,
  createVaultIn,
  messageAt,
  noon,
  secret,
  textBytes,
  toParsed,
} from "../../../packages/vault/src/testing/vault-place.ts";
import type { VaultReport, VaultState } from "./messages.ts";
import { createNewDeps } from "./web-vault.ts";

/** More than one transaction of staged items: an add has parts that are on the device before its commit. */
const itemsPerAdd = 5_300;
const itemsPerBatch = 1_000;
/** Two chunks of a sealed original. */
const contentSizeInBytes = 700_000;
/** So that the database of an add is larger than its sealed original, and room runs out in either. */
const farewell = " and says good night".repeat(15);
/** More than fit into what a test leaves free. */
const mostAdds = 10;

export const makeVault = async (place: string): Promise<void> => {
  const vault = await createVaultIn({ newDeps: await createNewDeps(place) });
  await vault.close();
};

/** The cache is so small that every open transaction spills to the device. */
const openForWork = async (place: string): Promise<Vault> => {
  const newDeps = await createNewDeps(place, crashCacheSizeInKib);
  return expectOk(await openVault(newDeps(), { secret }));
};

/** One add after another, until the page is gone. Each step is told to the test as it begins. */
export const addUntilCrash = async (
  place: string,
  report: (report: VaultReport) => void,
): Promise<void> => {
  const vault = await openForWork(place);
  for (let nth = 0; ; nth += 1) {
    report({ kind: "began", nth });
    const added = await addChat(vault);
    if (added.kept === undefined) throw new Error(`${added.step}: ${added.code}`);
    report({ kind: "kept", exhibit: added.kept });
    if (nth % 3 === 2) expectOk(await vault.indexPending());
  }
};

type Added =
  | { readonly kept: string }
  | { readonly kept?: undefined; readonly step: string; readonly code: string };

/** A chat that is like no other; given up as the app gives up when the vault says no. */
const addChat = async (vault: Vault): Promise<Added> => {
  const name = crypto.randomUUID();
  const content = textBytes(`${name} `.repeat(contentSizeInBytes / (name.length + 1)));
  const sealed = await vault.sealSource(bytesToSource(content), chat);
  if (!sealed.ok) return refused("seal", sealed);
  const draft = sealed.value;
  for (let from = 0; from < itemsPerAdd; from += itemsPerBatch) {
    const batch = Array.from({ length: Math.min(itemsPerBatch, itemsPerAdd - from) }, (_, at) =>
      toParsed(
        messageAt(`${name} says number ${from + at}${farewell}`, noon(1) + (from + at) * 1_000),
      ),
    );
    const kept = draft.addParsed(batch);
    if (kept.ok) continue;
    await draft.abandon();
    return refused("items", kept);
  }
  const exhibit = await draft.commit();
  if (exhibit.ok) return { kept: exhibit.value.id };
  await draft.abandon();
  return refused("commit", exhibit);
};

const refused = (
  step: string,
  result: Extract<Result<unknown, { readonly code: string }>, { readonly ok: false }>,
): Added => ({ step, code: result.error.code });

/** Adds until the vault says no, and tells which step did; then closes the vault, still without room. */
export const addUntilFull = async (
  place: string,
): Promise<{ readonly kept: readonly string[]; readonly step: string; readonly code: string }> => {
  const vault = await openForWork(place);
  const kept: string[] = [];
  for (let nth = 0; nth < mostAdds; nth += 1) {
    const added = await addChat(vault);
    if (added.kept === undefined) {
      await vault.close();
      return { kept, step: added.step, code: added.code };
    }
    kept.push(added.kept);
  }
  throw new Error("there is room without end");
};

/** Takes in everything that was shared while the vault was locked; gives the texts. */
export const takeInInbox = async (place: string): Promise<readonly string[]> => {
  const newDeps = await createNewDeps(place);
  const vault = expectOk(await openVault(newDeps(), { secret }));
  const texts: string[] = [];
  for (const { id } of expectOk(await vault.inbox.list()).entries) {
    const exhibit = expectOk(await expectOk(await vault.inbox.takeIn(id, chat)).commit());
    const bytes = await readAll(expectOk(vault.openBlob(exhibit.id)));
    texts.push(new TextDecoder().decode(bytes));
  }
  expectSame(expectOk(await vault.inbox.list()).entries, [], "the inbox");
  await vault.close();
  return texts;
};

/** Opens the vault as the next tab does. Rejects when anything in it is missing, half there or not what was sealed. */
export const examineVault = async (
  place: string,
  promised: readonly string[],
): Promise<VaultState> => {
  const newDeps = await createNewDeps(place);
  const vault = expectOk(await openVault(newDeps(), { secret }));
  const exhibits = vault.exhibits();
  const ids: readonly string[] = exhibits.map(({ id }) => id);
  expectSame(
    promised.filter((id) => !ids.includes(id)),
    [],
    "promised and not there",
  );
  for (const { id } of exhibits) {
    const items = vault.itemsOf(id, { limit: itemsPerAdd + 1 });
    expectSame(items.length, itemsPerAdd, `the items of ${id}`);
    const words = items.at(-1)?.item.text ?? "";
    expectSame(vault.search({ text: words }).hits.length > 0, true, `${id} is found`);
  }
  expectSame(vault.countItems(), exhibits.length * itemsPerAdd, "the items");
  expectSame((await blobsOf(newDeps())).length, exhibits.length, "the blobs");
  expectChainWhole(newDeps(), vault);
  const checked = expectOk(await vault.checkBlobs());
  expectSame(
    checked.map(({ exhibit, same }) => (same ? exhibit : `${exhibit} differs`)),
    ids,
    "the blobs",
  );
  const state = { exhibits: ids, recovered: vault.recovered.length };
  await vault.close();
  return state;
};
