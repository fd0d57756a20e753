// The app in a real Chromium, served by `holdfast serve`: what the first screen loads, how soon it answers, and its page while
// much is kept. HOLDFAST_BENCH_MESSAGES says how many messages the long import has, 1,000,000 otherwise; HOLDFAST_BENCH_WEB
// names the parts to run, all otherwise: sizes,start,import,folder,million.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

import { writeWhatsAppExport } from "../inputs/whatsapp.mjs";
import { createTableBesideLast } from "../measure/beside-last.mjs";
import { median } from "../measure/run-process.mjs";
import { inMs, inSeconds } from "../measure/table.mjs";
import { importByScreens } from "../web/import-chat.mjs";
import { measureScripts, totalInKb } from "../web/script-sizes.mjs";
import { scrollTimeline } from "../web/scroll-timeline.mjs";
import { serveApp } from "../web/serve.mjs";
import { startCold, startOffline } from "../web/start-times.mjs";

const rounds = 5;
const folderFiles = 3_000;
const noLongTask = "none over 50 ms";

export const measure = async ({ root, cache }) => {
  const table = createTableBesideLast(join(root, "bench/last/web.json"));
  const parts = { sizes, start, import: importChat, folder: importFolder, million: importMillion };
  const asked = (process.env.HOLDFAST_BENCH_WEB ?? Object.keys(parts).join(",")).split(",");
  for (const name of asked) {
    if (!(name in parts))
      throw new Error(`HOLDFAST_BENCH_WEB knows ${Object.keys(parts).join(",")}`);
    console.log(`(${name}; load ${loadavg()[0].toFixed(1)})`);
    await parts[name]({ root, cache, table });
  }
  table.keep();
};

const kb = (size) => `${size.toFixed(1)} kB`;

const sizes = ({ root, table }) => {
  const { first, styles, engine, later } = measureScripts(join(root, "apps/web/dist"));
  table.add("initial script, gzipped", kb(totalInKb(first)), "at most 150 kB");
  table.add("  its styles", kb(totalInKb(styles)));
  table.add(`  after the first paint, ${engine.length} files`, kb(totalInKb(engine)));
  table.add(`  later, when used, ${later.length} files`, kb(totalInKb(later)));
  for (const { name, gzipped } of [...engine, ...later])
    console.log(`    ${name} ${kb(gzipped / 1_000)}`);
};

const start = async ({ root, table }) => {
  const [engineFile] = measureScripts(join(root, "apps/web/dist")).engine;
  const app = await serveApp(root);
  const all = [];
  for (let round = 0; round < rounds; round += 1)
    all.push(await startCold(app.url, engineFile.name));
  const ofCold = (read) => inMs(median(all.map(read)));
  table.add(
    "cold, slow 4G, CPU / 4: first sentence",
    ofCold(({ seen }) => seen),
  );
  table.add(
    "  first button has answered, cold",
    ofCold(({ answered }) => answered),
  );
  table.add(
    "  engine is here, cold",
    ofCold(({ engine }) => engine.end),
  );
  table.add(
    "  longest task, cold",
    ofCold(({ tasks }) => tasks.longest),
  );
  const offline = await startOffline(app, rounds);
  const of = (read) => inMs(median(offline.map(read)));
  table.add(
    "server stopped, CPU / 4: first sentence",
    of(({ seen }) => seen),
  );
  table.add(
    "  first button has answered",
    of(({ answered }) => answered),
  );
};

const chatOf = async (cache, messages) => {
  const chat = join(cache, `WhatsApp Chat with ${messages}.txt`);
  if (!existsSync(chat)) await writeWhatsAppExport(chat, messages);
  return chat;
};

/** Imports, adds what every import has, and leaves the page open for `afterwards`. */
const importAndAdd = async (
  { root, table },
  { name, files, rate },
  afterwards = async () => {},
) => {
  const app = await serveApp(root);
  const { browser, page, seconds, tasks, costs, said, peakInMb } = await importByScreens(
    app.url,
    files,
  );
  console.log(`  “${said}”`);
  table.add(`${name}, by the screens`, inSeconds(seconds));
  table.add(`  a second, ${name}`, `${Math.round(rate / seconds)}/s`);
  table.add(
    `  tasks over 50 ms of the page, ${name}`,
    `${tasks.count}, ${inMs(tasks.longest)}`,
    noLongTask,
  );
  table.add(
    `  of them by processor time, ${name}`,
    `${costs.count}, ${inMs(costs.longest)}`,
    noLongTask,
  );
  table.add(`  peak memory of the renderer, ${name}`, `${peakInMb().toFixed(0)} MB`);
  await afterwards(page);
  await browser.close();
  await app.stop();
};

const importChat = async (place) => {
  const messages = 100_000;
  const files = [await chatOf(place.cache, messages)];
  await importAndAdd(place, { name: `${messages} messages`, files, rate: messages });
};

const importFolder = async (place) => {
  const folder = join(place.cache, "many-notes");
  mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: folderFiles }, (_, i) => join(folder, `note-${i}.txt`));
  for (const [i, file] of files.entries())
    if (!existsSync(file)) writeFileSync(file, `Note ${i}\nArlo said so on the phone.\n`);
  await importAndAdd(place, { name: `${folderFiles} files`, files, rate: folderFiles });
};

const importMillion = async (place) => {
  const messages = Number(process.env.HOLDFAST_BENCH_MESSAGES ?? 1_000_000);
  const files = [await chatOf(place.cache, messages)];
  await importAndAdd(place, { name: `${messages} messages`, files, rate: messages }, (page) =>
    scrollAndAdd(place.table, page, `the timeline of ${messages}`),
  );
};

const scrollAndAdd = async (table, page, name) => {
  const { firstMs, settledMs, frames, tasks, empty, jumps } = await scrollTimeline(page);
  const at = (sorted, part) => inMs(sorted[Math.floor((sorted.length - 1) * part)]);
  table.add(`${name}, right after: until its first screen is there`, inMs(firstMs));
  table.add("  until jumps are quick (the search index is made)", inSeconds(settledMs / 1_000));
  table.add(`scrolling ${name}: a frame, median`, at(frames, 0.5), "16.7 ms");
  table.add(`  p95 of ${name}`, at(frames, 0.95));
  table.add(`  tasks over 50 ms, ${name}`, `${tasks.count}, ${inMs(tasks.longest)}`, noLongTask);
  table.add(`  frames that showed a part not loaded, ${name}`, String(empty));
  table.add(`  a jump, median, ${name}`, at(jumps, 0.5));
};
