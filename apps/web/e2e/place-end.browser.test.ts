import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import {
  keepWords,
  nothingStored,
  proveIt,
  seeHeading,
  takeOfferedWords,
  tap,
  whatIsStored,
} from "./harness/own-place.ts";
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

const openApp = async (looks: Parameters<typeof launchApp>[0] = {}) => {
  browser = await launchApp(looks);
  return browser.openPage(app.url);
};

const care = async (page: Page, line: RegExp): Promise<void> => {
  await tap(page, /^Look after this place/);
  await tap(page, line);
};

describe("what is kept, and how it ends", () => {
  test("nothing is left where nothing is to stay, while it is open and after", async () => {
    const { page, complaints } = await openApp();
    await tap(page, "Show me what to do");
    await tap(page, "I see, go on");
    await page.getByText("Someone who scares me could pick up this phone").click();
    await tap(page, "Go on");
    await tap(page, /^Leave nothing on this phone/);
    expect(await whatIsStored(page)).toEqual(nothingStored);
    await tap(page, /^They say they will share my pictures/);
    await tap(page, "Type or paste the words");
    await page.getByLabel("The words").fill("pay until friday");
    await tap(page, "Keep it");
    await seeHeading(page, "Kept");
    expect(await whatIsStored(page)).toEqual(nothingStored);
    await tap(page, "That’s all for now");
    await page.getByText("Nothing stays on this phone. Close this page and it is gone.").waitFor();
    await tap(page, /^Text or call somebody now/);
    expect(await whatIsStored(page)).toEqual(nothingStored);
    await page.locator(".leave").click();
    await plainPageCame(page);
    await page.goto(app.url);
    await seeHeading(page, "This is not your fault.");
    expect(await whatIsStored(page)).toEqual(nothingStored);
    expect(complaints).toEqual([]);
  });

  test("a chosen face is not written down where nothing is to stay", async () => {
    const { page } = await openApp();
    await keepWords(page, "pay until friday", "nothing");
    await care(page, /^Name and look/);
    await page.getByText("Study", { exact: true }).click();
    await expect.poll(() => page.title()).toBe("Study");
    await page.getByText("You chose to leave nothing on this phone.").waitFor();
    await expect.poll(() => whatIsStored(page), { timeout: 20_000 }).toEqual(nothingStored);
  });

  test("deleting asks twice, says what stays elsewhere, and takes the app along with the last place", async () => {
    const { page, complaints } = await openApp();
    const words = await keepWords(page, "pay until friday", "words");
    await care(page, /^Name and look/);
    await page.getByText("Recipes", { exact: true }).click();
    await expect.poll(() => page.title()).toBe("Recipes");
    await tap(page, "Back");
    await tap(page, /^Delete this place/);
    await page.getByText("There is no backup of it.").waitFor();
    await page.getByText("The same pictures in your photos, and in their bin").waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await whatIsStored(page)).toMatchObject({ local: ["face"], workers: 1 });
    await tap(page, "Go on");
    await proveIt(page, words);
    await seeHeading(page, "Once more: delete it for good?");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Keep it");
    await seeHeading(page, /^Delete the place/);
    await tap(page, "Go on");
    await proveIt(page, words);
    await tap(page, "Delete it for good");
    await seeHeading(page, "It is gone");
    expect(await barriers(page)).toEqual([]);
    expect(await whatIsStored(page)).toEqual(nothingStored);
    await tap(page, "To the first page");
    await tap(page, "Open my place");
    await page.getByText("Nothing is kept in this browser yet.").waitFor();
    expect(await whatIsStored(page)).toEqual(nothingStored);
    expect(complaints).toEqual([]);
  });

  test("several places have names, are switched between, and one is deleted without the other", async () => {
    const { page, complaints } = await openApp({ colorScheme: "dark" });
    const firstWords = await keepWords(page, "pay until friday", "words");
    await care(page, /^More than one place/);
    await tap(page, "Give it another name");
    await page.getByLabel("Its name").fill("Garden");
    await tap(page, "Use this name");
    await tap(page, /^Garden/);
    await seeHeading(page, "Your place");
    await care(page, /^More than one place/);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Make another place");
    await page.getByLabel("Its name").fill("Trip");
    await tap(page, "Choose secret words");
    await takeOfferedWords(page);
    await page.getByText("Nothing is kept yet.").waitFor();
    await care(page, /^More than one place/);
    await tap(page, /^Garden/);
    await page.getByLabel("Your secret words").fill(firstWords);
    await tap(page, "Open it");
    await page.getByText("One thing is kept.").waitFor();
    await care(page, /^Delete this place/);
    await page.getByText("Your other places stay as they are.").waitFor();
    await tap(page, "Go on");
    await proveIt(page, firstWords);
    await tap(page, "Delete it for good");
    await seeHeading(page, "It is gone");
    await tap(page, "To the first page");
    await tap(page, "Open my place");
    await page.getByLabel("Your secret words").waitFor();
    expect(complaints).toEqual([]);
  });

  test("a case that turns out to need it keeps its words; the pictures wait for the person's choice", async () => {
    const { page, complaints } = await openApp();
    await keepWords(page, "pay until friday", "device");
    await tap(page, /^Keep something/);
    await keepPicture(page);
    await page.getByRole("dialog").getByRole("button", { name: "I don’t know" }).click();
    await tap(page, "Yes, everyone");
    await seeHeading(page, "Kept");
    await tap(page, "That’s all for now");
    await seeHeading(page, "Your place");
    await care(page, /^About the pictures/);
    await page.getByText("You said that everyone in your pictures was 18 or over.").waitFor();
    await tap(page, "Somebody may have been under 18");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Lock the pictures");
    await page.getByText("One picture is locked.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "That answer was a mistake");
    await tap(page, "Yes, everyone was");
    await page.getByText("You said that everyone in your pictures was 18 or over.").waitFor();
    await tap(page, "Somebody may have been under 18");
    await tap(page, "Lock the pictures");
    await tap(page, "Delete them for good");
    await tap(page, "Delete the pictures");
    await page.getByText("The pictures are gone. The words are still here.").waitFor();
    await tap(page, "Back");
    await tap(page, "Back");
    await page.getByText("One thing is kept.").waitFor();
    expect(complaints).toEqual([]);
  });
});

const keepPicture = async (page: Page): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await tap(page, "Choose pictures or files");
  const picture = new URL("../../../fixtures/maya/instagram/IMG_2231.PNG", import.meta.url);
  await (await chooser).setFiles(picture.pathname);
};
