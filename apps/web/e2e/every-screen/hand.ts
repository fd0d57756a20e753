import { type AppLocale, type AppMessageCode, createAppWords } from "@holdfast/words";
import type { Locator, Page } from "playwright-core";

/** What a person does with the app, by what its words mean: the same walk goes through it in any language. */
export interface Hand {
  readonly say: (
    code: AppMessageCode,
    parameters?: Readonly<Record<string, string | number>>,
  ) => string;
  /** A button or a line with these words. */
  readonly press: (code: AppMessageCode) => Promise<void>;
  /** A tick or a choice with these words. */
  readonly tick: (code: AppMessageCode) => Promise<void>;
  /** Opens what is folded under these words. */
  readonly unfold: (code: AppMessageCode) => Promise<void>;
  readonly fill: (code: AppMessageCode, text: string) => Promise<void>;
  /** Presses it, and chooses these in the browser's own dialog. */
  readonly choose: (code: AppMessageCode, files: readonly string[]) => Promise<void>;
  /** Presses it, and puts what is saved into the folder; gives its path. */
  readonly save: (code: AppMessageCode, folder: string) => Promise<string>;
  readonly see: (code: AppMessageCode) => Promise<void>;
}

export const createHand = (page: Page, locale: AppLocale): Hand => {
  const { say } = createAppWords(locale);
  const button = (code: AppMessageCode): Locator => {
    const name = say(code);
    const line = page.locator(".line").filter({ has: page.getByText(name, { exact: true }) });
    return page.getByRole("button", { name, exact: true }).or(line).first();
  };
  const press = (code: AppMessageCode): Promise<void> => button(code).click();
  return {
    say,
    press,
    tick: (code) => page.getByText(say(code), { exact: true }).first().click(),
    unfold: (code) =>
      page
        .locator("summary", { hasText: say(code) })
        .first()
        .click(),
    fill: (code, text) => page.getByLabel(say(code), { exact: true }).first().fill(text),
    choose: async (code, files) => {
      const chooser = page.waitForEvent("filechooser");
      await press(code);
      await (await chooser).setFiles([...files]);
    },
    save: async (code, folder) => {
      const downloading = page.waitForEvent("download");
      await press(code);
      const download = await downloading;
      const path = `${folder}/${download.suggestedFilename()}`;
      await download.saveAs(path);
      return path;
    },
    see: (code) => page.getByText(say(code)).first().waitFor(),
  };
};
