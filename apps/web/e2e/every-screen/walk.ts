import type { Page } from "playwright-core";

import type { Hand } from "./hand.ts";
import type { Survey } from "./survey.ts";

/** What each part of the walk goes through the app with. */
export interface Walk {
  readonly page: Page;
  readonly hand: Hand;
  readonly survey: Survey;
  /** A folder for what is saved on the way. */
  readonly folder: string;
  /** Opens the app anew, at its first screen. */
  readonly arrive: () => Promise<void>;
}

/** Opens all that is folded on the page: what a person finds there belongs to the screen too. */
export const unfoldAll = async (page: Page): Promise<void> => {
  const folded = page.locator("main details:not([open]) > summary").filter({ visible: true });
  while ((await folded.count()) > 0) await folded.first().click();
};

/** Answers "First, is it you?". */
export const proveIt = async ({ page, hand }: Walk, words: string): Promise<void> => {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(hand.say("open_words_label")).fill(words);
  await dialog.getByRole("button", { name: hand.say("care_ask_do") }).click();
};
