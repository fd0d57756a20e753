import { proveIt, type Walk } from "./walk.ts";

/** At the door with words that are wrong, then with the right ones. */
export const openThePlace = async ({ hand, survey }: Walk, words: string): Promise<void> => {
  await hand.press("arrive_open_do");
  await survey.stop("open", { focus: "inside" });
  await hand.fill("open_words_label", "one two three four");
  await hand.press("open_words_do");
  await survey.stop("open", { state: "wrong", until: "problem_wrong_secret", focus: "inside" });
  await hand.unfold("open_forgot");
  await survey.stop("open", { state: "forgot", focus: "inside" });
  await hand.fill("open_words_label", words);
  await hand.press("open_words_do");
  await hand.see("home_title");
};

/** What opens it: tried, twelve words on paper, other words. Begins at home, ends at "Look after this place". */
export const lookAfterKeys = async (walk: Walk, words: string): Promise<void> => {
  const { page, hand, survey } = walk;
  await hand.press("home_care_do");
  await survey.stop("care");
  await hand.press("care_keys_do");
  await page.locator(".way").first().waitFor();
  await survey.stop("care keys");
  await hand.press("care_rehearse_do");
  await survey.stop("care keys", { state: "do you know them", question: "care_rehearse_title" });
  await hand.press("shell_close_do");
  await hand.press("care_twelve_do");
  await survey.stop("care keys", { state: "is it you", question: "care_ask_title" });
  await proveIt(walk, words);
  await page.locator(".paper-words > li").nth(11).waitFor();
  await survey.stop("care twelve");
  const paper = await page.locator(".paper-words > li").allTextContents();
  await hand.press("care_twelve_written_do");
  await survey.stop("care twelve", { state: "asked", until: "care_twelve_check_title" });
  const fields = await page.locator("main input").all();
  for (const field of fields) await field.fill("notaword");
  await hand.press("care_twelve_check_do");
  await page.locator("main [role=alert] p").waitFor();
  await survey.stop("care twelve", { state: "wrong", focus: "inside" });
  await fillFromPaper(page, paper);
  await hand.press("care_twelve_check_do");
  await survey.stop("care twelve", { state: "done", until: "care_twelve_done_title" });
  await hand.press("shell_done_do");
  await page.locator(".way").nth(1).waitFor();
  await survey.stop("care keys", { state: "two ways" });
  await giveCards(walk, words);
  await hand.press("care_change_do");
  await survey.stop("care words");
  await hand.press("shell_back_do");
  await hand.press("shell_back_do");
};

/** Types the words that are asked for, from the paper on which they stand. */
const fillFromPaper = async (page: Walk["page"], paper: readonly string[]): Promise<void> => {
  const fields = page.locator("main input");
  const labels = await page.locator("main .field-label").allTextContents();
  for (const [index, label] of labels.entries()) {
    await fields.nth(index).fill(paper[Number(/\d+/.exec(label)?.[0]) - 1] ?? "");
  }
};

