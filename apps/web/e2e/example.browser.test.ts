import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const mayasPages = [
  ["What happened", "I will send them to your sister and your office"],
  ["Who I told", "This is not your fault. Not one bit of it"],
  ["How I began", "a few words for a sister"],
  ["What I saved first", "Screenshot_20260914-222912_Instagram.png"],
  ["The demand", "1111111111111111111114oLvT2"],
  ["What this looks like", "what kind of threat this is"],
  ["What I did not send", "which words could hurt me"],
  ["My accounts", "Two-step sign-in is on"],
  ["All of it in order", "25 Sep"],
  ["Finding a message", "I will send them to your sister and your office"],
  ["The copy for the police", "Your complaint 2026/0417"],
  ["What I reported", "We looked at your report again"],
  ["What is still open", "I am not alone with it"],
] as const;

const danielsPages = [
  ["What happened", "300 dollars now or all of them get it"],
  ["I paid once", "You said that it was over"],
  ["Who I told", "I am putting my shoes on"],
  ["How I began", "one line to a friend"],
  ["What this looks like", "the money comes first"],
  ["Money first", "We stopped the card of order EX-0000017"],
  ["What I saved first", "Screenshot_20261017-094530_WhatsApp.png"],
  ["What I did not send", "I muted the chat"],
  ["It fades", "52 messages"],
  ["Finding a message", "500 dollars more by 03:00"],
  ["What I reported", "We removed an account that you reported"],
  ["No police", "No. Not now"],
  ["What is still open", "About your dispute D-880"],
] as const;

/** Where pictures of what the guide says to the two are put, when somebody wants them. */
const pictures = process.env["SCREENS"];

