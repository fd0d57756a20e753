import { fileURLToPath } from "node:url";

import type { Walk } from "./walk.ts";

const maya = (name: string): string =>
  fileURLToPath(new URL(`../../../../fixtures/maya/${name}`, import.meta.url));

const pictures = [
  "instagram/Screenshot_20260914-222912_Instagram.png",
  "instagram/Screenshot_20260914-223040_Instagram.png",
].map(maya);

const more = [
  "whatsapp/WhatsApp Chat with Arlo.zip",
  "mail/2026-09-21 You know what I want.eml",
  "instagram/IMG_2231.PNG",
  "instagram/Screenshot_20260914-222912_Instagram.png",
  "calls/voicemail-2026-09-24.wav",
  "other/empty.txt",
].map(maya);

/** From what happened to a place with secret words and two pictures in it. Gives the words. */
export const keepFirstThings = async ({ page, hand, survey, arrive }: Walk): Promise<string> => {
  await arrive();
  await hand.press("arrive_start_do");
  await hand.press("arrive_exit_do");
  await hand.press("shell_skip_do");
  await hand.press("happened_paid");
  await survey.stop("next");
  await hand.press("next_done_do");
  await survey.stop("save");
  await hand.choose("save_add_do", pictures);
  await survey.stop("save", { state: "where", question: "keep_here_title" });
  await hand.press("keep_here_words_do");
  await page.locator(".secret-words", { hasText: / / }).waitFor();
  await survey.stop("save", { state: "words offered", question: "keep_words_title" });
  await hand.press("keep_words_own_do");
  await hand.fill("keep_words_own_label", "seven lamps over a river");
  await page.getByText(hand.say("keep_words_strong")).waitFor();
  await survey.stop("save", { state: "own words", question: "keep_words_title" });
  await page
    .getByRole("dialog")
    .getByRole("button", { name: hand.say("shell_back_do") })
    .click();
  const offered = page.locator(".secret-words", { hasText: / / });
  const words = (await offered.textContent()) ?? "";
  await hand.press("keep_words_seen_do");
  await survey.stop("save", { state: "age", question: "age_title" });
  await hand.press("age_yes_do");
  await hand.see("save_done_do");
  await survey.stop("save", { state: "kept", focus: "inside" });
  await hand.press("save_done_do");
  await page.getByText("2", { exact: false }).first().waitFor();
  await survey.stop("home");
  return words;
};

/** A chat, a mail, a picture twice, a voice message, a file with nothing in it; then words, and a note. */
export const keepMore = async (walk: Walk): Promise<void> => {
  const { page, hand, survey } = walk;
  await hand.press("home_keep_do");
  await survey.stop("keep");
  await hand.choose("keep_choose_do", more);
  await survey.stop("keep", { state: "how it came", question: "origin_title" });
  await hand.press("origin_received_do");
  await survey.stop("keep", { state: "strangers", question: "strangers_title" });
  await hand.press("strangers_met_do");
  await page
    .locator(".page-actions")
    .getByText(hand.say("save_done_do"))
    .waitFor({ timeout: 60_000 });
  await survey.stop("keep", { state: "kept", focus: "inside" });
  await hand.press("keep_again_do");
  await sayAloud(walk);
  await hand.press("save_words_do");
  await survey.stop("write");
  await hand.fill("write_label", "200 euro by Friday, or everybody sees it.");
  await hand.tick("write_what_call");
  await hand.press("write_keep_do");
  await hand.see("save_done_do");
  await survey.stop("write", { state: "kept", focus: "inside" });
  await hand.press("save_done_do");
  await hand.press("keep_notes_do");
  await survey.stop("notes", { state: "none", until: "notes_none" });
  await hand.press("notes_new_do");
  await survey.stop("notes", { state: "writing", focus: "inside" });
  await hand.fill("notes_text", "Noor said that she stays tonight.");
  await hand.press("notes_save_do");
  await page.locator(".note").waitFor();
  await survey.stop("notes", { state: "one", focus: "inside" });
  await hand.press("notes_add_do");
  await survey.stop("notes", { state: "add", question: "notes_add_title" });
  await hand.press("shell_not_now_do");
  await hand.press("shell_back_do");
  await hand.press("shell_back_do");
  await hand.see("home_title");
};

/** Said into the phone, listened to, and thrown away. Begins and ends at "Keep something". */
const sayAloud = async ({ page, hand, survey }: Walk): Promise<void> => {
  await hand.press("voice_do");
  await survey.stop("voice");
  await hand.press("voice_start_do");
  await survey.stop("voice", { state: "recording", until: "voice_recording" });
  await page.getByText(/^0:(?:0[1-9]|[1-5]\d)$/).waitFor();
  await hand.press("voice_stop_do");
  await page.locator("audio").waitFor();
  await survey.stop("voice", { state: "said" });
  await hand.press("voice_discard_do");
  await survey.stop("voice", { state: "throw away", question: "voice_discard_title" });
  await page
    .getByRole("dialog")
    .getByRole("button", { name: hand.say("voice_discard_do") })
    .click();
  await hand.see("voice_lead");
  await hand.press("shell_back_do");
};
