// @ts-check
// `node tools/draw-pictures.mjs` builds the app, goes through it in Chromium, and writes the pictures that docs/design.md
// shows into docs/pictures. All that is on them is the example case, which is made up.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { build } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/pictures");
/** A page of documents that loads megabytes is not read. */
const largestInBytes = 60_000;

/** @typedef {{ name: string, scheme: "light" | "dark", go: (page: import("playwright-core").Page) => Promise<void> }} Picture */

/** @param {import("playwright-core").Page} page @param {string} name */
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** @param {import("playwright-core").Page} page */
const beginMaya = async (page) => {
  await press(page, "See an example first");
  await page.locator(".line", { hasText: "Maya" }).click();
  await page.getByText("Page 1 of 10.").waitFor({ timeout: 120_000 });
};

/** @param {import("playwright-core").Page} page @param {string} title */
const goOnTo = async (page, title) => {
  while (!(await page.getByRole("heading", { level: 1, name: title }).isVisible())) {
    await press(page, "Go on");
  }
};

/** @type {readonly Picture[]} */
const pictures = [
  { name: "first-day", scheme: "light", go: () => Promise.resolve() },
  { name: "first-night", scheme: "dark", go: () => Promise.resolve() },
  {
    name: "one-thing-day",
    scheme: "light",
    go: async (page) => {
      await press(page, "Show me what to do");
      await press(page, "I see, go on");
      await press(page, "Skip");
      await press(page, "They say they will share my pictures");
      await page.getByRole("heading", { name: "Save three things" }).waitFor();
    },
  },
  {
    name: "in-order-night",
    scheme: "dark",
    go: async (page) => {
      await beginMaya(page);
      await press(page, "Open it");
      await page.locator(".row-open").nth(3).waitFor();
    },
  },
  {
    name: "rhythm-day",
    scheme: "light",
    go: async (page) => {
      await beginMaya(page);
      await goOnTo(page, "All of it in order");
      await press(page, "Open it");
      await page.getByText("Each bar is a week.").waitFor();
    },
  },
  {
    name: "question-night",
    scheme: "dark",
    go: async (page) => {
      await press(page, "Look around first");
      await page.locator(".line", { hasText: "Keep something" }).click();
      await page.locator(".line", { hasText: "Type or paste the words" }).click();
      await page.getByLabel("The words").fill("400 euros by Friday at six.");
      await press(page, "Keep it");
      await page.getByRole("dialog").waitFor();
    },
  },
];

/** @param {Picture} picture @param {string} url */
const draw = async ({ name, scheme, go }, url) => {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await go(page);
  // No button is drawn as if a mouse lay on it.
  await page.mouse.move(0, 0);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await browser.close();
  const { size } = statSync(path);
  if (size > largestInBytes) throw new Error(`${path} has ${size} bytes: too many for a document.`);
  console.log(`${name}.png: ${Math.round(size / 1000)} kB`);
};

await build();
mkdirSync(folder, { recursive: true });
const holdfast = join(root, "apps/cli/bin/holdfast.mjs");
const server = spawn(process.execPath, [holdfast, "serve", "--port", "0", "--json"], {
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  /** @type {unknown[]} */
  const [first] = await once(server.stdout, "data");
  /** @type {{ port: number }} */
  const { port } = JSON.parse(String(first));
  for (const picture of pictures) await draw(picture, `http://localhost:${port}/`);
} finally {
  server.kill("SIGINT");
}