/** Two cards for two people; then asked for by somebody who has lost the words. Begins and ends at what opens it. */
const giveCards = async (walk: Walk, words: string): Promise<void> => {
  const { page, hand, survey, folder } = walk;
  await hand.press("care_cards_do");
  await proveIt(walk, words);
  await survey.stop("care cards");
  const people = page.getByRole("radiogroup", { name: hand.say("care_cards_people") });
  await people.getByText(hand.say("care_cards_people_choice", { count: 2 })).click();
  await survey.stop("care cards", {
    state: "two of two",
    until: "care_cards_enough_all",
    focus: "inside",
  });
  await hand.press("care_cards_make_do");
  const cards: string[] = [];
  await survey.stop("care cards", { state: "first card", until: "care_cards_card_lead" });
  cards.push((await page.locator(".paper-words > li").allTextContents()).join(" "));
  await hand.press("care_cards_written_do");
  await survey.stop("care cards", { state: "first card asked", until: "care_cards_check_lead" });
  await fillFromPaper(page, cards[0]?.split(" ") ?? []);
  await hand.press("care_twelve_check_do");
  await hand.see("care_cards_card_lead");
  cards.push((await page.locator(".paper-words > li").allTextContents()).join(" "));
  await hand.save("care_cards_save_do", folder);
  await survey.stop("care cards", {
    state: "second card saved",
    until: "care_cards_saved",
    focus: "inside",
  });
  await hand.press("care_cards_saved_last_do");
  await survey.stop("care cards", { state: "ready", until: "care_cards_done_title" });
  await hand.press("shell_done_do");
  await page.locator(".way").nth(2).waitFor();
  await survey.stop("care keys", { state: "three ways" });
  await hand.press("care_cards_again_do");
  await hand.press("care_ask_cards");
  await survey.stop("open-cards");
  await hand.fill("open_cards_first_label", cards[1]?.replace(/^\w+/, "holdfast") ?? "");
  await hand.press("open_cards_add_do");
  await page.locator("main [role=alert] p").waitFor();
  await survey.stop("open-cards", { state: "a wrong word", focus: "inside" });
  await hand.fill("open_cards_first_label", cards[1] ?? "");
  await hand.press("open_cards_add_do");
  await page.locator(".cards-drawing").waitFor();
  await survey.stop("open-cards", { state: "one of two", focus: "inside" });
  await hand.fill("open_cards_next_label", cards[0] ?? "");
  await hand.press("open_cards_add_do");
  await survey.stop("open-cards", { state: "in", until: "open_cards_in_title" });
  await hand.press("shell_not_now_do");
  await hand.press("home_care_do");
  await hand.press("care_keys_do");
  await page.locator(".way").nth(2).waitFor();
};

/** When it locks, the places, a backup. Begins and ends at "Look after this place". */
export const lookAfterTheRest = async (walk: Walk, words: string): Promise<string> => {
  const { page, hand, survey, folder } = walk;
  await hand.press("care_lock_do");
  await survey.stop("care lock");
  await hand.press("shell_back_do");
  await hand.press("care_places_do");
  await page.locator("main .line").first().waitFor();
  await survey.stop("care places");
  await hand.press("care_places_new_do");
  await survey.stop("care places", { state: "new", question: "care_places_new_title" });
  await hand.press("shell_not_now_do");
  await hand.press("shell_back_do");
  await hand.press("backup_title");
  await survey.stop("backup", { until: "backup_make_do" });
  await hand.press("backup_make_do");
  // Whoever said so a moment ago is not asked again.
  const question = page.getByRole("dialog");
  await question
    .or(page.getByText(hand.say("backup_save_title")))
    .first()
    .waitFor();
  if (await question.isVisible()) await proveIt(walk, words);
  await survey.stop("backup", { state: "made", until: "backup_save_title" });
  const file = await hand.save("backup_save_do", folder);
  await survey.stop("backup", { state: "try", until: "backup_try_title" });
  await hand.choose("backup_try_file_do", [file]);
  await hand.fill("restore_words_label", words);
  await survey.stop("backup", { state: "chosen", focus: "inside" });
  await hand.press("backup_try_do");
  await survey.stop("backup", { state: "tried", until: "backup_tried_title" });
  await hand.press("shell_done_do");
  await hand.press("home_care_do");
  return file;
};

/** Pictures that must not be kept after all; then the end of the place. */
export const endThePlace = async (walk: Walk, words: string, backup: string): Promise<void> => {
  const { hand, survey, arrive } = walk;
  await hand.press("care_pictures_do");
  await survey.stop("care pictures");
  await hand.press("care_pictures_late_do");
  await survey.stop("care pictures", { state: "sure", question: "care_pictures_late_title" });
  await hand.press("care_pictures_late_sure_do");
  await survey.stop("care pictures", { state: "locked", until: "care_pictures_protected" });
  await hand.press("shell_back_do");
  await hand.press("care_delete_do");
  await survey.stop("care delete", { until: "care_delete_lead" });
  await hand.press("care_delete_next_do");
  await proveIt(walk, words);
  await survey.stop("care delete-sure");
  await hand.press("care_delete_sure_do");
  await survey.stop("care gone");
  await arrive();
  await hand.press("arrive_open_do");
  await hand.press("open_restore_do");
  await hand.choose("restore_file_do", [backup]);
  await survey.stop("restore", { state: "words" });
};
