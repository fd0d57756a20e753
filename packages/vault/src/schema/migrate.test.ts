import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

import { createIntlZoneOffsets } from "@holdfast/evidence";
import { createVaultKey, deriveKey } from "@holdfast/seal";
import { createTestDeps } from "@holdfast/seal/testing";

import type { SqlDatabase } from "../drivers/driver.ts";
import { createMemoryDisk } from "../drivers/memory/index.ts";
import { createNodeDriver, loadNodeEngine } from "../drivers/node/index.ts";
import { expectOk } from "../drivers/testing/expectations.ts";
import { openVault } from "../open-vault.ts";
import { expectChainWhole } from "../testing/adding-cases.ts";
import { memoryPlace } from "../testing/memory-place.ts";
import {
  createVaultIn,
  openVaultIn,
  secret,
  textsOf,
  type VaultPlace,
} from "../testing/vault-place.ts";
import { openCaseDatabase, versionOneItems, makeVersionOne } from "../testing/version-one.ts";
import { migrate, schemaVersion } from "./migrate.ts";

/** Made by `makeVersionOne` and kept: no later code may ever fail to open it. */
const versionOne = join(import.meta.dirname, "../../fixtures/vault-v1");

const folderPlace = async (root: string): Promise<VaultPlace> => {
  const engine = await loadNodeEngine();
  const zones = createIntlZoneOffsets();
  return {
    newDeps: () => ({
      ...createTestDeps("later"),
      zones,
      driver: createNodeDriver({ engine, root }),
    }),
  };
};

const copyOfVersionOne = async (): Promise<VaultPlace> => {
  const root = mkdtempSync(join(tmpdir(), "holdfast-v1-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(versionOne, root, { recursive: true });
  return folderPlace(root);
};

if (process.env["WRITE_FIXTURES"] !== undefined) {
  rmSync(versionOne, { recursive: true, force: true });
  await makeVersionOne(await folderPlace(versionOne));
}

const shapeOf = (db: SqlDatabase): readonly unknown[] =>
  db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").all();

it("opens the vault that version 1 made, with everything in it, and brings it to this version", async () => {
  const place = await copyOfVersionOne();
  const vault = await openVaultIn(place);
  const items = vault.exhibits().flatMap(({ id }) => vault.itemsOf(id));
  expect(items.map(({ item }) => item)).toEqual(versionOneItems);
  expect(textsOf(vault.timeline({ handles: ["sana@example.net"] }).entries)).toEqual([
    "see the attachment",
  ]);
  expect(textsOf(vault.timeline({ kinds: ["email"] }).entries)).toEqual(["see the attachment"]);
  expect(textsOf(vault.search({ text: "tide" }).hits)).toEqual(["the tide is high"]);
  expectChainWhole(place.newDeps(), vault);
  await vault.close();
  const db = await openCaseDatabase(place);
  expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: schemaVersion });
  db.close();
});

it("gives a migrated vault the shape of a new one", async () => {
  const old = await copyOfVersionOne();
  await (await openVaultIn(old)).close();
  const fresh = memoryPlace(createMemoryDisk());
  await (await createVaultIn(fresh)).close();
  const [migrated, made] = [await openCaseDatabase(old), await openCaseDatabase(fresh)];
  expect(shapeOf(migrated)).toEqual(shapeOf(made));
  migrated.close();
  made.close();
});

it("keeps the fixture in the shape that migration 1 gives", async () => {
  const old = await openCaseDatabase(await copyOfVersionOne());
  const place = memoryPlace(createMemoryDisk());
  const deps = place.newDeps();
  const key = deriveKey(deps, createVaultKey(deps), "database");
  const made = expectOk(await deps.driver.openDatabase({ key, create: true }));
  expectOk(migrate(made, 1));
  expect(shapeOf(old)).toEqual(shapeOf(made));
  old.close();
  made.close();
});

it("refuses a vault of a newer version by its own code, and changes nothing in it", async () => {
  const disk = createMemoryDisk();
  const place = memoryPlace(disk);
  await (await createVaultIn(place)).close();
  const db = await openCaseDatabase(place);
  db.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
  db.close();
  const before = disk.snapshot().get("case.db");
  expect(await openVault(place.newDeps(), { secret })).toEqual({
    ok: false,
    error: { code: "vault_from_newer_version", version: schemaVersion + 1 },
  });
  expect(disk.snapshot().get("case.db")).toEqual(before);
});

it("makes an index anew that other folding rules have made", async () => {
  const place = memoryPlace(createMemoryDisk());
  await makeVersionOne(place);
  const db = await openCaseDatabase(place);
  db.exec("UPDATE meta SET value = '0' WHERE key = 'fold_version'");
  db.close();
  const vault = await openVaultIn(place);
  expect(textsOf(vault.search({ text: "tide" }).hits)).toEqual(["the tide is high"]);
  expectOk(await vault.indexPending());
  expect(textsOf(vault.search({ text: "tide" }).hits)).toEqual(["the tide is high"]);
  await vault.close();
});
