import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, proveIt, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { createTaps, type Taps } from "./harness/taps.ts";

let app: ServedApp;
let browser: AppBrowser;
let page: Page;
let taps: Taps;
let complaints: string[];

beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.remove());
beforeEach(async () => {
  browser = await launchApp();
  ({ page, complaints } = await browser.openPage(app.url));
  page.setDefaultTimeout(30_000);
  taps = createTaps(page);
});
afterEach(() => browser.close());

/** To the screen on which a copy of everything for oneself is begun. */
const toOpenCopy = async (): Promise<void> => {
  await taps.pressLine("Make a copy for somebody");
  await taps.pressLine("Myself");
  await taps.press("Go on with these");
  await page.getByText("Leave it open", { exact: true }).click();
  await taps.press("Make the copy");
};

const madeCopy = (): Promise<boolean> => taps.see("The copy is ready");

describe("an open phone in another hand", () => {
  test("gives no copy and no backup without the words; they are asked once within some minutes", async () => {
    const words = await keepWords(page, "200 euro by friday", "words");
    await toOpenCopy();
    await proveIt(page, "one two three four");
    expect(await taps.see("That is not it.")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await proveIt(page, words);
    expect(await madeCopy()).toBe(true);
    await taps.press("Done with this copy");
    await toOpenCopy();
    expect(await madeCopy()).toBe(true);
    await taps.press("Done with this copy");
    await taps.pressLine("Look after this place");
    expect(await taps.see("There is none yet.")).toBe(true);
    await taps.pressLine("Make a backup");
    await taps.press("Make the backup");
    expect(await taps.see("Save the file")).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("a backup asks, too; having opened the place with the words a moment ago counts", async () => {
    const words = await keepWords(page, "200 euro by friday", "words");
    await taps.pressLine("Look after this place");
    await taps.pressLine("Make a backup");
    await taps.press("Make the backup");
    await seeHeading(page, "First, is it you?");
    await page.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
    expect(await taps.see("There is no backup yet.")).toBe(true);
    await page.reload();
    await tap(page, "Open my place");
    await page.getByLabel("Your secret words").fill(words);
    await tap(page, "Open it");
    await seeHeading(page, "Your place");
    await toOpenCopy();
    expect(await madeCopy()).toBe(true);
  });
});
