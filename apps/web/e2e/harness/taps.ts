import { join } from "node:path";

import type { Page } from "playwright-core";

/** What a person does with the app, by the words that they read. */
export interface Taps {
  /** A button with exactly these words. */
  readonly press: (name: string) => Promise<void>;
  /** A line that has a hint below its words. */
  readonly pressLine: (name: string) => Promise<void>;
  /** Presses it and chooses these in the browser's own dialog. */
  readonly choose: (name: string, files: readonly string[]) => Promise<void>;
  /** Keeps these from "Keep something" on, in a place that this phone opens, and answers what is asked on the way. */
  readonly keep: (files: readonly string[]) => Promise<void>;
  /** Presses it and puts what is saved into the folder; gives its path. */
  readonly download: (name: string, folder: string) => Promise<string>;
  /** Waits until these words are on the page; a test that waits in vain fails with what it waited for. */
  readonly see: (words: string) => Promise<boolean>;
}

/** How it came here, whether they ever met, where it is kept, and who is in the pictures. */
const usualAnswer = /^(?:I don’t know|Yes, we have met|Keep it here|Yes, everyone)$/;

export const createTaps = (page: Page): Taps => {
  const press = (name: string): Promise<void> =>
    page.getByRole("button", { name, exact: true }).first().click();
  const choose: Taps["choose"] = async (name, files) => {
    const chooser = page.waitForEvent("filechooser");
    await press(name);
    await (await chooser).setFiles(files.length === 1 ? (files[0] ?? "") : [...files]);
  };
  return {
    press,
    choose,
    keep: async (files) => {
      await choose("Choose pictures or files", files);
      const done = page.getByRole("button", { name: "That’s all for now", exact: true });
      const question = page.getByRole("button", { name: usualAnswer });
      for (;;) {
        await done.or(question.first()).first().waitFor({ timeout: 60_000 });
        if (await done.isVisible()) break;
        const asked = await page.getByRole("dialog").textContent();
        await question.first().click();
        // The same question is not answered twice: the next one is another.
        await page
          .getByRole("dialog")
          .filter({ hasText: asked ?? "" })
          .waitFor({ state: "hidden" });
      }
    },
    pressLine: (name) => page.locator(".line", { hasText: name }).first().click(),
    download: async (name, folder) => {
      const downloading = page.waitForEvent("download");
      await press(name);
      const download = await downloading;
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    see: async (words) => {
      await page.getByText(words).first().waitFor({ timeout: 60_000 });
      return true;
    },
  };
};
