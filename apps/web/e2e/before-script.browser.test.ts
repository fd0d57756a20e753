import { AxeBuilder } from "@axe-core/playwright";
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

describe("the page before its script", () => {
  let app: ServedApp;
  let browser: AppBrowser;

  beforeAll(async () => {
    app = await serveApp();
    browser = await launchApp();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await app.remove();
  });

  /** A visit whose scripts, but for the first, come when they are let through. */
  const openHeld = async (address: string) => {
    const page = await browser.context.newPage();
    const held: Route[] = [];
    let isHeld = true;
    await page.route(/\/a\/(?!first\.js).*\.js$/, async (route) => {
      if (isHeld) held.push(route);
      else await route.continue();
    });
    await page.goto(address, { waitUntil: "commit" });
    const letThrough = async (): Promise<void> => {
      isHeld = false;
      await Promise.all(held.splice(0).map((route) => route.continue()));
    };
    return { page, letThrough };
  };
  /** What the styles hide is only hidden once they are there; measuring does not wait for them by itself, painting does. */
  const whenStyled = (page: Page) =>
    page.waitForFunction(
      () => document.styleSheets.length > 0 && document.readyState !== "loading",
    );
  const title = (page: Page) => page.getByRole("heading", { name: "This is not your fault." });
  const placeOfTitle = (page: Page) =>
    title(page).evaluate((it) => it.getBoundingClientRect().toJSON());

  it("says the first sentence, has a way out, and does not move when the script takes over", async () => {
    const { page, letThrough } = await openHeld(app.url);
    await title(page).waitFor();
    await whenStyled(page);
    await page.evaluate("document.fonts.ready");
    const before = await placeOfTitle(page);
    const leave = page.getByRole("link", { name: "Leave this page now" });
    const placeOfLeave = await leave.boundingBox();
    expect(await page.getByRole("button").count()).toBe(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await letThrough();
    await page.getByRole("button", { name: "Show me what to do" }).waitFor();
    expect(await placeOfTitle(page)).toEqual(before);
    const button = page.getByRole("button", { name: "Leave this page now" });
    expect(await button.boundingBox()).toEqual(placeOfLeave);
    expect(await title(page).count()).toBe(1);
    await page.close();
  });

  it("can be left before the script is there", async () => {
    const { page } = await openHeld(app.url);
    await page.getByRole("link", { name: "Leave this page now" }).click();
    await page.waitForURL(/\/p\/notes\.html$/);
    expect(await title(page).count()).toBe(0);
    await page.close();
  });

  it("shows nothing where an address has a face in it, or one was chosen before", async () => {
    const { page: addressed, letThrough } = await openHeld(`${app.url}?recipes`);
    await addressed.locator("[data-before-script]").waitFor({ state: "attached" });
    await whenStyled(addressed);
    expect(await title(addressed).count()).toBe(0);
    await letThrough();
    await title(addressed).waitFor();
    await addressed.evaluate(`localStorage.setItem("face", "weather")`);
    await addressed.close();
    const { page: chosen } = await openHeld(app.url);
    await chosen.locator("[data-before-script]").waitFor({ state: "attached" });
    await whenStyled(chosen);
    expect(await title(chosen).count()).toBe(0);
    expect(await chosen.locator("h1").isVisible()).toBe(false);
    await chosen.close();
  });
});
