import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const picture = fileURLToPath(
  new URL("../../../fixtures/maya/instagram/IMG_2231.PNG", import.meta.url),
);

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

const openApp = async (): Promise<Page> => {
  browser = await launchApp();
  return (await browser.openPage(app.url)).page;
};

const tap = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

const pick = async (page: Page, name: string): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await tap(page, name);
  await (await chooser).setFiles(picture);
};

/** What has the focus, by the words on it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? "");

const toGates = async (page: Page): Promise<void> => {
  await tap(page, "Show me what to do");
  await tap(page, "I see, go on");
};

describe("somebody in a hurry", () => {
  test("hears what became of it, and can keep one more from there", async () => {
    const page = await openApp();
    await toGates(page);
    await tap(page, "Skip");
    await tap(page, "They say they will share my pictures");
    await pick(page, "Choose pictures of the screen");
    await tap(page, "Keep it here");
    await tap(page, "Yes, everyone");
    await page.getByRole("heading", { name: "Kept", exact: true }).waitFor();
    expect(await focused(page)).toBe("Kept");
    await tap(page, "Keep something else");
    expect(await focused(page)).toBe("Save three things");
    await pick(page, "Choose pictures of the screen");
    await page.getByText("You had kept this before. Now it is noted twice.").waitFor();
    expect(await focused(page)).toBe("Kept");
  });

  test("is not asked about this phone again after choosing to leave nothing on it", async () => {
    const page = await openApp();
    await toGates(page);
    await page.getByText("Someone who scares me could pick up this phone", { exact: true }).click();
    await tap(page, "Go on");
    await page.getByText("Leave nothing on this phone").click();
    await tap(page, "They say they will share my pictures");
    await pick(page, "Choose pictures of the screen");
    await tap(page, "Yes, everyone");
    await page.getByRole("heading", { name: "Kept", exact: true }).waitFor();
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });

  test("who may be watched is offered words or nothing, and no key of the phone", async () => {
    const page = await openApp();
    await toGates(page);
    await page.getByText("Someone who scares me could pick up this phone", { exact: true }).click();
    await tap(page, "Go on");
    await tap(page, "I’ll choose later");
    await tap(page, "They say they will share my pictures");
    await pick(page, "Choose pictures of the screen");
    const question = page.getByRole("dialog");
    await question.waitFor();
    expect(await question.getByRole("button").allInnerTexts()).toEqual([
      "Lock it with secret words",
      "Don’t keep it on this phone",
      "Leave",
    ]);
  });

  test("does not lose typed words that could not be kept for want of room", async () => {
    const page = await openApp();
    await tap(page, "Look around first");
    await page.getByRole("button", { name: "Keep something" }).click();
    await pick(page, "Choose pictures or files");
    await tap(page, "I took it on this device");
    await tap(page, "Keep it here");
    await tap(page, "Yes, everyone");
    await tap(page, "Keep something else");
    await page.getByRole("button", { name: "Type or paste the words" }).click();
    const devtools = await page.context().newCDPSession(page);
    const quota = { origin: app.url.slice(0, -1), quotaSize: 1000 };
    await devtools.send("Storage.overrideQuotaForOrigin", quota);
    await page.getByLabel("The words").fill("synthetic words ".repeat(20_000));
    await tap(page, "Keep it");
    await page.getByRole("heading", { name: "Nothing was kept" }).waitFor();
    expect(await page.getByLabel("The words").inputValue()).toMatch(/^synthetic words/);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: quota.origin });
    await tap(page, "Try again");
    await page.getByRole("heading", { name: "Kept", exact: true }).waitFor();
    expect(await page.getByLabel("The words").count()).toBe(0);
  });
});
