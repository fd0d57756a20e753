// A WhatsApp export into an encrypted vault over OPFS in a real Chromium: one worker parses, another one holds the vault.
// HOLDFAST_BENCH_MESSAGES says how many messages, up to 1,000,000; 200,000 otherwise.
import { existsSync } from "node:fs";
import { join } from "node:path";

import { rolldown } from "rolldown";

import { writeWhatsAppExport } from "../inputs/whatsapp.mjs";
import { runProcess } from "../measure/run-process.mjs";
import { createTable, inSeconds } from "../measure/table.mjs";

const mostMessages = 1_000_000;

export const measure = async ({ root, cache }) => {
  const messages = Number(process.env.HOLDFAST_BENCH_MESSAGES ?? 200_000);
  if (!Number.isInteger(messages) || messages < 1 || messages > mostMessages)
    throw new Error(`HOLDFAST_BENCH_MESSAGES is a number from 1 to ${mostMessages}`);
  const chat = join(cache, `WhatsApp Chat with ${messages}.txt`);
  if (!existsSync(chat)) await writeWhatsAppExport(chat, messages);
  const program = await buildProgram(root, cache);
  const page = join(root, "bench/browser/page");
  const ran = await runProcess("node", [program, page, chat]);
  const measured = JSON.parse(ran.output);
  if (measured.items !== messages)
    throw new Error(`${measured.items} of ${messages} messages are in the vault`);
  const table = createTable();
  table.add({
    name: `${messages} messages sealed and on the timeline`,
    ours: `${Math.round(messages / measured.keptAfter)}/s`,
    peakOurs: measured.peakInMb,
    target: ">= 4,000/s",
  });
  table.add({ name: "  sealed alone", ours: inSeconds(measured.sealedAfter) });
  table.add({ name: "  sealed, parsed and kept", ours: inSeconds(measured.keptAfter) });
  table.add({
    name: "  both search indexes after that",
    ours: inSeconds(measured.indexedAfter - measured.keptAfter),
  });
};

/** Playwright and Vite stay where they are installed: so the program lies where it finds them. */
const buildProgram = async (root, cache) => {
  const bundle = await rolldown({
    input: join(root, "bench/browser/in-chromium.ts"),
    platform: "node",
    external: ["vite", "playwright-core"],
    logLevel: "warn",
  });
  const file = join(cache, "browser", "in-chromium.mjs");
  await bundle.write({ file, format: "esm" });
  return file;
};
