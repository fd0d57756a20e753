import type { Purpose } from "@holdfast/bundle";
import { bytesToSource, type Exhibit } from "@holdfast/evidence";
import type { Vault, VaultDeps } from "@holdfast/vault";
import { createSignaturePort, verifyBag, type VerifyReport } from "@holdfast/verify";
import { nodeHasher } from "@holdfast/verify/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";
import {
  addItems,
  createVaultIn,
  messageAt,
  messageOnWall,
  noon,
  picture,
  pngBytes,
} from "../../packages/vault/src/testing/vault-place.ts";
import { exportBag, memoryVaultDeps, type RealBag, zipOf } from "./vault-and-bags.ts";

/** What comes out of a real vault, checked by the package that shares no code with what made it. */

const deps: VaultDeps = memoryVaultDeps();
let vault: Vault;
let shown: Exhibit;
let withheld: Exhibit;
let full: RealBag;

const withheldWords = "the words that stay at home";

beforeAll(async () => {
  vault = await createVaultIn({ newDeps: () => deps });
  shown = await addItems(vault, [
    messageAt("Pay by Friday", noon(1)),
    messageOnWall("Or everybody sees it", "2026-03-02T21:14:00"),
  ]);
  const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
  expectOk(await draft.commit());
  withheld = await addItems(vault, [messageAt(withheldWords, noon(3))], {
    acquisition: {
      kind: "chat-export",
      origin: "imported",
      originalName: "Chat that stays at home.txt",
      mediaType: "text/plain",
      formatId: "whatsapp-txt",
    },
  });
  expectOk(vault.setFacts({ zone: "Asia/Karachi" }));
  full = await exportBag(deps, vault, { purpose: "self", exhibits: "all" });
});
afterAll(() => vault.close());

const verifyFiles = async (
  files: ReadonlyMap<string, Uint8Array>,
  seal?: string,
): Promise<VerifyReport> =>
  expectOk(
    await verifyBag(
      {
        kind: "folder",
        files: [...files].map(([path, bytes]) => ({ path, source: bytesToSource(bytes) })),
      },
      { hasher: nodeHasher, ...(seal === undefined ? {} : { seal }) },
    ),
  );

const verifyZip = async (zip: Uint8Array, seal?: string): Promise<VerifyReport> =>
  expectOk(
    await verifyBag(
      { kind: "zip", source: bytesToSource(zip) },
      {
        hasher: nodeHasher,
        signatures: createSignaturePort(globalThis.crypto.subtle),
        ...(seal === undefined ? {} : { seal }),
      },
    ),
  );

const codesOf = (report: VerifyReport): readonly string[] =>
  report.findings.map(({ code, place }) => `${code} ${place.path ?? ""}`.trim());

const disclose = (purpose: Purpose): Promise<RealBag> =>
  exportBag(deps, vault, { purpose, exhibits: [shown.id] });

const disclosures = ["police", "lawyer", "ally", "workplace", "platform", "self"] as const;

describe("a full bag", () => {
  test("fits together as a zip and as a folder, and nothing is said against it", async () => {
    for (const report of [await verifyZip(full.zip), await verifyFiles(full.files)]) {
      expect(codesOf(report)).toEqual(["no_anchor"]);
      expect(report.verdict).toBe("not-anchored");
      expect(report.facts).toMatchObject({ kind: "full", exhibits: 3, seal: full.built.seal });
    }
  });

  test("is held by its seal, and by no other", async () => {
    expect((await verifyZip(full.zip, full.built.seal)).verdict).toBe("anchored-by-seal");
    expect((await verifyZip(full.zip, "0".repeat(64))).verdict).toBe("broken");
  });

  test("is broken by one changed byte in any of its files", async () => {
    const unharmed: string[] = [];
    for (const [path, bytes] of full.files) {
      // What may change after the sealing, and a file without a byte to change.
      if (path.endsWith("/unsigned-metadata.json") || bytes.length === 0) continue;
      const changed = bytes.slice();
      const middle = changed.length >> 1;
      changed[middle] = (changed[middle] ?? 0) ^ 1;
      const files = new Map([...full.files, [path, changed]]);
      const { verdict } = await verifyFiles(files, full.built.seal);
      if (verdict !== "broken") unharmed.push(path);
    }
    expect(unharmed).toEqual([]);
  });
});

describe.each(disclosures)("some of it, for %s,", (purpose) => {
  test("fits together, and belongs to the full bag's seal", async () => {
    const bag = await disclose(purpose);
    const report = await verifyZip(bag.zip, full.built.seal);
    expect(report.findings.filter(({ severity }) => severity === "fault")).toEqual([]);
    expect(codesOf(report).toSorted()).toEqual([
      // Papers for a workplace open nothing of the log.
      ...(purpose === "workplace" ? ["custody_last_not_opened data/custody.jsonl"] : []),
      "custody_not_opened data/custody.jsonl",
      "no_anchor",
      "parent_fits data/parent/tagmanifest-sha256.txt",
      "seal_fits_parent tagmanifest-sha256.txt",
    ]);
    expect(report.facts).toMatchObject({
      kind: "disclosure",
      // Papers for a workplace hold the report alone.
      exhibits: purpose === "workplace" ? 0 : 1,
      parentSeal: full.built.seal,
    });
    expect((await verifyFiles(bag.files, bag.built.seal)).verdict).toBe("anchored-by-seal");
  });

  test("says nothing of what was withheld, and of nobody else who got a bag", async () => {
    await disclose(purpose === "police" ? "lawyer" : "police");
    const bag = await disclose(purpose);
    const told = [
      ...bag.files.keys(),
      ...[...bag.files.values()].map((bytes) => Buffer.from(bytes).toString("latin1")),
    ].join("\n");
    // Papers for a workplace quote no chat.
    expect(told.includes("Pay by Friday")).toBe(purpose !== "workplace");
    for (const word of [withheldWords, withheld.id, withheld.originalName, withheld.sha256]) {
      expect(told).not.toContain(word);
    }
    for (const other of disclosures.filter((name) => name !== purpose && name !== "self")) {
      expect(told).not.toContain(`"to":"${other}"`);
      expect(told).not.toContain(`"purpose":"${other}"`);
    }
  });
});

test("a disclosure bag with a file of the full bag put into it is broken", async () => {
  const bag = await disclose("police");
  const inside = (path: string): string => path.replace(full.plan.bag, bag.plan.bag);
  const stolen = [...full.files].find(
    ([path]) => path.includes("/original") && !bag.files.has(inside(path)),
  );
  const [path = "", bytes = new Uint8Array()] = stolen ?? [];
  const report = await verifyZip(await zipOf(new Map([...bag.files, [inside(path), bytes]])));
  expect(report.verdict).toBe("broken");
  expect(codesOf(report).some((code) => code.startsWith("file_extra"))).toBe(true);
});
