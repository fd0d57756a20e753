import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BrowserContext, chromium, type Page } from "playwright-core";

/** Where Debian, and others, put it; CHROMIUM names another one. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Chromium {
  /** Stands in the command line of each of its processes. */
  readonly profileFolder: string;
  /** A new tab of the page, in the same profile as those before: it finds what they have stored. */
  readonly openPage: (url: string) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

/** The real browser, with an empty profile of its own. */
export const launchChromium = async (): Promise<Chromium> => {
  const profile = mkdtempSync(join(tmpdir(), "holdfast-chromium-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? places.find((place) => existsSync(place)) ?? "",
    headless: true,
    args: quiet,
  });
  return {
    profileFolder: profile,
    openPage: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction("typeof window.ask === 'function'");
      return page;
    },
    stop: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

/** Kills the tab's process as a crash does: its worker, its memory and its handles go with it. */
export const crashPage = async (page: Page): Promise<void> => {
  const crashed = new Promise<void>((resolve) => {
    page.once("crash", () => resolve());
  });
  const session = await page.context().newCDPSession(page);
  // Never answered: there is nobody left to answer.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
};
