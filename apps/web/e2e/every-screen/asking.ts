import { unfoldAll, type Walk } from "./walk.ts";

/** A letter that was sent to many, made up: it names an address that holds nothing, and no person. */
const massMail = [
  "I recorded you through your webcam while you visited adult websites.",
  "Send 1400 dollars in bitcoin to 1111111111111111111114oLvT2 within 48 hours.",
  "Or I send the video to all of your contacts.",
].join("\n");

/** The guide, from its first question to the plan. Begins and ends at home, in an open place. */
export const askTheGuide = async (walk: Walk): Promise<void> => {
  const { page, hand, survey } = walk;
  await hand.press("guide_line_do");
  await survey.stop("guide-text");
  await hand.fill("guide_text_label", massMail);
  await hand.press("guide_text_go_do");
  await survey.stop("guide-ask");
  await unfoldAll(page);
  await survey.stop("guide-ask", { state: "why", focus: "inside" });
  await hand.press("breath_do");
  await survey.stop("breath");
  await unfoldAll(page);
  await survey.stop("breath", { state: "around you", focus: "inside" });
  await hand.press("breath_back_do");
  // Whether they are safe was asked at the door, and is not asked again.
  await hand.press("guide_a_who_stranger");
  await hand.press("guide_a_channel_email");
  await hand.press("guide_a_proof_none");
  await hand.press("guide_a_picturesExist_no");
  await hand.press("guide_a_sharedWhere_no");
  // What they gave was said at the door, too.
  await hand.press("guide_a_passwordQuoted_old");
  await hand.press("guide_ask_letter_do");
  await page.locator(".page-lead").waitFor();
  await survey.stop("guide-letter", { until: "guide_letter_wants" });
  await unfoldAll(page);
  await survey.stop("guide-letter", { state: "unfolded", focus: "inside" });
  await hand.press("guide_letter_more_do");
  await hand.press("guide_ask_unknown_do");
  await hand.see("guide_letter_title");
  await hand.press("guide_letter_more_do");
  await hand.see("guide_q_holds");
  await survey.stop("guide-ask", { state: "several" });
  await hand.press("guide_ask_letter_do");
  await replyAndTell(walk);
  await hand.press("guide_letter_plan_do");
  await page.locator(".guide-next").waitFor();
  await survey.stop("plan");
  await unfoldAll(page);
  await survey.stop("plan", { state: "unfolded", focus: "inside" });
  await hand.press("guide_plan_done_do");
  await page.locator(".guide-next").waitFor();
  await hand.press("guide_line_again_do");
  await hand.press("guide_letter_answers_do");
  await survey.stop("guide-answers");
  await hand.press("guide_q_who");
  await hand.press("guide_a_who_ex");
  await hand.see("guide_answers_title");
  await hand.press("guide_line_again_do");
  await hand.press("guide_letter_plan_do");
  await survey.stop("plan", { state: "changed", until: "guide_plan_changed_title" });
  await hand.press("guide_plan_changed_ok_do");
  await hand.press("guide_line_again_do");
  await hand.press("guide_letter_answers_do");
  await hand.press("guide_answers_away_do");
  await survey.stop("guide-answers", { state: "throw away", question: "guide_answers_away_title" });
  await hand.press("guide_answers_away_yes_do");
  await hand.see("home_title");
};

/** What hangs on the letter: a reply that is not sent, whom to tell, and how to begin. Ends at the letter. */
const replyAndTell = async ({ page, hand, survey }: Walk): Promise<void> => {
  await hand.press("reply_line_do");
  await survey.stop("reply");
  await hand.fill("reply_label", "You will be sorry. I can pay 200 dollars, please.");
  await hand.press("reply_look_do");
  await survey.stop("reply", { state: "looked at", until: "reply_owe" });
  await hand.press("reply_keep_do");
  await survey.stop("reply", { state: "kept", until: "reply_kept_title" });
  await hand.press("guide_plan_home_do");
  await page.locator(".guide-next").waitFor();
  await hand.press("guide_line_again_do");
  await hand.press("tell_line_do");
  await survey.stop("tell");
  await hand.press("tell_none_do");
  await hand.tick("tell_kind_friend");
  await hand.press("tell_go_do");
  await hand.press("tell_show_do");
  await survey.stop("tell", { state: "result", until: "tell_result_title" });
  await unfoldAll(page);
  await survey.stop("tell", { state: "unfolded", focus: "inside" });
  await hand.press("tell_to_friend");
  await survey.stop("tell-words", { until: "tell_words_label" });
  await hand.press("shell_back_do");
  await hand.see("tell_result_title");
  await hand.press("shell_back_do");
};
