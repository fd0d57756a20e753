import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BrowserContext, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export interface AppBrowser {
  readonly context: BrowserContext;
  /** A page with everything that the browser complained of: errors, and breaches of the policy. */
  readonly openPage: (url: string) => Promise<{ page: Page; complaints: string[] }>;
  readonly close: () => Promise<void>;
}

/** The real browser, with an empty profile of its own, on a phone's screen. */
export const launchApp = async ({
  hasMicrophone = false,
  ...looks
}: {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly userAgent?: string;
  readonly locale?: string;
  readonly hasTouch?: boolean;
  readonly timezoneId?: string;
  /** A microphone that hears beeps, and somebody who says yes when the browser asks. */
  readonly hasMicrophone?: boolean;
} = {}): Promise<AppBrowser> => {
  const profile = mkdtempSync(join(tmpdir(), "holdfast-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? places.find((place) => existsSync(place)) ?? "",
    headless: true,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    ...looks,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      ...(hasMicrophone
        ? ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
        : []),
    ],
  });
  return {
    context,
    openPage: async (url) => {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) {
          complaints.push([message.text(), message.location().url].filter(Boolean).join(" "));
        }
      });
      await page.goto(url);
      return { page, complaints };
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
