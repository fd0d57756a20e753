import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { chatOf } from "./harness/large-chat.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { createTaps } from "./harness/taps.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-whole-"));
const pathOf = (name: string): string => join(folder, name);
const chatName = "WhatsApp Chat with Arlo.txt";

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  writeFileSync(pathOf("first.txt"), "What was said first.\n");
  writeFileSync(pathOf("film.bin"), randomBytes(12_000_000));
  writeFileSync(pathOf("last.txt"), "What was said last.\n");
  writeFileSync(pathOf(chatName), chatOf(60_000));
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

const openPage = async (): Promise<Page> => {
  browser ??= await launchApp();
  return (await browser.openPage(app.url)).page;
};

/** Gives what sets the room: as much as there is in use, and so much more. It counts as long as the session lasts. */
const takeRoom = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(app.url).origin;
  return {
    leave: async (moreInBytes: number): Promise<void> => {
      const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      const quotaSize = used + moreInBytes;
      await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
    },
    giveBack: () => devtools.send("Storage.overrideQuotaForOrigin", { origin }),
  };
};

const openAgain = async (page: Page): Promise<void> => {
  await tap(page, "Open my place");
  await tap(page, "Open it");
  await seeHeading(page, "Your place");
};

describe("what was kept is whole", () => {
  it("when the device has no more room in the middle of several files, and what was not kept is said", async () => {
    const page = await openPage();
    await keepWords(page, "what they wrote first", "device");
    await tap(page, /^Keep something/);
    const room = await takeRoom(page);
    await room.leave(4_000_000);
    await createTaps(page).keep(["first.txt", "film.bin", "last.txt"].map(pathOf));
    await seeHeading(page, "2 things are kept");
    await seeHeading(page, "One was not kept");
    const outcomes = await page.locator(".outcome").allInnerTexts();
    expect(outcomes.map((text) => text.split("\n")[0])).toEqual([
      "film.bin",
      "first.txt",
      "last.txt",
    ]);
    expect(outcomes[0]).toContain("There is no room left on this device.");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "That’s all for now");
    await page.getByText("3 things are kept").waitFor();
    // Nothing was made free: it opens nonetheless.
    await tap(page, "Close my place");
    await openAgain(page);
    await page.getByText("3 things are kept").waitFor();
    await tap(page, /^See everything in order/);
    await page.getByText("What was said last.").waitFor();
    await tap(page, "Back");
    await room.giveBack();
    await tap(page, /^Keep something/);
    await createTaps(page).keep([pathOf("film.bin")]);
    await seeHeading(page, "Kept");
  });

  it("when the page crashes while a long chat is taken in: all that was committed, and nothing half", async () => {
    const page = await openPage();
    await keepWords(page, "what they wrote first", "device");
    await tap(page, /^Keep something/);
    const chooser = page.waitForEvent("filechooser");
    await tap(page, "Choose pictures or files");
    await (await chooser).setFiles(["first.txt", chatName, "last.txt"].map(pathOf));
    await page.getByText(/^1 of 3 kept · .?WhatsApp Chat/).waitFor();
    // Somewhere in the middle of it.
    await page.waitForTimeout(1_500);
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    // The page never answers: it is gone.
    void devtools.send("Page.crash").catch(() => undefined);
    await crashed;
    const next = await openPage();
    await openAgain(next);
    await next.getByText("2 things are kept").waitFor();
    await tap(next, /^See everything in order/);
    await next.getByText("What was said first.").waitFor();
    expect(await next.getByText("synthetic line").count()).toBe(0);
    await tap(next, "Back");
    await tap(next, /^Keep something/);
    await createTaps(next).keep([pathOf(chatName), pathOf("last.txt")]);
    await seeHeading(next, "2 things are kept");
    expect(await next.locator(".outcome", { hasText: chatName }).innerText()).toContain(
      "60,000 entries found",
    );
  });
});
