import { unfoldAll, type Walk } from "./walk.ts";

/** The road of somebody who is in danger, watched, and young: each gate has its screen. */
export const walkThroughGates = async ({ page, hand, survey, arrive }: Walk): Promise<void> => {
  await arrive();
  await survey.stop("first");
  await hand.press("arrive_start_do");
  await survey.stop("exit-explained");
  await hand.press("arrive_exit_do");
  await survey.stop("gates");
  await hand.tick("gates_danger");
  await hand.tick("gates_watched");
  await hand.tick("gates_young");
  await hand.press("shell_go_on_do");
  await page.locator(".emergency a").first().waitFor();
  await survey.stop("danger");
  await hand.press("danger_write_do");
  await page.locator(".help-line").first().waitFor();
  await survey.stop("talk", { state: "danger at home" });
  await hand.press("shell_back_do");
  await hand.press("danger_safe_do");
  await survey.stop("watched");
  await hand.press("watched_words");
  await survey.stop("young");
  await hand.press("shell_go_on_do");
  await survey.stop("happened");
  await hand.unfold("happened_more");
  await survey.stop("happened", { state: "something else", focus: "inside" });
  await hand.press("happened_threat");
  await survey.stop("save", { state: "words only" });
};

/** Everything that can be looked at without keeping anything. */
export const lookAround = async ({ page, hand, survey, arrive }: Walk): Promise<void> => {
  await arrive();
  await hand.press("arrive_talk_do");
  await page.locator(".help-line").first().waitFor();
  await unfoldAll(page);
  await survey.stop("talk", { state: "unfolded", focus: "inside" });
  await hand.press("shell_back_do");
  await hand.press("arrive_look_do");
  await survey.stop("home", { state: "no place", until: "home_nothing_title" });
  await hand.press("home_keep_do");
  await survey.stop("keep", { state: "no place" });
  await hand.press("keep_coach_do");
  await page.locator(".line", { hasText: "WhatsApp" }).waitFor();
  await survey.stop("coach");
  await page.locator(".line", { hasText: "WhatsApp" }).click();
  await page.locator(".save-things").waitFor();
  await survey.stop("coach-for");
  await unfoldAll(page);
  await survey.stop("coach-for", { state: "unfolded", focus: "inside" });
  await hand.press("shell_back_do");
  await hand.press("shell_back_do");
  await hand.press("keep_notes_do");
  await survey.stop("notes", { state: "no place" });
  await hand.press("shell_back_do");
  await hand.press("shell_back_do");
  await hand.press("home_care_do");
  await survey.stop("care", { state: "no place" });
  await hand.press("care_leave_do");
  await survey.stop("care leave");
  await hand.press("shell_back_do");
  await hand.press("care_look_do");
  await survey.stop("care look");
  await hand.press("shell_back_do");
  await hand.press("care_places_do");
  await survey.stop("care places", { state: "none" });
  await arrive();
  await hand.press("arrive_open_do");
  await survey.stop("open", { state: "nothing kept", until: "open_none" });
  await hand.press("open_restore_do");
  await survey.stop("restore");
};

/** One of the two made-up cases: how it is chosen, its walk, and a screen of the app with its band. */
export const followExample = async ({ page, hand, survey, arrive }: Walk): Promise<void> => {
  await arrive();
  await hand.press("arrive_example_do");
  await survey.stop("example");
  await hand.press("example_maya");
  await page.locator(".glimpse-line").first().waitFor({ timeout: 60_000 });
  await survey.stop("example", { state: "the walk" });
  await hand.press("example_open_do");
  await page.locator(".row-open").first().waitFor();
  await survey.stop("see", { state: "of the example" });
  await hand.press("example_walk_do");
  while (!(await page.getByText(hand.say("example_maya_order"), { exact: true }).isVisible())) {
    await hand.press("example_next_do");
  }
  await page.locator(".glimpse-day").first().waitFor();
  await survey.stop("example", { state: "its days" });
  await hand.press("example_leave_do");
  await hand.see("arrive_title");
};
