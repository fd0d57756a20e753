// Opens a vault as the command line does, and times queries inside it: words p95 and the first page of the timeline.
import { createIntlZoneOffsets, Secret } from "@holdfast/evidence";
import { openVault } from "@holdfast/vault";
import { createWasmKdf } from "@holdfast/vault/argon2id";
import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";
import { createWebKeyAgreement } from "@holdfast/vault/web-crypto";

import {
  createNodeAead,
  createNodeHasher,
  createNodeRandom,
  createSystemClock,
} from "../../apps/cli/src/ports/node-crypto.ts";

const [root = "", wasmPath = "", rounds = "20"] = process.argv.slice(2);
const words = (process.env["BENCH_WORDS"] ?? "").split(",").filter((word) => word !== "");
const opened = await openVault(
  {
    driver: createNodeDriver({ engine: await loadNodeEngine({ wasmPath }), root }),
    hasher: createNodeHasher(),
    aead: createNodeAead(),
    kdf: createWasmKdf(),
    keyAgreement: createWebKeyAgreement(),
    clock: createSystemClock(),
    random: createNodeRandom(),
    zones: createIntlZoneOffsets(),
  },
  {
    secret: {
      kind: "passphrase",
      passphrase: new Secret(process.env["HOLDFAST_PASSPHRASE"] ?? ""),
    },
  },
);
if (!opened.ok) throw new Error(opened.error.code);
const vault = opened.value;

const time = (work: () => number): { readonly ms: number; readonly found: number } => {
  const startedAt = performance.now();
  const found = work();
  return { ms: performance.now() - startedAt, found };
};

const queries: { word: string; ms: number; found: number }[] = [];
const pages: number[] = [];
const firstPage = time(() => vault.timeline({ limit: 50 }).entries.length).ms;
for (let round = 0; round < Number(rounds); round += 1) {
  for (const word of words) {
    queries.push({ word, ...time(() => vault.search({ text: word, limit: 20 }).hits.length) });
  }
  pages.push(time(() => vault.timeline({ limit: 50 }).entries.length).ms);
}
const items = vault.countItems();
await vault.close();
console.log(JSON.stringify({ items, firstPage, pages, queries }));
process.exit(0);
