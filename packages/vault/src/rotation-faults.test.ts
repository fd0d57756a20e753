import { expect, it } from "vitest";

import { bytesToSource } from "@holdfast/evidence";

import { createMemoryDisk, type MemoryDisk } from "./drivers/memory/index.ts";
import { expectOk } from "./drivers/testing/expectations.ts";
import { openVault } from "./open-vault.ts";
import { expectChainWhole } from "./testing/adding-cases.ts";
import { memoryPlace } from "./testing/memory-place.ts";
import { newSecret, rotateIn } from "./testing/rotation-cases.ts";
import {
  addTexts,
  blobsOf,
  createVaultIn,
  picture,
  pngBytes,
  secret,
  type VaultPlace,
} from "./testing/vault-place.ts";

const slow = process.env["SLOW"] !== undefined;

const filledPlace = async (disk: MemoryDisk): Promise<VaultPlace> => {
  const place = memoryPlace(disk);
  const vault = await createVaultIn(place);
  await addTexts(vault, "the tide is high");
  expectOk(await expectOk(await vault.sealSource(bytesToSource(pngBytes), picture)).commit());
  await vault.close();
  return place;
};

/** Exactly one of the two secrets opens it, and everything is there. */
const expectOneWhole = async (place: VaultPlace): Promise<"old" | "new"> => {
  const old = await openVault(place.newDeps(), { secret });
  const opened = old.ok ? old : await openVault(place.newDeps(), { secret: newSecret });
  const vault = expectOk(opened);
  expect(vault.exhibits()).toHaveLength(2);
  expect(expectOk(await vault.checkBlobs()).every(({ same }) => same)).toBe(true);
  expectChainWhole(place.newDeps(), vault);
  await vault.close();
  expect(await blobsOf(place.newDeps())).toHaveLength(2);
  expect(expectOk(await place.newDeps().driver.files.list("next"))).toEqual([]);
  const other = await openVault(place.newDeps(), { secret: old.ok ? newSecret : secret });
  expect(other.ok ? "opened" : other.error.code).toBe("wrong_passphrase");
  return old.ok ? "old" : "new";
};

it("opens with the old secret or with the new one, whole, wherever the power goes", async () => {
  const seen = { old: 0, new: 0 };
  let afterwards = 0;
  const step = slow ? 1 : 7;
  for (let operation = 1; afterwards < 2; operation += step) {
    const disk = createMemoryDisk({ remembersUnflushed: true });
    const place = await filledPlace(disk);
    disk.faults.cutPowerAt(operation);
    const rotated = await rotateIn(place);
    if (rotated.ok) afterwards += 1;
    let state = operation + 1;
    const after = disk.faults.afterPowerCut((choices) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % choices;
    });
    const which = await expectOneWhole(memoryPlace(after, `after ${operation}`));
    expect(rotated.ok && which === "old").toBe(false);
    seen[which] += 1;
  }
  expect(seen.old).toBeGreaterThan(3);
  expect(seen.new).toBeGreaterThan(2);
});

it("stays as it was when there is no room for a second one", async () => {
  const codes = new Set<string>();
  for (let room = 0; room < 200_000; room += slow ? 5_000 : 40_000) {
    const disk = createMemoryDisk();
    const place = await filledPlace(disk);
    disk.faults.setRoom(room);
    const rotated = await rotateIn(place);
    if (!rotated.ok) codes.add(rotated.error.code);
    else await rotated.value.vault.close();
    disk.faults.setRoom(undefined);
    expect(await expectOneWhole(place)).toBe(rotated.ok ? "new" : "old");
  }
  expect([...codes]).toEqual(["disk_full"]);
});

it("goes through any single failure of the device and loses nothing", async () => {
  const seen = { old: 0, new: 0 };
  for (let operation = 1; ; operation += slow ? 1 : 11) {
    const disk = createMemoryDisk();
    const place = await filledPlace(disk);
    const before = disk.operations();
    disk.faults.failAt(operation, "device_failed");
    const rotated = await rotateIn(place);
    if (rotated.ok) await rotated.value.vault.close();
    if (disk.operations() - before < operation) break;
    seen[await expectOneWhole(place)] += 1;
  }
  expect(seen.old + seen.new).toBeGreaterThan(10);
});
