import { fileURLToPath } from "node:url";

import { proveIt, unfoldAll, type Walk } from "./walk.ts";

const lease = fileURLToPath(new URL("../../../../fixtures/maya/other/lease.pdf", import.meta.url));

/** Somebody who is close: nothing is ticked, and a key with a slip of the pen is said. Begins and ends at "for whom". */
const lockForAnAlly = async ({ page, hand, survey }: Walk): Promise<void> => {
  await hand.press("give_to_ally");
  await page.locator(".give-row").first().waitFor();
  await survey.stop("give-choose", { state: "ally" });
  await hand.press("give_all_do");
  await hand.press("give_choose_do");
  await hand.see("give_lock");
  await hand.tick("give_lock_key");
  await hand.fill("give_key_label", "age1notakey");
  await hand.press("give_make_do");
  await survey.stop("give-copy", {
    state: "a wrong key",
    until: "problem_recipient_wrong",
    focus: "inside",
  });
  await hand.press("shell_back_do");
  await hand.press("shell_back_do");
};

/** From home to a copy for the police, locked and saved; then, with the place closed, that copy is checked. */
export const giveAndCheck = async (walk: Walk, placeWords: string): Promise<void> => {
  const { page, hand, survey, folder } = walk;
  await hand.press("home_give_do");
  await survey.stop("give");
  await lockForAnAlly(walk);
  await hand.press("give_to_police");
  await page.locator(".give-row").first().waitFor();
  await survey.stop("give-choose");
  await unfoldAll(page);
  await page.locator(".give-look button").first().click();
  await page.locator(".give-picture").waitFor();
  await survey.stop("give-choose", { state: "looking", focus: "inside" });
  await hand.press("give_choose_do");
  await survey.stop("give-copy", { until: "give_lock" });
  await hand.press("shell_go_on_do");
  await survey.stop("give-copy", { state: "is it you", question: "care_ask_title" });
  await proveIt(walk, placeWords);
  const words = page.locator(".secret-words", { hasText: / / });
  await words.waitFor();
  await survey.stop("give-copy", { state: "words", question: "give_words_title" });
  const opens = (await words.textContent()) ?? "";
  await hand.press("keep_words_seen_do");
  await page.locator(".check-number").waitFor();
  await survey.stop("give-made");
  const locked = await hand.save("give_save_do", folder);
  await unfoldAll(page);
  await survey.stop("give-made", { state: "saved", focus: "inside" });
  await hand.press("give_done_do");
  await hand.press("home_lock_do");
  await hand.press("arrive_check_do");
  await survey.stop("check");
  await hand.choose("check_file_do", [lease]);
  await survey.stop("check", { state: "not ours", until: "check_verdict_not_a_bag" });
  await hand.press("check_other_do");
  await hand.choose("check_file_do", [locked]);
  await survey.stop("check", { state: "locked", until: "check_locked_title", focus: "inside" });
  await hand.fill("check_words_label", "one two three four");
  await hand.press("check_open_do");
  await survey.stop("check", {
    state: "wrong words",
    until: "problem_bag_wrong_secret",
    focus: "inside",
  });
  await hand.fill("check_words_label", opens);
  await hand.press("check_open_do");
  await survey.stop("check", { state: "fits", until: "check_verdict_not_anchored" });
  await unfoldAll(page);
  await survey.stop("check", { state: "fits, unfolded", focus: "inside" });
  await hand.press("shell_back_do");
};
