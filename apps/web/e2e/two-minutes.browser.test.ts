import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { recordRequests } from "./harness/record-requests.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const maya = fileURLToPath(new URL("../../../fixtures/maya/", import.meta.url));
const screenshots = [
  "instagram/Screenshot_20260914-222912_Instagram.png",
  "instagram/Screenshot_20260914-223040_Instagram.png",
  "instagram/IMG_2231.PNG",
].map((name) => join(maya, name));

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
  const requests = recordRequests(browser.context, app.url);
  return { ...(await browser.openPage(app.url)), requests, context: browser.context };
};

/** Waits for it; a test that waits in vain fails with what it waited for. */
const isSeen = async (locator: Locator): Promise<boolean> => {
  await locator.waitFor();
  return true;
};

/** A person's hand on the page: counts every tap. */
const createHand = (page: Page) => {
  let taps = 0;
  return {
    taps: () => taps,
    tap: async (name: string): Promise<void> => {
      taps += 1;
      await page.getByRole("button", { name, exact: true }).click();
    },
    tick: async (name: string): Promise<void> => {
      taps += 1;
      await page.getByText(name, { exact: true }).click();
    },
    pick: async (name: string, files: readonly string[]): Promise<void> => {
      taps += 1;
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name, exact: true }).click();
      await (await chooser).setFiles([...files]);
    },
  };
};

