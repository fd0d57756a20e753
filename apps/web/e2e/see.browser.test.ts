import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const maya = fileURLToPath(new URL("../../../fixtures/maya/", import.meta.url));
const files = [
  "whatsapp/WhatsApp Chat with Arlo.zip",
  "mail/2026-09-21 You know what I want.eml",
  "instagram/IMG_2231.PNG",
  "calls/voicemail-2026-09-24.wav",
].map((path) => join(maya, path));

/** One that is far below the first screen. */
const rowInTheMiddle = "It is almost twelve";

const press = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

const objections = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

const keepAll = async (page: Page): Promise<void> => {
  await press(page, /look around/i);
  await press(page, /^Keep something/);
  const chooser = page.waitForEvent("filechooser");
  await press(page, /^Choose pictures or files/);
  await (await chooser).setFiles(files);
  await press(page, /^I don.t know/);
  await press(page, /^Keep it here/);
  await press(page, /^Yes, we have met/);
  await press(page, /^Yes, everyone/);
  await page.getByRole("heading", { name: "4 things are kept" }).waitFor({ timeout: 60_000 });
  await page.locator(".page-actions button").first().click();
};

const scrollTo = (page: Page, top: number): Promise<void> =>
  page.locator(".see-list").evaluate((list, px) => {
    list.scrollTop = px;
  }, top);
/** Where a row stands on the screen: the list's own numbers change with what it has measured. */
const heightOf = async (row: Locator): Promise<number> => (await row.boundingBox())?.y ?? -1;