describe("an example, walked through in the app", () => {
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

  const chooseExample = async (page: Page, name: string): Promise<void> => {
    await page.getByRole("button", { name: "See an example first" }).click();
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  };

  const objections = async (page: Page): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id }) => id);
  };

  const walk = async (
    page: Page,
    pages: readonly (readonly [title: string, words: string])[],
  ): Promise<void> => {
    for (const [index, [title, words]] of pages.entries()) {
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 60_000 });
      await page.locator("main").getByText(words).first().waitFor();
      expect(await page.getByText("This is an example. Nothing here is real").isVisible()).toBe(
        true,
      );
      await expect
        .poll(() => page.getByText(`Page ${index + 1} of ${pages.length}.`).isVisible())
        .toBe(true);
      if (index + 1 < pages.length) await page.getByRole("button", { name: "Go on" }).click();
    }
  };

  it.each([
    ["Maya", mayasPages],
    ["Daniel", danielsPages],
  ] as const)("%s's case is told to its end", async (name, pages) => {
    const { page, complaints } = await browser.openPage(app.url);
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await chooseExample(page, name);
    await walk(page, pages);
    await page.getByRole("button", { name: "Show me what to do" }).click();
    await page.getByRole("heading", { level: 1, name: "If somebody comes" }).waitFor();
    expect(await page.getByText("This is an example.").count()).toBe(0);
    expect([...hosts].filter((host) => host !== new URL(app.url).origin)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(["light", "dark"] as const)("has nothing that axe objects to, %s", async (scheme) => {
    const { page } = await browser.openPage(app.url);
    await page.emulateMedia({ colorScheme: scheme });
    await page.getByRole("button", { name: "See an example first" }).click();
    await page.getByText("Maya and Daniel are made up.").waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole("button", { name: /^Daniel/ }).click();
    for (const [index, [title, words]] of danielsPages.entries()) {
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 60_000 });
      await page.locator("main").getByText(words).first().waitFor();
      expect(await objections(page)).toEqual([]);
      if (index + 1 < danielsPages.length)
        await page.getByRole("button", { name: "Go on" }).click();
    }
    await page.close();
  });

  it("can be left at any page, and leaves nothing on the device", async () => {
    const { page } = await browser.openPage(app.url);
    await chooseExample(page, "Maya");
    await page
      .getByRole("heading", { level: 1, name: "What happened" })
      .waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Leave the example" }).click();
    await page.getByRole("heading", { level: 1, name: "This is not your fault." }).waitFor();
    expect(await page.getByText("This is an example.").count()).toBe(0);
    const left = await page.evaluate(`(async () => {
      let files = 0;
      for await (const _ of (await navigator.storage.getDirectory()).values()) files += 1;
      return { files, databases: (await indexedDB.databases()).length, local: localStorage.length };
    })()`);
    expect(left).toEqual({ files: 0, databases: 0, local: 0 });
    await page.close();
  });

  it("is over when somebody goes back to the front door", async () => {
    const { page } = await browser.openPage(app.url);
    await chooseExample(page, "Daniel");
    await page.getByText("Page 1 of 13.").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Text or call somebody now" }).click();
    await page.getByRole("button", { name: "Back to the walk" }).click();
    await page.getByText("Page 1 of 13.").waitFor();
    for (const title of ["Talk to somebody now", "What happened", "This is not your fault."]) {
      await page.getByRole("button", { name: "Back", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
    }
    await page.getByText("This is an example.").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "See an example first" }).click();
    await page.getByText("Maya and Daniel are made up.").waitFor();
    expect(await page.getByText("Your own place will be closed first.").count()).toBe(0);
    await page.close();
  });

  const openStation = async (page: Page, title: string): Promise<void> => {
    const heading = page.getByRole("heading", { level: 1, name: title, exact: true });
    await page.getByText(/^(Maya|Daniel) tells it\./).waitFor({ timeout: 60_000 });
    while (!(await heading.isVisible())) await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Open it" }).click();
    await page.getByText(/tells it\./).waitFor({ state: "detached" });
  };

  it.each([
    {
      name: "Maya",
      letter: "somebody who is close to you, or who was close to you once",
      gates: 0,
      to: "To a brother or sister",
      unsent: "You will be sorry for this.",
      marked: "A threat back",
    },
    {
      name: "Daniel",
      letter: "Money has gone. Ring your bank or card now.",
      gates: 2,
      to: "To a friend",
      unsent: "I can pay 200 more on Friday",
      marked: "Making a deal",
    },
  ])(
    "leads $name through the guide: words to somebody, the letter, the plan, a reply that stays here",
    async (walk) => {
      const { page, complaints } = await browser.openPage(app.url);
      const picture = async (what: string): Promise<void> => {
        if (pictures === undefined) return;
        await page.screenshot({
          path: `${pictures}/example-${walk.name.toLowerCase()}-${what}.png`,
        });
      };
      const back = (): Promise<void> =>
        page.getByRole("button", { name: "Back", exact: true }).click();
      await chooseExample(page, walk.name);

      await openStation(page, "How I began");
      await page.getByRole("heading", { level: 1, name: walk.to }).waitFor();
      await expect.poll(() => page.getByLabel("Your words").inputValue()).not.toBe("");
      await picture("words");
      await back();

      await openStation(page, "What this looks like");
      await page.getByText(walk.letter).first().waitFor();
      await expect.poll(() => page.locator(".guide-first li").count()).toBe(walk.gates);
      await picture("letter");
      await page.getByRole("button", { name: "What do I do now?" }).click();
      await page.locator(".guide-next").waitFor();
      expect(await page.getByText("This is an example. Nothing here is real").isVisible()).toBe(
        true,
      );
      await picture("plan");
      await back();
      await back();

      await openStation(page, "What I did not send");
      await expect.poll(() => page.locator("textarea").first().inputValue()).toContain(walk.unsent);
      await page.getByRole("button", { name: "Look at my words" }).click();
      await page.getByText(walk.marked).first().waitFor();
      await picture("reply");
      await page.getByRole("button", { name: "Keep it here, unsent" }).click();
      await page.getByRole("button", { name: "My own notes" }).click();
      await page.getByText(walk.unsent).first().waitFor();
      await page.getByRole("button", { name: "Back to the walk" }).click();
      await page.getByRole("heading", { level: 1, name: "What I did not send" }).waitFor();
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it("opens the real screens on the example's own data, and comes back to the same page", async () => {
    const { page, complaints } = await browser.openPage(app.url);
    await chooseExample(page, "Maya");
    const opened = [
      ["What happened", "You come back or everybody sees who you are"],
      ["The demand", "Two of your shoes"],
      ["All of it in order", "Each bar is a week."],
      ["Finding a message", "I will send them to your sister and your office"],
      ["The copy for the police", "Words are ticked, pictures are not."],
    ] as const;
    for (const [title, words] of opened) {
      const heading = page.getByRole("heading", { level: 1, name: title });
      await page.getByText("Maya tells it.").waitFor({ timeout: 60_000 });
      while (!(await heading.isVisible()))
        await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("button", { name: "Open it" }).click();
      await heading.waitFor({ state: "detached" });
      await page.locator("main").getByText(words).first().waitFor();
      expect(await page.getByText("This is an example. Nothing here is real").isVisible()).toBe(
        true,
      );
      await page.getByRole("button", { name: "Back", exact: true }).click();
      await heading.waitFor();
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("goes over to the other example at the end", async () => {
    const { page } = await browser.openPage(app.url);
    await chooseExample(page, "Daniel");
    await walk(page, danielsPages);
    await page.getByRole("button", { name: "See the other example" }).click();
    const first = page.getByText("Maya tells it. Page 1 of 13.");
    await first.waitFor({ timeout: 60_000 });
    await expect.poll(() => first.count()).toBe(1);
    await page.close();
  });
});
