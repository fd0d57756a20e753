// Queries over a million messages in an opened vault. Uses the vault that the area `intake` made, or makes it.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

import { writeWhatsAppExport } from "../inputs/whatsapp.mjs";
import { median, runProcess } from "../measure/run-process.mjs";
import { createTable, inMs } from "../measure/table.mjs";

const environment = { HOLDFAST_PASSPHRASE: "bench passphrase of four words" };
/** Common words, rare ones, two together, a part of a word, and one that is nowhere. */
const words = [
  "umbrella",
  "the",
  "the umbrella",
  "landlord bridge",
  "mbrell",
  "好的",
  "شکریہ",
  "zurich",
  "nowhere-to-be-found",
];

export const measure = async ({ root, cache }) => {
  const vault = join(cache, "intake-vault");
  if (!existsSync(join(vault, "header"))) await makeVault({ root, cache, vault });
  const wasm = join(root, "apps/cli/dist/sqlite3.wasm");
  const ran = await runProcess(
    "node",
    [join(cache, "programs/search-vault.mjs"), vault, wasm, "20"],
    {
      environment: { ...environment, BENCH_WORDS: words.join(",") },
    },
  );
  const { items, firstPage, pages, queries } = JSON.parse(ran.output);
  const table = createTable();
  const all = queries.map((query) => query.ms);
  table.add({
    name: `word query over ${items} messages, p95`,
    ours: inMs(percentile(all, 0.95)),
    peakOurs: ran.peakInMb,
    target: "under 50 ms",
  });
  for (const word of words) {
    const own = queries.filter((query) => query.word === word);
    table.add({
      name: `  “${word}” (${own[0].found} on the first page), p95`,
      ours: inMs(
        percentile(
          own.map((one) => one.ms),
          0.95,
        ),
      ),
    });
  }
  table.add({
    name: "first page of the timeline, first time",
    ours: inMs(firstPage),
    target: "under 30 ms",
  });
  table.add({
    name: "first page of the timeline, median",
    ours: inMs(median(pages)),
    target: "under 30 ms",
  });
};

const percentile = (values, part) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
};

const makeVault = async ({ root, cache, vault }) => {
  const chat = join(cache, "WhatsApp Chat with Arlo.txt");
  if (!existsSync(chat)) await writeWhatsAppExport(chat, 1_000_000);
  const holdfast = join(root, "apps/cli/bin/holdfast.mjs");
  rmSync(vault, { recursive: true, force: true });
  await runProcess("node", [holdfast, "init", vault, "--pictures", "all-adult"], { environment });
  await runProcess("node", [holdfast, "add", vault, chat, "--json"], { environment });
};
