import { writeZip } from "@holdfast/containers";
import { createIntlZoneOffsets } from "@holdfast/evidence";
import { type BagPlan, type BagRequest, buildBag, type BuiltBag, planBag } from "@holdfast/output";
import { createTestDeps, type TestDeps } from "@holdfast/seal/testing";
import type { Vault, VaultDeps } from "@holdfast/vault";
import { createMemoryDisk, createMemoryDriver } from "@holdfast/vault/memory";
import { loadNodeEngine } from "@holdfast/vault/node";

import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";

const zones = createIntlZoneOffsets();
const engine = await loadNodeEngine();

/** A place in memory for a real vault; `changes` are other ports than the usual ones. */
export const memoryVaultDeps = (changes: Partial<TestDeps> = {}): VaultDeps => ({
  ...createTestDeps(),
  ...changes,
  zones,
  driver: createMemoryDriver({ engine, disk: createMemoryDisk() }),
});

export interface RealBag {
  readonly plan: BagPlan;
  readonly built: BuiltBag;
  /** By path, the bag's own folder included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly zip: Uint8Array;
}

/** The whole road of an export out of a real vault, its log entries included, as the apps go it. */
export const exportBag = async (
  deps: VaultDeps,
  vault: Vault,
  request: BagRequest,
): Promise<RealBag> => {
  const plan = expectOk(planBag({ ...deps, reader: vault }, request));
  expectOk(vault.recordExport(plan));
  const bag = buildBag(
    {
      ...deps,
      reader: vault,
      timeZoneData: "2026a",
      software: { version: "0.1.0", userAgent: "holdfast tests" },
    },
    plan,
  );
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bag.entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece.slice());
    files.set(path, Buffer.concat(pieces));
  }
  const built = expectOk(bag.result());
  const { record, seal } = built;
  expectOk(
    vault.record({
      action: "export.sealed",
      bag: plan.bag,
      seal,
      ...(record === undefined ? {} : { record }),
    }),
  );
  return { plan, built, files, zip: await zipOf(files) };
};

export const zipOf = async (files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  const entries = [...files].map(([path, bytes]) => ({ path, bytes: [bytes] }));
  for await (const piece of writeZip(entries)) pieces.push(piece.slice());
  return Buffer.concat(pieces);
};
