import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { bundleOffline, callOffline } from "./harness/offline-in-page.ts";
import { plainPageCame } from "./harness/plain-page.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let app: ServedApp;
let browser: AppBrowser;

beforeEach(async () => {
  app = await serveApp();
  browser = await launchApp();
});

afterEach(async () => {
  await browser.close();
  await app.remove();
});

/** Waits until the browser stands still, and says what it shows: words of the plain page, or of a screen. */
const whatIsShown = async (page: Page): Promise<readonly [string, number]> => {
  await page.waitForLoadState("networkidle");
  return [
    (await page.locator("h1").first().textContent({ timeout: 5_000 })) ?? "",
    await page.locator(".shell").count(),
  ];
};

const plain = ["Notes", 0];

const goSomeScreensIn = async (page: Page): Promise<void> => {
  for (let screens = 0; screens < 2; screens += 1) {
    await page.locator("main button, main a").first().click();
  }
};

test("after leaving, neither back nor forward nor a reload shows a screen", async () => {
  const { page } = await browser.openPage(app.url);
  await goSomeScreensIn(page);
  await page.locator(".leave").click();
  await plainPageCame(page);
  expect(await whatIsShown(page)).toEqual(plain);
  const shown: unknown[] = [];
  for (const move of ["goBack", "goForward", "goBack", "goBack", "reload"] as const) {
    await page[move]();
    // What was there before the app opened is the browser's own empty page.
    if (page.url() !== "about:blank") shown.push(await whatIsShown(page));
  }
  expect(shown.length).toBeGreaterThan(1);
  expect(shown).toEqual(shown.map(() => plain));
});

test("leaving works without a network, from what is kept", async () => {
  const { page } = await browser.openPage(app.url);
  expect(await callOffline(page, await bundleOffline(), "registerOffline")).toEqual({ ok: true });
  await app.stop();
  await page.locator(".leave").click();
  await plainPageCame(page);
  expect(await whatIsShown(page)).toEqual(plain);
  expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe("612px");
});
