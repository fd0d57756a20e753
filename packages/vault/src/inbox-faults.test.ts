import { expect, it } from "vitest";

import { createMemoryDisk } from "./drivers/memory/index.ts";
import { expectOk } from "./drivers/testing/expectations.ts";
import { expectChainWhole } from "./testing/adding-cases.ts";
import { shareInto } from "./testing/inbox-aids.ts";
import { memoryPlace } from "./testing/memory-place.ts";
import { chat, createVaultIn, openVaultIn, textBytes } from "./testing/vault-place.ts";

/** Cuts the power at one operation of taking in; says whether the taking in was promised by then. */
const powerCutAt = async (operation: number): Promise<"promised" | "cut"> => {
  const disk = createMemoryDisk({ remembersUnflushed: true });
  const place = memoryPlace(disk);
  await (await createVaultIn(place)).close();
  const id = await shareInto(place, textBytes("the tide is high"));
  const vault = await openVaultIn(place);
  disk.faults.cutPowerAt(operation);
  const draft = await vault.inbox.takeIn(id, chat);
  const taken = draft.ok ? await draft.value.commit() : draft;
  let state = operation + 1;
  const after = memoryPlace(
    disk.faults.afterPowerCut((choices) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % choices;
    }),
    "after",
  );
  const again = await openVaultIn(after);
  const listed = expectOk(await again.inbox.list()).entries;
  const exhibits = again.exhibits().length;
  expect([listed.length, exhibits]).toEqual(taken.ok || exhibits === 1 ? [0, 1] : [1, 0]);
  expect(listed.map((entry) => entry.state)).toEqual(listed.map(() => "readable"));
  expectChainWhole(after.newDeps(), again);
  await again.close();
  return taken.ok ? "promised" : "cut";
};

it("has a shared thing in the inbox or as an exhibit, never in both and never in neither, wherever the power goes", async () => {
  const seen: string[] = [];
  for (let operation = 1; operation < 40; operation += 1) seen.push(await powerCutAt(operation));
  expect(new Set(seen)).toEqual(new Set(["cut", "promised"]));
});
