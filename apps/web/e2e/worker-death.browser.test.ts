import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { chatOf } from "./harness/large-chat.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-death-"));
const small = join(folder, "first.txt");
const large = join(folder, "WhatsApp Chat with Arlo.txt");
const last = join(folder, "last.txt");

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  writeFileSync(small, "What was said first.\n");
  writeFileSync(large, chatOf(60_000));
  writeFileSync(last, "What was said last.\n");
  app = await serveApp();
});
afterAll(async () => {
  await app.remove();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const openApp = async () => {
  browser = await launchApp();
  return browser.openPage(app.url);
};

/** Until the large chat is in hand: what stands before it is kept, what stands behind it is not. */
const keepThree = async (page: Page): Promise<void> => {
  await tap(page, /^Keep something/);
  const chooser = page.waitForEvent("filechooser");
  await tap(page, "Choose pictures or files");
  await (await chooser).setFiles([small, large, last]);
  await page.getByText(/^1 of 3 kept · .?WhatsApp Chat/).waitFor();
};

/** Their files have no names: the one with keys is there before the one that it starts. */
const endWorker = async (page: Page, which: "with keys" | "without keys"): Promise<void> => {
  const workers = page.workers();
  expect(workers).toHaveLength(2);
  // As the system ends one for want of memory: without a word, and it cannot answer any more.
  void workers[which === "with keys" ? 0 : 1]?.evaluate("self.close()").catch(() => undefined);
};

describe("a worker that ends by itself", () => {
  it("is noticed while it keeps: what is kept is said, and the place opens again whole", async () => {
    const { page } = await openApp();
    await keepWords(page, "what they wrote first", "device");
    await keepThree(page);
    await endWorker(page, "with keys");
    await seeHeading(page, "Open your place");
    await page.getByText("Your place closed by itself.").waitFor();
    await page
      .getByText("One thing is kept. 2 things are not. Choose them again when you are back.")
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Open it");
    await page.getByText("2 things are kept").waitFor();
    await keepThree(page);
    await seeHeading(page, "3 things are kept");
  });

  it("is said, too, when it takes a place along that kept nothing", async () => {
    const { page } = await openApp();
    await keepWords(page, "what they wrote first", "nothing");
    await endWorker(page, "with keys");
    await page.getByText("It kept nothing on this phone, so what was in it is gone.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Show me what to do");
    await seeHeading(page, "This is not your fault.");
  });

  it("without keys is replaced, and all that was chosen is kept", async () => {
    const { page } = await openApp();
    await keepWords(page, "what they wrote first", "device");
    await keepThree(page);
    await endWorker(page, "without keys");
    await seeHeading(page, "3 things are kept");
    await expect.poll(() => page.getByText(/^WhatsApp Chat with Arlo/).count()).toBe(1);
  });
});
