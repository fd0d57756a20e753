import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { createIntlZoneOffsets } from "@holdfast/evidence";
import { createTestDeps } from "@holdfast/seal/testing";

import { createMemoryDisk, createMemoryDriver } from "./drivers/memory/index.ts";
import { createNodeDriver, loadNodeEngine } from "./drivers/node/index.ts";
import { vaultAcceptance } from "./testing/vault-acceptance.ts";

const zones = createIntlZoneOffsets();

describe("a vault in memory", async () => {
  const engine = await loadNodeEngine();
  it.each(vaultAcceptance)("$name", async ({ run }) => {
    const disk = createMemoryDisk();
    const deps = createTestDeps();
    const newDeps = () => ({ ...deps, zones, driver: createMemoryDriver({ engine, disk }) });
    await expect(run({ newDeps })).resolves.toBeUndefined();
  });
});

describe("a vault in a folder", async () => {
  const engine = await loadNodeEngine();
  it.each(vaultAcceptance)("$name", async ({ run }) => {
    const root = mkdtempSync(join(tmpdir(), "holdfast-vault-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const deps = createTestDeps();
    const newDeps = () => ({ ...deps, zones, driver: createNodeDriver({ engine, root }) });
    await expect(run({ newDeps })).resolves.toBeUndefined();
  });
});
