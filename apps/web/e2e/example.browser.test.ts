import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const mayasPages = [
  ["What happened", "I will send them to your sister and your office"],
  ["Who I told", "This is not your fault. Not one bit of it"],
  ["What I saved first", "Screenshot_20260914-222912_Instagram.png"],
  ["The demand", "1111111111111111111114oLvT2"],
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
  ["Money first", "We stopped the card of order EX-0000017"],
  ["What I saved first", "Screenshot_20261017-094530_WhatsApp.png"],
  ["It fades", "52 messages"],
  ["Finding a message", "500 dollars more by 03:00"],
  ["What I reported", "We removed an account that you reported"],
  ["No police", "No. Not now"],
  ["What is still open", "About your dispute D-880"],
] as const;

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
    await page.getByText("Page 1 of 10.").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Text or call somebody now" }).click();
    await page.getByRole("button", { name: "Back to the walk" }).click();
    await page.getByText("Page 1 of 10.").waitFor();
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
    const first = page.getByText("Maya tells it. Page 1 of 10.");
    await first.waitFor({ timeout: 60_000 });
    await expect.poll(() => first.count()).toBe(1);
    await page.close();
  });
});
