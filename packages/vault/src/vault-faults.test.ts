import { expect, it } from "vitest";

import { type Exhibit, readAll } from "@holdfast/evidence";

import { createMemoryDisk, type MemoryDisk } from "./drivers/memory/index.ts";
import { expectOk } from "./drivers/testing/expectations.ts";
import { openVault } from "./open-vault.ts";
import { expectChainWhole } from "./testing/adding-cases.ts";
import { memoryPlace } from "./testing/memory-place.ts";
import {
  addTexts,
  blobsOf,
  chat,
  createVaultIn,
  messageAt,
  noon,
  openVaultIn,
  secret,
  textSource,
  toParsed,
  type VaultPlace,
} from "./testing/vault-place.ts";
import type { Vault } from "./vault.ts";

const slow = process.env["SLOW"] !== undefined;
const itemsPerAdd = 5_200;

/** Two transactions of staged items and the commit. Gives the exhibit, or the code that it stopped with. */
const tryAdd = async (vault: Vault, name: string): Promise<Exhibit | string> => {
  const sealed = await vault.sealSource(textSource(`${name} `.repeat(20_000)), chat);
  if (!sealed.ok) return sealed.error.code;
  const items = Array.from({ length: itemsPerAdd }, (_, nth) =>
    toParsed(messageAt(`${name} says number ${nth}`, noon(1) + nth * 1_000)),
  );
  const added = sealed.value.addParsed(items);
  const done = added.ok ? await sealed.value.commit() : added;
  if (done.ok) return done.value;
  await sealed.value.abandon();
  return done.error.code;
};

/** Everything that was promised is there and whole; nothing else is. */
const expectWhole = async (
  place: VaultPlace,
  promised: readonly Exhibit[],
  maximum: number,
): Promise<void> => {
  const vault = await openVaultIn(place);
  const exhibits = vault.exhibits();
  expect(exhibits.length).toBeLessThanOrEqual(maximum);
  expect(exhibits.slice(0, promised.length)).toEqual(promised);
  for (const exhibit of exhibits.slice(1)) {
    expect(vault.itemsOf(exhibit.id, { limit: itemsPerAdd + 1 })).toHaveLength(itemsPerAdd);
    const bytes = await readAll(expectOk(vault.openBlob(exhibit.id)));
    expect(bytes).toHaveLength(exhibit.sizeInBytes);
  }
  expect(expectOk(await vault.checkBlobs()).every(({ same }) => same)).toBe(true);
  expectChainWhole(place.newDeps(), vault);
  expect(await blobsOf(place.newDeps())).toHaveLength(exhibits.length);
  expect(vault.timeline({ limit: 1 }).entries).toHaveLength(1);
  await vault.close();
};

it("says that the disk is full at any point of an add, keeps all that was sealed, and goes on with room again", async () => {
  const rooms = slow ? 60 : 8;
  const codes = new Set<unknown>();
  for (let step = 0; step < rooms; step += 1) {
    const disk = createMemoryDisk();
    const place = memoryPlace(disk);
    const vault = await createVaultIn(place);
    const promised = [await addTexts(vault, "sealed before")];
    disk.faults.setRoom(Math.floor((step * 2_600_000) / rooms));
    const first = await tryAdd(vault, "robin");
    if (typeof first === "string") codes.add(first);
    else promised.push(first);
    disk.faults.setRoom(undefined);
    const second = await tryAdd(vault, "sana");
    expect(typeof second).toBe("object");
    if (typeof second !== "string") promised.push(second);
    await vault.close();
    await expectWhole(place, promised, promised.length);
  }
  expect([...codes]).toEqual(["disk_full"]);
});

/** Counts the operations of one add, so that the power can go at each of them. */
const powerCutAt = async (operation: number, seed: number): Promise<boolean> => {
  const disk = createMemoryDisk({ remembersUnflushed: true });
  const place = memoryPlace(disk);
  const vault = await createVaultIn(place);
  const promised = [await addTexts(vault, "sealed before")];
  disk.faults.cutPowerAt(operation);
  const added = await tryAdd(vault, "robin");
  if (typeof added !== "string") promised.push(added);
  let state = seed + 1;
  const after: MemoryDisk = disk.faults.afterPowerCut((choices) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % choices;
  });
  await expectWhole(memoryPlace(after, "after"), promised, 2);
  return typeof added === "string";
};

it("keeps all that was sealed, whole, wherever the power goes during an add", async () => {
  let cuts = 0;
  const step = slow ? 3 : 37;
  for (let operation = 1; operation < 600; operation += step) {
    if (!(await powerCutAt(operation, operation))) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(3);
});

it("answers a flipped byte anywhere in the database, or a cut one, with a code or with the true content", async () => {
  const disk = createMemoryDisk();
  const place = memoryPlace(disk);
  const vault = await createVaultIn(place);
  await addTexts(vault, "sealed before");
  await tryAdd(vault, "robin");
  await vault.close();
  const files = disk.snapshot();
  const whole = files.get("case.db") ?? new Uint8Array(0);
  const codes = new Set<string>();
  const changed = (bytes: Uint8Array): VaultPlace =>
    memoryPlace(createMemoryDisk({ files: new Map([...files, ["case.db", bytes]]) }));
  for (let nth = 0; nth < (slow ? 400 : 12); nth += 1) {
    const at = Math.floor((whole.length * nth) / (slow ? 400 : 12)) + 40;
    const flipped = whole.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    const opened = await openVault(changed(flipped).newDeps(), { secret });
    // A page that opening does not read is found when it is read: the cipher authenticates each.
    if (!opened.ok) codes.add(opened.error.code);
    else await opened.value.close();
  }
  for (const size of [0, 100, 8_192, whole.length - 8_192, whole.length - 1]) {
    const opened = await openVault(changed(whole.slice(0, size)).newDeps(), { secret });
    if (!opened.ok) codes.add(opened.error.code);
    else await opened.value.close();
  }
  expect(codes.size).toBeGreaterThan(0);
  for (const code of codes) expect(["database_unreadable", "database_damaged"]).toContain(code);
});
