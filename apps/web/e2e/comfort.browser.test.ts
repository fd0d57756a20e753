import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { cutTexts, partsBesideTheScreen } from "./every-screen/page-faults.ts";
import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  app = await serveApp();
}, 300_000);
afterAll(() => app.remove());
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const openApp = async (media: Parameters<Page["emulateMedia"]>[0]): Promise<Page> => {
  browser = await launchApp();
  const { page } = await browser.openPage(app.url);
  await page.emulateMedia(media);
  return page;
};

/** What would move: a time above nothing for a transition or an animation. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const isMoving =
        transitionDuration.split(",").some((time) => Number.parseFloat(time) > 0)
        || (animationName !== "none" && Number.parseFloat(animationDuration) > 0);
      return isMoving ? [`${element.tagName} ${element.className}`] : [];
    }),
  );

describe("somebody who asked for less motion", () => {
  test("sees nothing move, on pages and in questions", async () => {
    const page = await openApp({ reducedMotion: "reduce" });
    expect(await moving(page)).toEqual([]);
    await keepWords(page, "pay until friday", "device");
    await tap(page, /^Look after this place/);
    await tap(page, /^What opens it/);
    await tap(page, "Add secret words");
    await page.getByRole("dialog").waitFor();
    expect(await moving(page)).toEqual([]);
  });
});

/** Of the first one: whether an edge, and around it a ring, is drawn in a colour that is not its ground's. */
const drawn = (page: Page, selector: string): Promise<{ edge: boolean; ring: boolean }> =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element === null) throw new Error(`no ${wanted}`);
    const ground = getComputedStyle(document.body).backgroundColor;
    const style = getComputedStyle(element);
    return {
      edge:
        style.borderTopStyle === "solid"
        && Number.parseFloat(style.borderTopWidth) >= 1
        && style.borderTopColor !== ground,
      ring: style.outlineStyle === "solid" && Number.parseFloat(style.outlineWidth) >= 2,
    };
  }, selector);

describe("somebody whose system has its own few colours", () => {
  test("sees the one action as a button, and where the focus is", async () => {
    const page = await openApp({ forcedColors: "active" });
    await page.locator(".button-primary").waitFor();
    expect((await drawn(page, ".button-primary")).edge).toBe(true);
    expect((await drawn(page, ".leave")).edge).toBe(true);
    await page.locator(".button-primary").focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect((await drawn(page, ".button-primary:focus")).ring).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  test("sees what is ticked and what is not, and which of several is chosen", async () => {
    const page = await openApp({ forcedColors: "active" });
    await tap(page, "Show me what to do");
    await tap(page, "I see, go on");
    await page.getByText("I am under 18", { exact: true }).click();
    const ticks = await page
      .locator(".check-box svg")
      .evaluateAll((marks) =>
        marks.map((mark) => mark.checkVisibility({ visibilityProperty: true })),
      );
    expect(ticks).toEqual([false, false, true]);
    await page.goto(app.url);
    await tap(page, "Look around first");
    await tap(page, /^Look after this place/);
    await tap(page, /^Name and look/);
    const widths = await page
      .locator(".radio-mark")
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).borderTopWidth));
    expect(new Set(widths).size).toBe(2);
  });
});

describe("somebody whose text is twice as large", () => {
  const faults = async (page: Page): Promise<readonly string[]> => [
    ...(await page.evaluate(partsBesideTheScreen)),
    ...(await page.evaluate(cutTexts)),
  ];

  test("finds nothing cut off or beside the screen, on pages and in questions", async () => {
    const page = await openApp({});
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await faults(page)).toEqual([]);
    for (const next of ["Show me what to do", "I see, go on", "Skip"]) {
      await tap(page, next);
      expect([next, await faults(page)]).toEqual([next, []]);
    }
    await tap(page, "They say they will share my pictures");
    expect(await faults(page)).toEqual([]);
    await tap(page, "Type or paste the words");
    await page.getByLabel("The words").fill("pay until friday");
    expect(await faults(page)).toEqual([]);
    await tap(page, "Keep it");
    await page.getByRole("dialog").waitFor();
    expect(await faults(page)).toEqual([]);
    await tap(page, "Keep it here");
    await page.getByRole("heading", { name: "Kept" }).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});
