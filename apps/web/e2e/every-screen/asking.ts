import { unfoldAll, type Walk } from "./walk.ts";

/** A letter that was sent to many, made up: it names an address that holds nothing, and no person. */
const massMail = [
  "I recorded you through your webcam while you visited adult websites.",
  "Send 1400 dollars in bitcoin to 1111111111111111111114oLvT2 within 48 hours.",
  "Or I send the video to all of your contacts.",
].join("\n");

/** The guide, from its first question to the plan. Begins and ends at home, in an open place. */
export const askTheGuide = async ({ page, hand, survey }: Walk): Promise<void> => {
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