describe("what is kept, seen in order", () => {
  let app: ServedApp;
  let browser: AppBrowser;
  let page: Page;

  beforeAll(async () => {
    app = await serveApp();
    browser = await launchApp();
    ({ page } = await browser.openPage(app.url));
    await keepAll(page);
    await press(page, /^See everything/);
    await page.getByText("Did you take the blue umbrella?").waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await app.remove();
  });

  it("stands by day with its weekday, and axe has nothing to object to by day and night", async () => {
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe(
      "Wednesday, 3 June 2026",
    );
    expect(await objections(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await objections(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  });

  it("puts my words on my side once I said who I am", async () => {
    expect(await page.locator(".row-mine").count()).toBe(0);
    await press(page, /^Say who is who/);
    await press(page, /^Maya/);
    expect(await objections(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Me", exact: true }).click();
    await page.getByRole("heading", { level: 3, name: "Me" }).waitFor();
    expect(await objections(page)).toEqual([]);
    await press(page, /^Done/);
    await page.locator(".row-mine").first().waitFor();
    await page.getByText("Some times have no time zone").waitFor();
  });

  it("finds a part of a word while it is typed, opens it, and comes back to the same place", async () => {
    await page.getByLabel("Find words").fill("frida");
    await page.locator(".see-snippet mark").first().waitFor();
    expect(await page.locator(".see-snippet mark").first().textContent()).toMatch(/^frida$/i);
    expect(await objections(page)).toEqual([]);
    await page.getByLabel("Find words").fill("");
    await scrollTo(page, 1_500);
    const row = page.locator(".row-open", { hasText: rowInTheMiddle });
    await row.scrollIntoViewIfNeeded();
    const before = await heightOf(row);
    await row.click();
    await page.getByText("How we know").waitFor();
    await page.locator("summary", { hasText: "Where it stands in the file" }).click();
    await press(page, /^Show these words as they stand/);
    expect(await page.locator(".item-text mark").textContent()).toContain(rowInTheMiddle);
    expect(await page.locator(".item-text .soft").first().textContent()).toMatch(/^….+ - /s);
    expect(await objections(page)).toEqual([]);
    await press(page, /^Back/);
    await row.waitFor();
    await expect.poll(async () => Math.abs((await heightOf(row)) - before)).toBeLessThan(4);
  });

  it("searches within what is chosen, counts, and keeps both while a hit is looked at among the others", async () => {
    await scrollTo(page, 0);
    await page.getByLabel("Find words").fill("umbrella");
    const counted = /^(One thing has|\d+ things have) these words\.$/;
    await page.getByText(counted).waitFor();
    await press(page, /^Only some/);
    await page.getByLabel("What it is").selectOption("message");
    await page.getByLabel("From this day on").fill("2026-06-03");
    await page.getByLabel("Up to this day").fill("2026-06-03");
    await press(page, /^Done/);
    await page.getByText("Only: Message · Wed, 3 Jun 2026").waitFor();
    const before = await page.getByText(counted).textContent();
    expect(await objections(page)).toEqual([]);
    await page.locator(".see-results .line", { hasText: "blue" }).click();
    await press(page, /^See it among the others/);
    const row = page.locator(".row-marked", { hasText: "The one you opened" });
    await row.waitFor();
    await expect.poll(() => row.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await page.getByLabel("Find words").inputValue()).toBe("");
    expect(await objections(page)).toEqual([]);
    await press(page, /^Back/);
    await page.getByText("How we know").waitFor();
    await press(page, /^Back/);
    await page.getByText(counted).waitFor();
    expect(await page.getByText(counted).textContent()).toBe(before);
    expect(await page.getByLabel("Find words").inputValue()).toBe("umbrella");
  });

  it("offers another spelling and the whole where nothing is found, with how much is there", async () => {
    await page.getByLabel("Find words").fill("umbrela");
    await page.getByRole("heading", { name: "Nothing in this part has these words" }).waitFor();
    expect(await objections(page)).toEqual([]);
    await press(page, /^Look for “umbrella”/);
    await page.locator(".see-snippet mark").first().waitFor();
    await page.getByLabel("Find words").fill("frida");
    await press(page, /^Look in all of it/);
    await page.locator(".see-snippet mark").first().waitFor();
    expect(await page.getByText(/^Only:/).count()).toBe(0);
    await page.getByLabel("Find words").fill("");
  });

  it("shows a picture blurred until it is tapped, its fingerprint in fours, and keeps a note private", async () => {
    await press(page, /^Only some/);
    await page.getByLabel("What it is").selectOption("picture");
    await press(page, /^Done/);
    await page.getByText("IMG_2231.PNG").first().click();
    // A name from outside stands between marks of its own direction.
    await press(page, /^Open \u2068?IMG_2231/);
    await page.locator(".item-picture-blurred img").waitFor();
    await press(page, /^Show the picture/);
    expect(await page.locator(".item-picture-blurred").count()).toBe(0);
    await page.locator("summary", { hasText: "The file" }).last().click();
    expect(await page.locator(".exact").first().textContent()).toMatch(
      /^([0-9a-f]{4} ){15}[0-9a-f]{4}$/,
    );
    await page.locator("summary", { hasText: "My notes" }).click();
    await page.getByLabel("A note about this").fill("Ask Noor about this one");
    await press(page, /^Keep the note/);
    await page.locator(".item-note", { hasText: "Ask Noor" }).waitFor();
    expect(await objections(page)).toEqual([]);
    await press(page, /^Back/);
    await page.getByText("Only: Picture").waitFor();
    await press(page, /^Show all of it/);
  });

  it("draws the case over time, and a day leads there", async () => {
    await press(page, /^When it came/);
    const shore = page.getByRole("slider", { name: /things from/ });
    await shore.focus();
    await page.keyboard.press("End");
    const said = await shore.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowLeft");
    expect(await shore.getAttribute("aria-valuetext")).not.toBe(said);
    expect(await page.locator(".rhythm-caption p").textContent()).toBe(
      await shore.getAttribute("aria-valuetext"),
    );
    expect(await objections(page)).toEqual([]);
    await page.getByLabel("Month").selectOption("2026-09");
    await press(page, /^Monday, 21 September 2026/);
    const heading = page.getByRole("heading", { level: 2, name: "Monday, 21 September 2026" });
    const list = page.locator(".see-list");
    await heading.waitFor();
    await expect
      .poll(async () => (await heightOf(heading)) - (await heightOf(list)))
      .toSatisfy((px: number) => px >= 0 && px < 400);
  });

  it("prints no picture, no message and nothing of what stands around", async () => {
    await press(page, /^On paper/);
    await page.getByRole("heading", { level: 2, name: "Overview" }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("main img, .row").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Leave" }).count()).toBe(0);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
  });

  it("deletes for good what I do not want any more", async () => {
    await press(page, /^Back/);
    await page.getByLabel("Find words").fill("You know what I want");
    await page.locator(".see-results .line").first().click();
    await page.locator("summary", { hasText: "I don’t want this any more" }).click();
    await press(page, /^Delete it for good/);
    await page.getByRole("dialog").getByRole("button", { name: "Delete it for good" }).click();
    await page.getByRole("heading", { name: "Nothing has these words" }).waitFor();
    expect(await page.locator(".see-snippet").count()).toBe(0);
  });
});
