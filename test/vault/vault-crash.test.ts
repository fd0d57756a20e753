import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, it } from "vitest";

import { createIntlZoneOffsets, readAll } from "@holdfast/evidence";
import { createTestDeps } from "@holdfast/seal/testing";
import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";

import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";
import { expectChainWhole } from "../../packages/vault/src/testing/adding-cases.ts";
import {
  blobsOf,
  createVaultIn,
  openVaultIn,
} from "../../packages/vault/src/testing/vault-place.ts";

const itemsPerAdd = 5_300;
const kills = process.env["SLOW"] === undefined ? 4 : 100;
const folder = mkdtempSync(join(tmpdir(), "holdfast-crash-"));
const program = join(folder, "child.mjs");
const wasmPath = createRequire(
  new URL("../../packages/vault/package.json", import.meta.url),
).resolve("@evolu/sqlite-wasm/sqlite3.wasm");

beforeAll(async () => {
  const input = join(import.meta.dirname, "crash-child.ts");
  const bundle = await rolldown({ input, platform: "node", logLevel: "warn" });
  await bundle.write({ file: program, format: "esm" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the child work, kills it without warning, and gives what it had promised by then. */
const killDuringAdd = async (root: string, nth: number): Promise<readonly string[]> => {
  const args = [program, root, wasmPath, String(itemsPerAdd), `child-${nth}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const isGone = new Promise((resolve) => child.once("close", resolve));
  while (!said.includes(`begin ${nth % 3}`)) await delay(2);
  await delay((nth * 53) % 400);
  child.kill("SIGKILL");
  await isGone;
  return [...said.matchAll(/kept (ev-\d+)\n/g)].map((match) => match[1] ?? "");
};

it("has everything that was promised, whole, and nothing half, when the process is killed at any point of an add", async () => {
  const engine = await loadNodeEngine();
  const root = join(folder, "vault");
  const zones = createIntlZoneOffsets();
  const deps = createTestDeps("parent");
  const place = {
    newDeps: () => ({ ...deps, zones, driver: createNodeDriver({ engine, root }) }),
  };
  await (await createVaultIn(place)).close();
  const promised: string[] = [];
  let recovered = 0;
  for (let nth = 0; nth < kills; nth += 1) {
    promised.push(...(await killDuringAdd(root, nth)));
    const vault = await openVaultIn(place);
    recovered += vault.recovered.length;
    const exhibits = vault.exhibits();
    expect(exhibits.map(({ id }) => id)).toEqual(expect.arrayContaining(promised));
    for (const exhibit of exhibits) {
      expect(vault.itemsOf(exhibit.id, { limit: itemsPerAdd + 1 })).toHaveLength(itemsPerAdd);
    }
    for (const last of exhibits.slice(-1)) {
      const bytes = await readAll(expectOk(vault.openBlob(last.id)));
      expect(bytes).toHaveLength(last.sizeInBytes);
    }
    expect(vault.countItems()).toBe(exhibits.length * itemsPerAdd);
    expect(await blobsOf(place.newDeps())).toHaveLength(exhibits.length);
    expectChainWhole(place.newDeps(), vault);
    expect(expectOk(await vault.checkBlobs()).filter(({ same }) => !same)).toEqual([]);
    await vault.close();
  }
  // Else the kills came at the wrong moments, and the test would have shown nothing.
  expect(promised.length).toBeGreaterThan(0);
  expect(recovered).toBeGreaterThan(0);
});
