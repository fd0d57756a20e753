import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { barriers } from "./harness/barriers.ts";
import {
  goToKeys,
  keepWords,
  lockFromHome,
  openWith,
  proveIt,
  seeHeading,
  takeOfferedWords,
  tap,
  waysOf,
} from "./harness/own-place.ts";
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

describe("what opens the place", () => {
  test("secret words are added, the phone's own key is taken away, and the last way stays", async () => {
    const { page, complaints } = await openApp();
    await keepWords(page, "pay until friday", "device");
    await goToKeys(page);
    expect(await barriers(page)).toEqual([]);
    expect(await waysOf(page)).toEqual(["The key of this phone"]);
    expect(await page.getByRole("button", { name: /Take this way away/ }).count()).toBe(0);
    await tap(page, "Add secret words");
    const words = await takeOfferedWords(page);
    await page.getByText("Your secret words open it now.").waitFor();
    await tap(page, "Take this way away: The key of this phone");
    await proveIt(page, words);
    await tap(page, "Take it away");
    await expect.poll(() => waysOf(page), { timeout: 20_000 }).toEqual(["Your secret words"]);
    await tap(page, "Back");
    await tap(page, "Back");
    await lockFromHome(page);
    await tap(page, "Open my place");
    expect(await page.getByText("It opens with the key of this phone.").count()).toBe(0);
    await page.getByLabel("Your secret words").fill(words);
    await tap(page, "Open it");
    await page.getByText("One thing is kept.").waitFor();
    expect(complaints).toEqual([]);
  });

  test("twelve words are shown once, asked for from the paper, and open the place", async () => {
    const { page, complaints } = await openApp();
    const secret = await keepWords(page, "pay until friday", "words");
    await goToKeys(page);
    await tap(page, "Write twelve words on paper");
    await proveIt(page, secret);
    await page.locator(".paper-words > li").nth(11).waitFor();
    const paper = await page.locator(".paper-words > li").allTextContents();
    expect(paper).toHaveLength(12);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "I wrote them down");
    await seeHeading(page, "Now look at your paper");
    expect(await page.locator("main").textContent()).not.toContain(paper.join(" "));
    const fields = page.getByLabel(/^Word number/);
    for (const field of await fields.all()) await field.fill("notaword");
    await tap(page, "Check");
    await page.getByText("3 words are not what we showed you.").waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const label of await page.getByText(/^Word number/).allTextContents()) {
      await page
        .getByLabel(label, { exact: true })
        .fill(paper[Number(/\d+/.exec(label)?.[0]) - 1] ?? "");
    }
    await tap(page, "Check");
    await seeHeading(page, "The paper works");
    await tap(page, "Done");
    await expect
      .poll(() => waysOf(page), { timeout: 20_000 })
      .toEqual(["Your secret words", "Twelve words on paper"]);
    await tap(page, "Back");
    await tap(page, "Back");
    await lockFromHome(page);
    await tap(page, "Open my place");
    await page.getByText("Another way to open it").click();
    await page.getByLabel("Your twelve words").fill(paper.join(" "));
    await tap(page, "Open with the twelve words");
    await page.getByText("One thing is kept.").waitFor();
    expect(complaints).toEqual([]);
  });

  test("when somebody may know the words, everything gets new keys, and nothing is lost", async () => {
    const { page, complaints } = await openApp();
    const old = await keepWords(page, "pay until friday", "words");
    await goToKeys(page);
    await tap(page, /^Change my words/);
    await seeHeading(page, "Change your words");
    expect(await barriers(page)).toEqual([]);
    await tap(page, /^Yes, or I’m not sure/);
    await proveIt(page, old);
    const next = await takeOfferedWords(page);
    await seeHeading(page, "Only your new words open it now");
    await tap(page, "Done");
    await tap(page, "Back");
    await tap(page, "Back");
    await lockFromHome(page);
    await openWith(page, old);
    await page.getByText("That does not open it.").waitFor();
    await page.getByLabel("Your secret words").fill(next);
    await tap(page, "Open it");
    await page.getByText("One thing is kept.").waitFor();
    expect(complaints).toEqual([]);
  });

  test("words that are not theirs change nothing, and each wrong try waits longer", async () => {
    const { page } = await openApp();
    const words = await keepWords(page, "pay until friday", "words");
    await goToKeys(page);
    await tap(page, "Write twelve words on paper");
    await proveIt(page, "not these words");
    await page.getByText("That is not it. Nothing was changed.").waitFor();
    await proveIt(page, "nor these");
    await page.getByText(/The next try is possible in/).waitFor();
    await page.keyboard.press("Escape");
    await tap(page, /^Try my words/);
    // The wait is the page's, not the question's: asking from elsewhere does not get around it.
    await page.getByText(/The next try is possible in/).waitFor();
    await page.getByText(/The next try is possible in/).waitFor({ state: "detached" });
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Your secret words").fill(words);
    await dialog.getByRole("button", { name: "Try my words" }).click();
    await page.getByText("That is right. They open your place.").waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await waysOf(page)).toEqual(["Your secret words"]);
  });

  test("a passkey opens it where the browser has one that can", async () => {
    const { page, complaints } = await openApp();
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf: true,
      },
    });
    await keepWords(page, "pay until friday", "device");
    await goToKeys(page);
    await tap(page, /^Add a passkey/);
    await page.getByText("The passkey opens it now.").waitFor();
    expect(await waysOf(page)).toEqual(["The key of this phone", "A passkey"]);
    await tap(page, "Back");
    await tap(page, "Back");
    await lockFromHome(page);
    await tap(page, "Open my place");
    await page.getByText("Another way to open it").click();
    await tap(page, "Open with a passkey");
    await page.getByText("One thing is kept.").waitFor();
    expect(complaints).toEqual([]);
  });
});
