import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { hearLiveWords } from "./harness/live-words.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { createTaps } from "./harness/taps.ts";

const chat = fileURLToPath(
  new URL("../../../fixtures/maya/whatsapp/WhatsApp Chat with Arlo.zip", import.meta.url),
);

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

const openApp = async (): Promise<Page> => {
  browser = await launchApp();
  const { page } = await browser.openPage(app.url);
  page.setDefaultTimeout(20_000);
  return page;
};

/** What a screen reader finds from the top of the page on: roles, names and states. */
const pageTree = (page: Page): Promise<string> => page.locator("#root").ariaSnapshot();

describe("what a screen reader finds", () => {
  test("on the first screen: the way out, the title, the ways on, the one action, and somebody to talk to", async () => {
    const page = await openApp();
    await seeHeading(page, "This is not your fault.");
    expect(await pageTree(page)).toMatchInlineSnapshot(`
      "- link "Go to the page":
        - /url: "#page"
      - banner:
        - button "Leave this page now": Leave
        - status
      - main:
        - heading "This is not your fault." [level=1]
        - paragraph: Don’t pay. Don’t answer. You have time.
        - button "Show me what to do"
        - paragraph: It takes two minutes. You can stop at any time.
        - list:
          - listitem:
            - button "Talk to somebody now"
          - listitem:
            - button "Look around first"
          - listitem:
            - button "See an example first"
          - listitem:
            - button "Open my place"
          - listitem:
            - button "Check a package somebody gave me"
        - paragraph: It all stays on this phone. No account. Nobody else sees it.
      - contentinfo:
        - text: Too much?
        - button "Text or call somebody now""
    `);
  });

  test("at the gates: three ticks with their state, and one way on", async () => {
    const page = await openApp();
    await tap(page, "Show me what to do");
    await tap(page, "I see, go on");
    await page.getByText("I am under 18", { exact: true }).click();
    expect(await page.locator("main").ariaSnapshot()).toMatchInlineSnapshot(`
      "- main:
        - heading "First, are you safe?" [level=1]
        - paragraph: Tick what is true. You can skip this.
        - checkbox "I am in danger now"
        - text: I am in danger now
        - checkbox "Someone who scares me could pick up this phone"
        - text: Someone who scares me could pick up this phone
        - checkbox "I am under 18" [checked]
        - text: I am under 18
        - paragraph: Your answers are not saved.
        - button "Go on""
    `);
  });

  test("in a question: its name, and a way out of the page within it", async () => {
    const page = await openApp();
    await tap(page, "Look around first");
    await tap(page, /^Keep something/);
    await tap(page, /^Type or paste the words/);
    await page.getByLabel("The words").fill("pay until friday");
    await tap(page, "Keep it");
    expect(await page.getByRole("dialog").ariaSnapshot()).toMatchInlineSnapshot(`
      "- dialog "Keep it on this phone?":
        - heading "Keep it on this phone?" [level=2]
        - paragraph: It is locked with a key that only this phone has. Nothing leaves the phone.
        - paragraph: Whoever can unlock your phone could open it. You can add secret words now, or later today.
        - button "Keep it here"
        - button "Lock it with secret words"
        - button "Don’t keep it on this phone"
        - button "Leave this page now": Leave"
    `);
  });

  test("in the order of things: days as headings, each message with who and when", async () => {
    const page = await openApp();
    await keepWords(page, "a few words", "device");
    await tap(page, /^Keep something/);
    await createTaps(page).keep([chat]);
    await tap(page, "That’s all for now");
    await tap(page, /^See everything/);
    const day = page.getByRole("heading", { level: 2, name: "Wednesday, 3 June 2026" });
    await day.waitFor();
    const row = page.getByRole("button", { name: /Did you take the blue umbrella\?/ });
    expect(await row.ariaSnapshot()).toMatchInlineSnapshot(
      `"- button "Maya 08:12 Did you take the blue umbrella?""`,
    );
  });

  test("at the door: that the words are wrong, beside the field, as an alert", async () => {
    const page = await openApp();
    await keepWords(page, "pay until friday", "words");
    await tap(page, "Close my place");
    await tap(page, "Open my place");
    await page.getByLabel("Your secret words").fill("one two three four");
    await tap(page, "Open it");
    await page.getByRole("alert").getByText("That does not open it.").waitFor();
    expect(await page.locator("main").ariaSnapshot()).toMatchInlineSnapshot(`
      "- main:
        - heading "Open your place" [level=1]
        - alert:
          - paragraph: That does not open it. Nothing is lost. Check each word, and try again.
        - text: Your secret words
        - textbox "Your secret words": one two three four
        - button "I have a backup"
        - group: I don’t know the words any more
        - button "Open it""
    `);
  });
});

describe("what a screen reader says by itself", () => {
  test("that keeping has begun, each quarter of many, and once what came of it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "holdfast-heard-"));
    const names = Array.from({ length: 60 }, (_, number) => join(folder, `note-${number}.txt`));
    for (const name of names) writeFileSync(name, `What was said: ${name}\n`);
    const page = await openApp();
    await keepWords(page, "pay until friday", "device");
    await tap(page, /^Keep something/);
    const spoken = await hearLiveWords(page);
    await createTaps(page).choose("Choose pictures or files", names);
    await seeHeading(page, "60 things are kept");
    rmSync(folder, { recursive: true });
    expect(spoken.filter(({ how }) => how === "assertive")).toEqual([]);
    const words = spoken.map((heard) => heard.words);
    expect(words.filter((said) => said.includes("things are kept"))).toHaveLength(1);
    const steps = words.filter((said) => / of 60 kept/.test(said));
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps.filter((said) => !/^(?:0|15|30|45|60) of 60 kept$/.test(said))).toEqual([]);
    expect(words.filter((said) => said.includes("note-"))).toEqual([]);
  });

  test("what was saved of a copy, politely", async () => {
    const page = await openApp();
    await keepWords(page, "pay until friday", "device");
    await tap(page, /^Make a copy for somebody/);
    await tap(page, /^Myself/);
    await tap(page, "Go on with these");
    await page.getByText("Leave it open", { exact: true }).click();
    await tap(page, "Make the copy");
    await seeHeading(page, "The copy is ready");
    const spoken = await hearLiveWords(page);
    await tap(page, "Save the copy");
    await page.getByText("Your browser has it now.").waitFor();
    expect(spoken.map(({ how, words }) => `${how}: ${words.slice(0, 24)}`)).toEqual([
      "polite: Your browser has it now.",
    ]);
  });

  test("an error, at once", async () => {
    const page = await openApp();
    await keepWords(page, "pay until friday", "words");
    await tap(page, "Close my place");
    await tap(page, "Open my place");
    const spoken = await hearLiveWords(page);
    await page.getByLabel("Your secret words").fill("one two three four");
    await tap(page, "Open it");
    await page.getByText("That does not open it.").waitFor();
    await expect.poll(() => spoken.filter(({ how }) => how === "assertive")).toHaveLength(1);
    expect(spoken.map(({ words }) => words.slice(0, 22))).toEqual([
      "Opening. This takes a ",
      "That does not open it.",
    ]);
  });
});
