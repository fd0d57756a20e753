import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bytesToSource, createIntlZoneOffsets } from "@holdfast/evidence";
import { createTestDeps } from "@holdfast/seal/testing";
import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";
import { verifyBag } from "@holdfast/verify";
import { nodeHasher } from "@holdfast/verify/testing";
import { expect, onTestFinished, test } from "vitest";

import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";
import { openVaultIn } from "../../packages/vault/src/testing/vault-place.ts";
import { exportBag } from "./vault-and-bags.ts";

const fixture = join(import.meta.dirname, "../../packages/vault/fixtures/vault-v1");

test("a vault of the first version goes on: its log is filled at its next bag for somebody else, and the bag is whole", async () => {
  const root = mkdtempSync(join(tmpdir(), "holdfast-old-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(fixture, root, { recursive: true });
  const deps = {
    ...createTestDeps("later"),
    zones: createIntlZoneOffsets(),
    driver: createNodeDriver({ engine: await loadNodeEngine(), root }),
  };
  const vault = await openVaultIn({ newDeps: () => deps });
  const [shown] = vault.exhibits();
  if (shown === undefined) throw new Error("the fixture holds an exhibit");
  await exportBag(deps, vault, { purpose: "self", exhibits: "all" });
  const { zip } = await exportBag(deps, vault, { purpose: "police", exhibits: [shown.id] });
  const report = expectOk(
    await verifyBag({ kind: "zip", source: bytesToSource(zip) }, { hasher: nodeHasher }),
  );
  expect(report.findings.filter(({ severity }) => severity === "fault")).toEqual([]);
  expect((report.facts.custody?.entries ?? 1) % 64).toBe(0);
  await vault.close();
});
