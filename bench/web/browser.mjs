// @ts-check
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").Page} Page */

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A phone's screen in the real browser, with an empty profile on the disk: what is kept goes to files, as on a phone. */
export const openBrowser = async () => {
  const profile = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? places.find((place) => existsSync(place)) ?? "",
    headless: true,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  return {
    profile,
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

/** @param {Page} page @param {string | RegExp} name */
export const tap = (page, name) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();

/**
 * Chooses files as the phone's own picker does.
 *
 * @param {Page} page
 * @param {string} name of the button
 * @param {readonly string[]} files
 */
export const pick = async (page, name, files) => {
  const chooser = page.waitForEvent("filechooser");
  await tap(page, name);
  await (await chooser).setFiles([...files]);
};

/** Text, not a function: it runs in the page, before anything of the app. Every task of its thread over 50 ms is written down. */
export const watchLongTasks = `(() => {
  const tasks = [];
  const hear = (list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  };
  const observer = new PerformanceObserver(hear);
  observer.observe({ type: "longtask", buffered: true });
  window.benchLongTasks = () => {
    hear({ getEntries: () => observer.takeRecords() });
    return tasks.splice(0);
  };
})()`;

/** What came since the last look. @param {Page} page */
export const takeLongTasks = async (page) => {
  /** @type {{ startTime: number, duration: number }[]} */
  const tasks = await page.evaluate("window.benchLongTasks()");
  return { count: tasks.length, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
};
