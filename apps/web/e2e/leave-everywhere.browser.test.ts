import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { plainPageCame } from "./harness/plain-page.ts";
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

/** The plain page, and nothing of ours on it. */
const plainPage = async (page: Page, face = "notes"): Promise<readonly [string, number]> => {
  await plainPageCame(page, face);
  return whatIsOn(page);
};

const whatIsOn = async (page: Page): Promise<readonly [string, number]> => {
  const title = await page.locator("h1").first().textContent();
  return [title ?? "", await page.locator(".shell, .ask, button").count()];
};

const shiftThreeTimes = async (page: Page): Promise<void> => {
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Shift");
};

/** Writes down, in the order in which they happen, the steps of leaving; they are told to us before the page goes. */
const hearSteps = async (page: Page): Promise<readonly string[]> => {
  const steps: string[] = [];
  await page.exposeFunction("hearStep", (step: string) => steps.push(step));
  await page.evaluate(`{
    const tell = (owner, name, step) => {
      const before = owner[name];
      owner[name] = function (...values) { hearStep(step); return before.apply(this, values); };
    };
    tell(Worker.prototype, "terminate", "keys dropped");
    tell(document.body, "replaceChildren", "blank");
    tell(history, "go", "history");
    tell(history, "replaceState", "history");
  }`);
  return steps;
};

describe("leaving", () => {
  test("drops the keys first, then blanks the page, and only then goes elsewhere", async () => {
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "device");
    expect(page.workers().length).toBeGreaterThan(0);
    const steps = await hearSteps(page);
    await page.locator(".leave").click();
    expect(await plainPage(page)).toEqual(["Notes", 0]);
    expect(steps.slice(0, 3)).toEqual(["keys dropped", "blank", "history"]);
    expect(page.workers()).toEqual([]);
  });

  test("works over a question that stands before the page, by its own button and by Shift", async () => {
    for (const way of ["button", "shift"] as const) {
      const { page } = await openApp();
      await keepWords(page, "pay until friday", "words");
      await tap(page, /^Look after this place/);
      await tap(page, /^What opens it/);
      await tap(page, "Write twelve words on paper");
      await seeHeading(page, "First, is it you?");
      if (way === "button") await page.getByRole("dialog").locator(".leave").click();
      else await shiftThreeTimes(page);
      expect([way, await plainPage(page)]).toEqual([way, ["Notes", 0]]);
      await browser?.close();
    }
  });

  test("Shift three times works while a secret is typed, and capital letters do not count", async () => {
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "words");
    await tap(page, "Close my place");
    await tap(page, "Open my place");
    const field = page.getByLabel("Your secret words");
    await field.focus();
    for (const letter of ["Shift+A", "Shift+B", "Shift+C", "Shift+D"]) {
      await page.keyboard.press(letter);
    }
    expect(await field.inputValue()).toBe("ABCD");
    expect(page.url()).toBe(app.url);
    await shiftThreeTimes(page);
    expect(await plainPage(page)).toEqual(["Notes", 0]);
  });

  test("works while a large file is being kept, which is then as if it had never been added", async () => {
    const folder = mkdtempSync(join(tmpdir(), "holdfast-large-"));
    writeFileSync(join(folder, "large.bin"), randomBytes(40_000_000));
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "device");
    await tap(page, "Keep something");
    const chooser = page.waitForEvent("filechooser");
    await tap(page, "Choose pictures or files");
    await (await chooser).setFiles(join(folder, "large.bin"));
    await page.getByRole("progressbar").or(page.getByRole("dialog")).first().waitFor();
    if ((await page.getByRole("dialog").count()) > 0) {
      await page.getByRole("dialog").getByRole("button").first().click();
      await page.getByRole("progressbar").waitFor();
    }
    await shiftThreeTimes(page);
    expect(await plainPage(page)).toEqual(["Notes", 0]);
    expect(page.workers()).toEqual([]);
    rmSync(folder, { recursive: true });
    await page.goto(app.url);
    await tap(page, "Open my place");
    await tap(page, "Open it");
    await seeHeading(page, "Your place");
    await page.getByText(/^(One thing is|2 things are) kept/).waitFor();
  });

  test("works before the rest of the app has come", async () => {
    browser = await launchApp();
    const page = await browser.context.newPage();
    const first = await (await fetch(app.url)).text();
    await page.route("**/a/*.js", (route) => {
      const name = new URL(route.request().url()).pathname;
      // Whatever is not named in the page itself never arrives.
      return first.includes(name.slice(1)) ? route.continue() : undefined;
    });
    await page.goto(app.url);
    await tap(page, "Look around first");
    await page.getByText("One moment …").waitFor();
    await page.locator(".leave").click();
    expect(await plainPage(page)).toEqual(["Notes", 0]);
  });

  test("shows the plain page without a network where nothing may stay, over back and forward too", async () => {
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "nothing");
    await app.stop();
    await page.locator(".leave").click();
    await page.waitForURL(/\/p\/notes\.html$/);
    expect(await whatIsOn(page)).toEqual(["Notes", 0]);
    expect(await page.title()).toBe("Notes");
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe("612px");
    // A screen that is still in memory may ask for something: nothing is started any more.
    await page.waitForTimeout(1_000);
    expect(page.workers()).toEqual([]);
    for (const move of ["goBack", "goForward"] as const) {
      await page[move]();
      await page.waitForURL(/\/p\/notes\.html$/);
      expect([move, await whatIsOn(page)]).toEqual([move, ["Notes", 0]]);
      expect(await page.content()).not.toContain("friday");
    }
    await app.start();
  });

  test("shows the page of the face that was chosen, which stays after a reload and over leaving", async () => {
    const { page } = await openApp();
    await tap(page, "Look around first");
    await tap(page, /^Look after this place/);
    await tap(page, /^Name and look/);
    await page.getByText("Weather", { exact: true }).click();
    await expect.poll(() => page.title()).toBe("Weather");
    await page.reload();
    expect(await page.title()).toBe("Weather");
    await tap(page, "Show me what to do");
    await page.getByText(/shows a plain page of Weather instead/).waitFor();
    await page.locator(".leave").click();
    expect(await plainPage(page, "weather")).toEqual(["Weather", 0]);
  });

  test("can be practised", async () => {
    const { page } = await openApp();
    await tap(page, "Look around first");
    await tap(page, /^Look after this place/);
    await tap(page, /^The Leave button/);
    await tap(page, "Try it");
    expect(await plainPage(page)).toEqual(["Notes", 0]);
  });
});
