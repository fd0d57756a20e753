import { unfoldAll, type Walk } from "./walk.ts";

/** All of it in order, and what the person says of it. Begins and ends at home. */
export const seeEverything = async (walk: Walk): Promise<void> => {
  const { page, hand, survey } = walk;
  await hand.press("home_see_do");
  await page.locator(".row-open").first().waitFor();
  await survey.stop("see");
  await sayWhoIsWho(walk);
  await hand.press("see_zone_ask_do");
  await survey.stop("zone");
  await hand.fill("zone_search", "zzzz");
  await survey.stop("zone", { state: "none", until: "zone_none", focus: "inside" });
  await hand.fill("zone_search", "Berl");
  await survey.stop("zone", { state: "found", focus: "inside" });
  await page.locator(".line").last().click();
  await page.locator(".row-open").first().waitFor();
  await hand.fill("see_search_label", "umbrella");
  await page.locator("mark").first().waitFor();
  await survey.stop("see", { state: "found", focus: "inside" });
  await hand.fill("see_search_label", "zzzz");
  await survey.stop("see", { state: "not found", until: "see_search_none", focus: "inside" });
  await hand.fill("see_search_label", "");
  await hand.press("see_days_do");
  await survey.stop("see-days");
  await unfoldAll(page);
  await survey.stop("see-days", { state: "in words", focus: "inside" });
  await hand.press("shell_back_do");
  await hand.press("see_paper_do");
  await survey.stop("paper", { until: "paper_kept" });
  await hand.press("shell_back_do");
  await openThings(walk);
  await hand.press("shell_back_do");
  await hand.see("home_title");
};

const sayWhoIsWho = async ({ page, hand, survey }: Walk): Promise<void> => {
  await hand.press("see_people_ask_do");
  await survey.stop("people");
  await page.locator("main .line", { hasText: /^Maya/ }).click();
  await survey.stop("people", { state: "who", question: "people_ask" });
  await hand.press("people_me_do");
  await hand.see("people_said");
  await survey.stop("people", { state: "said", focus: "inside" });
  await hand.press("people_demand_do");
  await survey.stop("demand");
  await hand.fill("demand_what", "Delete nothing, tell nobody, pay.");
  await hand.fill("demand_amount", "a lot");
  await hand.press("demand_keep_do");
  await survey.stop("demand", {
    state: "no number",
    until: "demand_amount_error",
    focus: "inside",
  });
  await hand.fill("demand_amount", "400");
  await hand.press("demand_keep_do");
  await hand.see("people_title");
  await hand.press("shell_back_do");
};

const openThings = async ({ page, hand, survey }: Walk): Promise<void> => {
  await page.locator(".row-open", { hasText: "umbrella" }).first().click();
  await survey.stop("item");
  await unfoldAll(page);
  await survey.stop("item", { state: "unfolded", focus: "inside" });
  await hand.press("item_erase_do");
  await survey.stop("item", { state: "delete", question: "item_erase_ask" });
  await hand.press("shell_not_now_do");
  await hand.press("shell_back_do");
  await hand.press("see_filter_do");
  await page.locator("select:has([value=picture])").selectOption("picture");
  await survey.stop("see", { state: "filter", question: "see_filter_title" });
  await hand.press("shell_done_do");
  await page.locator(".row-open", { hasText: "IMG_2231" }).click();
  await page.locator("main .button-plain", { hasText: "IMG_2231" }).first().click();
  await page.locator(".item-picture img").waitFor();
  await survey.stop("item", { state: "picture", focus: "inside" });
  await hand.press("shell_back_do");
};
