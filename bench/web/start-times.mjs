// @ts-check
import { openBrowser, takeLongTasks, tap, watchLongTasks } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Chromium's own "Slow 4G", as Lighthouse applies it to a real connection: 1.44 Mbit/s, 562.5 ms until an answer begins. */
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_474.56 * 1_024) / 8,
  uploadThroughput: (675 * 1_024) / 8,
};
const cpuSlowdown = 4;

/**
 * Text: it runs in the page before the app. The first sentence counts when the browser has painted it, the first button when the
 * screen that it leads to stands there: it is pressed as soon as it is there.
 */
const watchStart = `(() => {
  const whenThere = (isThere) => new Promise((resolve) => {
    const look = () => {
      const found = isThere();
      if (found) resolve(found); else requestAnimationFrame(look);
    };
    look();
  });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const run = async () => {
    const title = await whenThere(() => document.querySelector("h1"));
    // The sentence stands there before the script does, and with the script comes what can be pressed.
    const paint = await whenThere(() => performance.getEntriesByName("first-contentful-paint")[0]);
    await painted();
    const sentence = title.textContent;
    const seen = paint.startTime;
    (await whenThere(() => document.querySelector("button.button-primary"))).click();
    await whenThere(() => {
      const now = document.querySelector("h1");
      return now !== null && now.textContent !== sentence;
    });
    await painted();
    return { sentence, seen, answered: performance.now() };
  };
  window.benchStart = new Promise((resolve) => {
    addEventListener("DOMContentLoaded", () => resolve(run()));
  });
})()`;

/** Text too: the policy of the page lets nothing wait in it by `eval`. @param {string} file */
const whenLoaded = (file) => `new Promise((resolve, reject) => {
  const look = () => {
    const found = performance.getEntriesByType("resource")
      .find(({ name, responseEnd }) => name.endsWith("${file}") && responseEnd > 0);
    if (performance.now() > 120_000) reject(new Error("${file} never came"));
    else if (found === undefined) setTimeout(look, 50);
    else resolve({ start: found.startTime, end: found.responseEnd });
  };
  look();
})`;

const whenOffline = `navigator.serviceWorker.ready.then(({ active }) => new Promise((resolve) => {
  const look = () => {
    if (active.state === "activated") resolve(true);
    else setTimeout(look, 50);
  };
  look();
}))`;

/**
 * One start as a stranger's: an empty profile, nothing in any cache.
 *
 * @param {string} url
 * @param {string} engineFile the largest file behind the first screens
 */
export const startCold = async (url, engineFile) => {
  const browser = await openBrowser();
  const page = await browser.context.newPage();
  const started = await startThrottled(page, url);
  /** @type {{ start: number, end: number }} */
  const engine = await page.evaluate(whenLoaded(engineFile));
  // The engine's code runs after it has come.
  await page.waitForTimeout(2_000);
  const tasks = await takeLongTasks(page);
  await browser.close();
  return { ...started, engine, tasks };
};

/**
 * Starts out of the service worker, with nobody at the other end: the app was opened once, and its server has ended.
 *
 * @param {{ url: string, stop: () => Promise<void> | void }} server
 * @param {number} rounds
 */
export const startOffline = async (server, rounds) => {
  const browser = await openBrowser();
  const first = await browser.context.newPage();
  await first.goto(server.url);
  await tap(first, "Look around first");
  // Its installation is over when the whole version is there.
  await first.evaluate(whenOffline);
  await first.close();
  await server.stop();
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.context.newPage();
    all.push(await startThrottled(page, server.url));
    await page.close();
  }
  await browser.close();
  return all;
};

/** @param {Page} page @param {string} url */
const startThrottled = async (page, url) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  await page.addInitScript(watchLongTasks);
  await page.addInitScript(watchStart);
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: 120_000 });
  /** @type {{ sentence: string, seen: number, answered: number }} */
  const started = await page.evaluate("window.benchStart");
  return started;
};
