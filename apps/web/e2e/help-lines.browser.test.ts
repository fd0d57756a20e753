import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let app: ServedApp;
let browser: AppBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
}, 300_000);
afterAll(() => app.remove());
beforeEach(async () => {
  browser = await launchApp();
  ({ page } = await browser.openPage(app.url));
  page.setDefaultTimeout(20_000);
});
afterEach(() => browser.close());

/** A Friday in London, at this time of day. */
const openTalk = async (time: string): Promise<void> => {
  await page.clock.setFixedTime(new Date(`2026-11-27T${time}:00Z`));
  await page.getByRole("button", { name: "Talk to somebody now" }).click();
  await page.getByRole("heading", { name: "Talk to somebody now" }).waitFor();
  await page.getByRole("combobox", { name: "Country" }).selectOption("GB");
  await page.locator(".help-line").first().waitFor();
  for (const fold of await page.locator(".talk-more > details > summary").all()) {
    await fold.click();
  }
};

const lineNamed = (name: string) =>
  page.locator(".help-line", { has: page.getByRole("heading", { name }) }).first();

describe("what is known of a helpline", () => {
  test("its hours stand beside its number, with whether somebody should be there now", async () => {
    await openTalk("12:00");
    const hours = lineNamed("Report Fraud").locator(".channel-hours").first();
    await expect.poll(() => hours.textContent()).toContain("They should be there now.");
    expect(await hours.textContent()).toMatch(
      /When: \W*Monday\W* to \W*Friday\W*8:00\W* to \W*20:00/,
    );
  });

  test("in the night a line of the day says that nobody is there", async () => {
    await openTalk("02:00");
    await expect
      .poll(() => lineNamed("Report Fraud").locator(".channel-hours").first().textContent())
      .toContain("They are not there now.");
  });

  test("hours that nobody has checked say so, and say nothing about now", async () => {
    await openTalk("12:00");
    const hours = lineNamed("Revenge Porn Helpline").locator(".channel-hours").first();
    await expect.poll(() => hours.textContent()).toContain("Not checked yet");
    expect(await hours.textContent()).not.toContain("now.");
  });

  test("who is told, what it costs and which languages stand in its fold, the unknown too", async () => {
    await openTalk("12:00");
    const galop = lineNamed("Galop");
    await galop.getByText("More about this line").click();
    const facts = (await galop.locator(".line-facts li").allTextContents()).join("\n");
    expect(facts).toContain("For: LGBTQ+ people.");
    expect(facts).toContain("Checked on");
    expect(facts).toContain("If they tell the police.");
    expect(facts).toContain("Which languages they speak.");
  });
});
