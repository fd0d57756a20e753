import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
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

const openApp = async (hasMicrophone = true) => {
  browser = await launchApp({ hasMicrophone });
  return browser.openPage(app.url);
};

/** What a phone does when another app comes to the front. */
const hide = (page: Page, isHidden: boolean): Promise<void> =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
      document.dispatchEvent(new Event("visibilitychange"));
    },
    isHidden ? "hidden" : "visible",
  );

const goToVoice = async (page: Page): Promise<void> => {
  await tap(page, /^Keep something/);
  await tap(page, /^Say it instead of typing/);
  await seeHeading(page, "Say what happened");
};

const sayFor = async (page: Page, seconds: number): Promise<void> => {
  await tap(page, "Start to record");
  await seeHeading(page, "Recording");
  await page.getByText(`0:0${seconds}`).waitFor();
};

/** How long what is played really is: a browser tells it once it has read the sound. */
const lengthOfSound = (page: Page): Promise<number> =>
  page.locator("audio").evaluate(
    (player) =>
      new Promise<number>((resolve, reject) => {
        if (!(player instanceof HTMLAudioElement)) throw new Error("no player");
        if (player.readyState > 0) resolve(player.duration);
        player.addEventListener("loadedmetadata", () => resolve(player.duration));
        player.addEventListener("error", () => reject(new Error("not a sound")));
      }),
  );

describe("a voice note", () => {
  test("is said, listened to and kept before there is any place, and added to the proof", async () => {
    const { page, complaints } = await openApp();
    await tap(page, "Look around first");
    await goToVoice(page);
    expect(await barriers(page)).toEqual([]);
    await sayFor(page, 2);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Stop");
    await seeHeading(page, /^Recorded: 0:0/);
    expect(await lengthOfSound(page)).toBeGreaterThan(1);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Keep it, only for me");
    await tap(page, "Keep it here");
    await page.getByText("Kept. It is only for you.").waitFor();
    await tap(page, "Listen");
    expect(await lengthOfSound(page)).toBeGreaterThan(1);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Add to the proof");
    await page.getByRole("dialog").getByRole("button", { name: "Add to the proof" }).click();
    await page.getByText("It is part of the proof now.").waitFor();
    expect(await page.getByRole("heading", { name: "What you said before" }).count()).toBe(0);
    await tap(page, "Back");
    await tap(page, "Back");
    await tap(page, /^See everything in order/);
    await page
      .getByText(/sound or film/i)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });

  test("is words, also where no picture is kept", async () => {
    const { page, complaints } = await openApp();
    await keepWords(page, "they want money", "device");
    await tap(page, /^Look after this place/);
    await tap(page, /^About the pictures/);
    await tap(page, "Somebody may have been under 18");
    await tap(page, "Lock the pictures");
    await page.getByText("Here we keep only words.").waitFor();
    await tap(page, "Back");
    await tap(page, "Back");
    await goToVoice(page);
    await sayFor(page, 1);
    await tap(page, "Stop");
    await tap(page, "Keep it, only for me");
    await tap(page, "Add to the proof");
    await page.getByRole("dialog").getByRole("button", { name: "Add to the proof" }).click();
    await page.getByText("It is part of the proof now.").waitFor();
    await tap(page, "Back");
    await tap(page, "Back");
    await tap(page, /^See everything in order/);
    await page
      .getByRole("button", { name: /sound or film/i })
      .first()
      .click();
    await tap(page, /^Open /);
    expect(await lengthOfSound(page)).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test("whose page goes out of sight is finished, and kept for its person alone", async () => {
    const { page } = await openApp();
    await keepWords(page, "they want money", "device");
    await goToVoice(page);
    await sayFor(page, 1);
    await hide(page, true);
    expect(await page.locator(".cover").isVisible()).toBe(true);
    await hide(page, false);
    await page.getByText("Kept. It is only for you.").waitFor();
    await tap(page, "Delete");
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page
      .getByRole("heading", { name: "What you said before" })
      .waitFor({ state: "detached" });
  });

  test("that was thrown away is nowhere", async () => {
    const { page } = await openApp();
    await keepWords(page, "they want money", "device");
    await goToVoice(page);
    await sayFor(page, 1);
    await tap(page, "Stop");
    await tap(page, "Throw it away");
    await page.getByRole("dialog").getByRole("button", { name: "Throw it away" }).click();
    await seeHeading(page, "Say what happened");
    expect(await page.getByRole("heading", { name: "What you said before" }).count()).toBe(0);
  });
});

describe("without a microphone", () => {
  test("it says so, and leads on to typing", async () => {
    const { page } = await openApp(false);
    await tap(page, "Look around first");
    await goToVoice(page);
    await tap(page, "Start to record");
    await page.getByText(/You can type it instead|type it instead/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Type or paste the words");
    await seeHeading(page, "Type or paste the words");
  });
});
