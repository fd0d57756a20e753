import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { isInHeap } from "./harness/heap.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, lockFromHome, proveIt, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.remove());
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const openApp = async () => {
  browser = await launchApp();
  return browser.openPage(app.url);
};

/** Opening costs seconds on purpose, and more on a busy machine. */
const patient = { timeout: 20_000 };

/** What a phone does when another app comes to the front. */
const hide = (page: Page, isHidden: boolean): Promise<void> =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
      document.dispatchEvent(new Event("visibilitychange"));
    },
    isHidden ? "hidden" : "visible",
  );

const goToLock = async (page: Page): Promise<void> => {
  await tap(page, /^Look after this place/);
  await tap(page, /^When it locks/);
  await seeHeading(page, "When it locks");
};

/** Under the cover too, where nobody sees it. */
const isOpen = async (page: Page): Promise<boolean> =>
  (await page.locator("h1").textContent()) !== "Open your place";

describe("locking", () => {
  test("covers the page at once when it goes out of sight, and stays open for a moment", async () => {
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "device");
    await hide(page, true);
    expect(await page.locator(".cover").textContent()).toBe("Notes");
    expect(await page.locator("h1").isVisible()).toBe(false);
    await hide(page, false);
    await seeHeading(page, "Your place");
    expect(await page.locator(".cover").count()).toBe(0);
  });

  test("locks at once where somebody could pick up the phone, which the place remembers", async () => {
    const { page, complaints } = await openApp();
    const words = await keepWords(page, "pay until friday", "words");
    await goToLock(page);
    expect(await barriers(page)).toEqual([]);
    await page.getByText("At once", { exact: true }).click();
    await page.getByText(/It locks at once when you leave this page/).waitFor();
    await hide(page, true);
    await hide(page, false);
    await seeHeading(page, "Open your place");
    await page.reload();
    await tap(page, "Open my place");
    await page.getByLabel("Your secret words").fill(words);
    await tap(page, "Open it");
    await seeHeading(page, "Your place");
    await hide(page, true);
    await expect.poll(() => isOpen(page), patient).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("asks whether it is the person before it locks later", async () => {
    const { page } = await openApp();
    const words = await keepWords(page, "pay until friday", "words");
    await goToLock(page);
    await page.getByText("I’m going back and forth").click();
    await seeHeading(page, "First, is it you?");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
    await page.getByText("I’m going back and forth").click();
    await proveIt(page, words);
    await expect.poll(() => page.getByRole("checkbox").isChecked(), patient).toBe(true);
    await page.getByText("At once", { exact: true }).click();
    await page.getByText("After two minutes").click();
    await proveIt(page, words);
    await expect.poll(() => page.getByRole("radio").first().isChecked(), patient).toBe(true);
  });

  test("leaves nothing of the case in the page, nor in its memory, and ends the worker that had the keys", async () => {
    const { page } = await openApp();
    const words = "zq7kelpmarker until friday";
    await keepWords(page, words, "device");
    await tap(page, /^Keep something/);
    await page.locator("#page").waitFor();
    await page.evaluate(() => history.back());
    await seeHeading(page, "Your place");
    const withKeys = page.workers();
    await tap(page, "Close my place");
    await seeHeading(page, "This is not your fault.");
    expect(await page.content()).not.toContain("zq7kelpmarker");
    const stillThere = (): number =>
      page.workers().filter((worker) => withKeys.includes(worker)).length;
    expect(withKeys.length).toBeGreaterThan(0);
    await expect.poll(stillThere, patient).toBe(0);
    // The probe finds what is there: the first screen's own sentence.
    expect(await isInHeap(page, "It all stays on this phone. No account.")).toBe(true);
    expect(await isInHeap(page, "zq7kelpmarker")).toBe(false);
  });

  test("goes over to a second window, and the first one says so and shows nothing", async () => {
    const { page } = await openApp();
    const words = await keepWords(page, "pay until friday", "words");
    const second = await browser?.openPage(app.url);
    if (second === undefined) throw new Error("no second window");
    await tap(second.page, "Open my place");
    await second.page
      .getByText(/Your place is open in another window/)
      .first()
      .waitFor();
    expect(await barriers(second.page)).toEqual([]);
    await tap(second.page, "Use it here");
    await seeHeading(page, "Open your place");
    await page.getByText("Your place was opened in another window").waitFor();
    await second.page.getByLabel("Your secret words").fill(words);
    await tap(second.page, "Open it");
    await second.page.getByText("One thing is kept.").waitFor();
  });

  test("a window that shows the door says when the place is open in another one, and when no more", async () => {
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "device");
    await lockFromHome(page);
    await tap(page, "Open my place");
    const isElsewhere = page.getByText(/Your place is open in another window/);
    expect(await isElsewhere.count()).toBe(0);
    const second = await browser?.openPage(app.url);
    if (second === undefined) throw new Error("no second window");
    await tap(second.page, "Open my place");
    await tap(second.page, "Open it");
    await isElsewhere.waitFor();
    await lockFromHome(second.page);
    await isElsewhere.waitFor({ state: "hidden" });
    await tap(page, "Open it");
    await page.getByText("One thing is kept.").waitFor();
  });
});