describe("the first two minutes", () => {
  test("three things are kept, and one thing to do is said, in nine taps and without typing", async () => {
    const { page, complaints, requests } = await openApp();
    const typed: string[] = [];
    await page.exposeFunction("hearTyping", () => typed.push("a key"));
    await page.evaluate("addEventListener('keypress', () => hearTyping())");
    const hand = createHand(page);
    await hand.tap("Show me what to do");
    await hand.tap("I see, go on");
    await hand.tap("Skip");
    await hand.tap("They say they will share my pictures");
    await hand.pick("Choose pictures of the screen", screenshots);
    await hand.tap("Keep it here");
    await hand.tap("Yes, everyone");
    expect(await isSeen(page.getByRole("heading", { name: "3 things are kept" }))).toBe(true);
    await hand.tap("That’s all for now");
    expect(await isSeen(page.getByRole("heading", { name: "Stop answering. Don’t pay." }))).toBe(
      true,
    );
    expect(hand.taps()).toBeLessThanOrEqual(9);
    expect(typed).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.foreign()).toEqual([]);
  });

  test("what was kept is there after the browser was closed, and opens with one tap", async () => {
    const { page } = await openApp();
    const hand = createHand(page);
    await keepOnePicture(hand);
    expect(await isSeen(page.getByRole("heading", { name: "Kept" }))).toBe(true);
    await page.reload();
    await hand.tap("Open my place");
    await hand.tap("Open it");
    expect(await isSeen(page.getByText("One thing is kept. If it changes, it will show."))).toBe(
      true,
    );
  });

  test("money comes before saving, and so do a lost account and a post", async () => {
    const { page } = await openApp();
    for (const [happened, first] of [
      ["I paid them", "Call your bank or card now"],
      ["I can’t get into my account", "Call your phone company, then save your mailbox"],
      ["It was posted, or sent to someone", "Ask for it to come down"],
    ] as const) {
      await page.goto(app.url);
      const hand = createHand(page);
      await hand.tap("Show me what to do");
      await hand.tap("I see, go on");
      await hand.tap("Skip");
      await hand.tap(happened);
      expect(await isSeen(page.getByRole("heading", { name: first }))).toBe(true);
      await hand.tap("Done, what is next?");
      expect(await isSeen(page.getByRole("heading", { name: "Save three things" }))).toBe(true);
      // Saving is offered, never demanded.
      await hand.tap("I can’t look at it again");
    }
  });

  test("danger comes first, with a number to call, then who watches, then the age", async () => {
    const { page } = await openApp();
    const hand = createHand(page);
    await hand.tap("Show me what to do");
    await hand.tap("I see, go on");
    await hand.tick("I am in danger now");
    await hand.tick("Someone who scares me could pick up this phone");
    await hand.tick("I am under 18");
    await hand.tap("Go on");
    expect(await isSeen(page.getByRole("link", { name: "Call 999" }))).toBe(true);
    expect(await page.getByRole("link", { name: "Call 999" }).getAttribute("href")).toBe("tel:999");
    await hand.tap("I’m safe for now");
    expect(await isSeen(page.getByRole("heading", { name: "Keep it from them" }))).toBe(true);
    await page.getByRole("button", { name: /Lock it with secret words/ }).click();
    expect(await isSeen(page.getByRole("heading", { name: "You did nothing wrong" }))).toBe(true);
  });

  test("under 18 no picture can be chosen, and words are kept", async () => {
    const { page } = await openApp();
    const hand = createHand(page);
    await hand.tap("Show me what to do");
    await hand.tap("I see, go on");
    await hand.tick("I am under 18");
    await hand.tap("Go on");
    await hand.tap("Go on");
    await hand.tap("They say they will share my pictures");
    expect(await isSeen(page.getByText("Don’t copy or send any picture."))).toBe(true);
    expect(await page.locator("input[type=file]").count()).toBe(0);
    await hand.tap("Type or paste the words");
    await page.getByLabel("The words").fill("200 euro by Friday or everybody sees it");
    await hand.tap("Keep it");
    await hand.tap("Keep it here");
    expect(await isSeen(page.getByRole("heading", { name: "Kept" }))).toBe(true);
  });

  test("no picture is kept when somebody in it was under 18, or may have been", async () => {
    const { page } = await openApp();
    const hand = createHand(page);
    for (const answer of ["No", "I’m not sure"]) {
      await page.goto(app.url);
      await page.evaluate(
        "navigator.storage.getDirectory().then(async (root) => { for await (const name of root.keys()) await root.removeEntry(name, { recursive: true }); })",
      );
      await page.reload();
      await keepOnePicture(hand, answer);
      expect(await isSeen(page.getByRole("heading", { name: "Nothing was kept" }))).toBe(true);
      expect(await isSeen(page.getByText("here we keep only words, no pictures"))).toBe(true);
    }
  });

  test("words that we choose lock it for somebody who may be watched; the phone's own key is not offered", async () => {
    const { page } = await openApp();
    const hand = createHand(page);
    await hand.tap("Show me what to do");
    await hand.tap("I see, go on");
    await hand.tick("Someone who scares me could pick up this phone");
    await hand.tap("Go on");
    await page.getByRole("button", { name: /Lock it with secret words/ }).click();
    await hand.tap("They say they will share my pictures");
    await hand.pick("Choose pictures of the screen", screenshots.slice(0, 1));
    const words = await page.locator(".secret-words", { hasText: / / }).textContent();
    expect(words?.split(" ")).toHaveLength(4);
    await hand.tap("I have them");
    await hand.tap("Yes, everyone");
    expect(await isSeen(page.getByRole("heading", { name: "Kept" }))).toBe(true);
    await page.reload();
    await hand.tap("Open my place");
    await page.getByLabel("Your secret words").fill(words ?? "");
    await hand.tap("Open it");
    expect(await isSeen(page.getByText("One thing is kept."))).toBe(true);
  });

  test("nothing stays on the device in the mode that keeps nothing", async () => {
    const { page, context } = await openApp();
    const hand = createHand(page);
    await hand.tap("Show me what to do");
    await hand.tap("I see, go on");
    await hand.tick("Someone who scares me could pick up this phone");
    await hand.tap("Go on");
    await page.getByRole("button", { name: /Leave nothing on this phone/ }).click();
    await hand.tap("They say they will share my pictures");
    await hand.pick("Choose pictures of the screen", screenshots.slice(0, 1));
    await hand.tap("Yes, everyone");
    expect(await isSeen(page.getByRole("heading", { name: "Kept" }))).toBe(true);
    expect(await isSeen(page.getByText("Nothing stays on this phone."))).toBe(true);
    expect(await page.evaluate(everythingStored)).toEqual({
      files: [],
      databases: [],
      caches: [],
      local: 0,
      session: 0,
      workers: 0,
    });
    expect(await context.cookies()).toEqual([]);
  });
});

