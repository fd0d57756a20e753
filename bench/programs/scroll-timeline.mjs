// @ts-check
// node bench/programs/scroll-timeline.mjs [messages]
// Keeps a generated chat in the built app, in a real Chromium, and scrolls through its timeline: the time between frames,
// tasks that block the page, and how long a jump to anywhere takes. Prints one line of JSON. Build the app first.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { writeWhatsAppExport } from "../inputs/whatsapp.mjs";
import { fling, jump } from "./scroll-in-page.mjs";

const root = join(import.meta.dirname, "../..");
const messages = Number(process.argv[2] ?? 100_000);
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const serve = async () => {
  const command = join(root, "apps/cli/dist/holdfast.mjs");
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [first] = await once(child.stdout, "data");
  return { url: `http://localhost:${JSON.parse(String(first)).port}/`, child };
};

/** @param {import("playwright-core").Page} page @param {string} chat */
const keepChat = async (page, chat) => {
  /** @param {RegExp} name */
  const press = (name) => page.getByRole("button", { name }).first().click();
  await press(/look around/iu);
  await press(/^Keep something/u);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    press(/^Choose pictures or files/u),
  ]);
  await chooser.setFiles(chat);
  // A chat's export tells by itself how it came; other files are asked about.
  const keep = page.getByRole("button", { name: /^Keep it here/u });
  const unknown = page.getByRole("button", { name: /^I don.t know/u });
  await keep.or(unknown).first().waitFor();
  if (await unknown.isVisible()) await unknown.click();
  await keep.click();
  const began = performance.now();
  await page.getByRole("heading", { name: "Kept", exact: true }).waitFor({ timeout: 600_000 });
  const keptMs = performance.now() - began;
  await page.locator(".page-actions button").first().click();
  return keptMs;
};

/** Searching is made ready after a file was kept, and takes the worker's time: waits until it is done. @param {import("playwright-core").Page} page */
const settle = async (page) => {
  const began = performance.now();
  // Each time somewhere else: what was loaded before is there at once.
  for (let quick = 0, at = 0; quick < 8; at = (at + 0.618_034) % 1) {
    await page.waitForTimeout(500);
    quick = (await page.evaluate(jump, at)) < 400 ? quick + 1 : 0;
  }
  await page.evaluate(jump, 0);
  return performance.now() - began;
};

/** @param {number[]} numbers @param {number} part */
const quantile = (numbers, part) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
};

const work = mkdtempSync(join(tmpdir(), "holdfast-scroll-"));
const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? places.find((place) => existsSync(place)) ?? "",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const chat = join(work, "WhatsApp Chat with Arlo.txt");
  await writeWhatsAppExport(chat, messages);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(server.url);
  const keptMs = await keepChat(page, chat);
  const opened = performance.now();
  await page.getByRole("button", { name: /^See everything/u }).click();
  await page.locator('.see-block[data-loaded="yes"]').first().waitFor({ timeout: 120_000 });
  const firstMs = performance.now() - opened;
  /** @type {Record<string, unknown>} */
  const result = {
    messages,
    keptSeconds: Math.round(keptMs / 100) / 10,
    firstScreenMs: Math.round(firstMs),
  };
  result["settledSeconds"] = Math.round((await settle(page)) / 1_000);
  for (const slowdown of [1, 4]) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const { frames, blocked, empty } = await page.evaluate(fling, 10_000);
    result[`slowdown${slowdown}`] = {
      frames: frames.length,
      medianMs: quantile(frames, 0.5),
      p95Ms: quantile(frames, 0.95),
      p99Ms: quantile(frames, 0.99),
      worstMs: quantile(frames, 1),
      over50Ms: frames.filter((frame) => frame > 50).length,
      tasksOver50Ms: blocked.length,
      worstTaskMs: quantile(blocked, 1),
      framesNotLoaded: empty,
    };
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  }
  /** @type {number[]} */
  const jumps = [];
  for (const part of [0.5, 0.9, 0.1, 0.73, 0.31, 0.99, 0.02, 0.62])
    jumps.push(await page.evaluate(jump, part));
  result["jumpMedianMs"] = quantile(jumps, 0.5);
  result["jumpWorstMs"] = quantile(jumps, 1);
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
  server.child.kill("SIGINT");
  rmSync(work, { recursive: true, force: true });
}
