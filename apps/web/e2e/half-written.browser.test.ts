import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { isInHeap } from "./harness/heap.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap, type } from "./harness/own-place.ts";
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

/** In a place that this phone opens, with one thing in it, on the page for words. */
const goWriting = async (page: Page): Promise<void> => {
  await keepWords(page, "what they wrote first", "device");
  await tap(page, /^Keep something/);
  await tap(page, /^Type or paste the words/);
  await seeHeading(page, "Type or paste the words");
  await page.getByLabel("The words").focus();
};

const openAgain = async (page: Page): Promise<void> => {
  await seeHeading(page, "Open your place");
  await tap(page, "Open it");
};

const words = (page: Page): Promise<string> => page.getByLabel("The words").inputValue();
/** A phone opens in its own time. */
const patient = { timeout: 20_000 };

const returned = "You had begun to write. Your words are still here.";

describe("half-written words", () => {
  it("stand there again after the place closed by its timer, and can be thrown away", async () => {
    const { page, complaints } = await openApp();
    await goWriting(page);
    await page.clock.install();
    await type(page, "half of zq7kelpmarker");
    await page.clock.fastForward("16:00");
    await seeHeading(page, "Open your place");
    expect(await isInHeap(page, "zq7kelpmarker")).toBe(false);
    await openAgain(page);
    await expect.poll(() => words(page), patient).toBe("half of zq7kelpmarker");
    await page.getByText(returned).waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Back");
    await tap(page, /^Go on writing/);
    await expect.poll(() => words(page), patient).toBe("half of zq7kelpmarker");
    await tap(page, "Throw away");
    await page.getByRole("dialog").getByRole("button", { name: "Throw away" }).click();
    await expect.poll(() => words(page), patient).toBe("");
    expect(await page.getByText(returned).count()).toBe(0);
    await tap(page, "Back");
    await seeHeading(page, "Your place");
    expect(await page.getByRole("button", { name: /^Go on writing/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("are no draft any more once they are kept", async () => {
    const { page } = await openApp();
    await goWriting(page);
    await type(page, "all of it");
    await tap(page, "Back");
    await tap(page, /^Type or paste the words/);
    await expect.poll(() => words(page), patient).toBe("all of it");
    await tap(page, "Keep it");
    await seeHeading(page, "Kept");
    await tap(page, "Keep something else");
    await expect.poll(() => words(page), patient).toBe("");
    await tap(page, "Back");
    await tap(page, "Back");
    await page.getByText("2 things are kept").waitFor();
    expect(await page.getByRole("button", { name: /^Go on writing/ }).count()).toBe(0);
  });

  it("are written before another window gets the place", async () => {
    const { page } = await openApp();
    await goWriting(page);
    const second = await browser?.openPage(app.url);
    if (second === undefined) throw new Error("no second window");
    await tap(second.page, "Open my place");
    await second.page.getByRole("button", { name: "Use it here" }).waitFor();
    await type(page, "to the very last letter");
    await tap(second.page, "Use it here");
    await page.getByText("Your place was opened in another window").waitFor();
    await openAgain(second.page);
    await tap(second.page, /^Go on writing/);
    await expect.poll(() => words(second.page), patient).toBe("to the very last letter");
  });

  it("outlive a page that crashed a moment after they were typed", async () => {
    const { page } = await openApp();
    await goWriting(page);
    await type(page, "written before the crash");
    await page.waitForTimeout(2_000);
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    // The page never answers: it is gone.
    void devtools.send("Page.crash").catch(() => undefined);
    await crashed;
    const next = await browser?.openPage(app.url);
    if (next === undefined) throw new Error("no second page");
    await tap(next.page, "Open my place");
    await openAgain(next.page);
    await tap(next.page, /^Go on writing/);
    await expect.poll(() => words(next.page), patient).toBe("written before the crash");
  });

  it("of a note stand first among the notes, and become the note that they were to be", async () => {
    const { page, complaints } = await openApp();
    await keepWords(page, "what they wrote first", "device");
    await tap(page, /^Keep something/);
    await tap(page, /^My own notes/);
    await tap(page, "Write a note");
    await page.getByLabel("Your note").focus();
    await type(page, "ask Jo about");
    await page.clock.install();
    await page.keyboard.press("Space");
    await page.clock.fastForward("11:00");
    await openAgain(page);
    await seeHeading(page, "My own notes");
    await page.getByText("You had begun to write this. It is not a saved note yet.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Go on writing");
    const field = page.getByLabel("Your note");
    await expect.poll(() => field.inputValue()).toBe("ask Jo about ");
    await field.fill("ask Jo about the car");
    await tap(page, "Save the note");
    await page.getByText("ask Jo about the car").waitFor();
    expect(await page.getByText("You had begun to write this").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