describe("where the page was opened", () => {
  test.each([
    [
      "Instagram",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Instagram 356.0",
    ],
    [
      "Snapchat",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Snapchat/13.0",
    ],
    [
      "TikTok",
      "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 trill_360504 BytedanceWebview/d8a21c6",
    ],
    ["WhatsApp", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 WhatsApp/2.24"],
  ])(
    "inside %s it says how to open it in the real browser, and the numbers still work",
    async (name, userAgent) => {
      const { page } = await openApp({ userAgent });
      expect(
        await isSeen(page.getByRole("heading", { name: `You opened this inside ${name}` })),
      ).toBe(true);
      await page.getByRole("button", { name: "Talk to somebody now", exact: true }).click();
      expect(await isSeen(page.getByRole("link", { name: "Call 999" }))).toBe(true);
    },
  );

  test("an iPhone is told of its seven days before the first thing is kept", async () => {
    const userAgent =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
    const { page } = await openApp({ userAgent });
    const hand = createHand(page);
    await hand.tap("Show me what to do");
    await hand.tap("I see, go on");
    await hand.tap("Skip");
    await hand.tap("They say they will share my pictures");
    await hand.pick("Choose pictures of the screen", screenshots.slice(0, 1));
    expect(await isSeen(page.getByText("wiped after seven days"))).toBe(true);
  });
});

describe("made-up languages", () => {
  test.each(["en-XA", "ar-XB"])(
    "in %s every sentence comes from the catalogue, and nothing is cut",
    async (locale) => {
      browser = await launchApp();
      const { page, complaints } = await browser.openPage(`${app.url}?l=${locale}`);
      expect(await page.evaluate("document.documentElement.dir")).toBe(
        locale === "ar-XB" ? "rtl" : "ltr",
      );
      for (let screen = 0; screen < 4; screen += 1) {
        await page.locator("main h1").waitFor();
        expect(await page.evaluate(wordsOutsideTheCatalogue)).toEqual([]);
        // Sideways scrolling is how a text that is too long shows.
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(
          true,
        );
        const primary = page.locator(".page-actions .button-primary");
        await ((await primary.count()) > 0 ? primary : page.locator(".line")).first().click();
      }
      expect(complaints).toEqual([]);
    },
  );
});

test("a file that is no file of anything is kept as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-odd-"));
  const odd = join(folder, "odd.bin");
  writeFileSync(
    odd,
    Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256),
  );
  const { page } = await openApp();
  const hand = createHand(page);
  await hand.tap("Look around first");
  await page.getByRole("button", { name: /^Keep something/ }).click();
  await hand.pick("Choose pictures or files", [odd]);
  await hand.tap("Keep it here");
  // Nobody knows what is in it: it may be a picture, so the question comes.
  await hand.tap("Yes, everyone");
  expect(await isSeen(page.getByRole("heading", { name: "Kept" }))).toBe(true);
  rmSync(folder, { recursive: true });
});

const keepOnePicture = async (
  hand: ReturnType<typeof createHand>,
  answer = "Yes, everyone",
): Promise<void> => {
  await hand.tap("Show me what to do");
  await hand.tap("I see, go on");
  await hand.tap("Skip");
  await hand.tap("They say they will share my pictures");
  await hand.pick("Choose pictures of the screen", screenshots.slice(0, 1));
  await hand.tap("Keep it here");
  await hand.tap(answer);
};

/** Text, not a function: it runs in the page. */
const everythingStored = `(async () => {
  const files = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  return {
    files,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    local: localStorage.length,
    session: sessionStorage.length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
})()`;

/** Sentences with an ordinary letter of English: the made-up language has none. */
const wordsOutsideTheCatalogue = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || element.closest("bdi, select, script, style, .exact, [translate=no]") !== null) continue;
    const text = node.textContent.trim();
    // A name that was put into a sentence is nobody's to translate.
    if (/[a-z]{3}/.test(text.replace(/Notes/g, ""))) found.push(text);
  }
  return found;
})()`;
