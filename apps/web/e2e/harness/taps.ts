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
  /** Presses it and puts what is saved into the folder; gives its path. */
  readonly download: (name: string, folder: string) => Promise<string>;
  /** Waits until these words are on the page. */
  readonly see: (words: string) => Promise<void>;
}

export const createTaps = (page: Page): Taps => {
  const press = (name: string): Promise<void> =>
    page.getByRole("button", { name, exact: true }).first().click();
  return {
    press,
    pressLine: (name) => page.locator(".line", { hasText: name }).first().click(),
    choose: async (name, files) => {
      const chooser = page.waitForEvent("filechooser");
      await press(name);
      await (await chooser).setFiles(files.length === 1 ? (files[0] ?? "") : [...files]);
    },
    download: async (name, folder) => {
      const downloading = page.waitForEvent("download");
      await press(name);
      const download = await downloading;
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    see: (words) => page.getByText(words).first().waitFor({ timeout: 60_000 }),
  };
};
