import type { AppMessageCode } from "@holdfast/words";

import type { CarePart, Route } from "../../src/app/routes.ts";

/** Every screen of the app by its name; the parts of "Look after this place" are screens of their own. */
export type ScreenName = Exclude<Route["screen"], "care"> | "care" | `care ${CarePart}`;

/**
 * The titles under which a screen may be met; `undefined` where the title is a name that is not in the catalogue. A screen
 * that is new in routes.ts does not compile until it stands here, and fails the walk until the walk goes there.
 */
export const titlesOf: Readonly<Record<ScreenName, readonly AppMessageCode[] | undefined>> = {
  first: ["arrive_title"],
  "exit-explained": ["arrive_exit_title"],
  gates: ["gates_title"],
  watched: ["watched_title"],
  young: ["young_title"],
  happened: ["happened_title"],
  next: ["next_paid_title", "next_threat_title"],
  danger: ["danger_title"],
  save: ["save_title"],
  talk: ["talk_title"],
  home: ["home_title", "home_nothing_title"],
  "guide-text": ["guide_text_title"],
  "guide-ask": ["guide_q_holds", "guide_q_who"],
  "guide-letter": ["guide_letter_title"],
  "guide-answers": ["guide_answers_title"],
  plan: ["guide_plan_title"],
  breath: ["breath_title"],
  reply: ["reply_title", "reply_kept_title"],
  tell: ["tell_q_dangerous", "tell_result_title"],
  "tell-words": ["tell_to_friend", "tell_to_contacts"],
  open: ["open_title"],
  example: ["example_title", "shell_loading", "example_maya_happened", "example_maya_order"],
  care: ["care_title"],
  "care keys": ["care_keys_title"],
  "care words": ["care_words_title"],
  "care twelve": ["care_twelve_title", "care_twelve_check_title", "care_twelve_done_title"],
  "care lock": ["care_lock_title"],
  "care leave": ["care_leave_title"],
  "care look": ["care_look_title"],
  "care places": ["care_places_title"],
  "care pictures": ["care_pictures_title"],
  "care delete": ["care_delete_named", "care_delete_title"],
  "care delete-sure": ["care_delete_sure_title"],
  "care gone": ["care_gone_title"],
  keep: ["home_keep_do"],
  write: ["write_title"],
  notes: ["notes_title", "notes_new_do"],
  voice: ["voice_title", "voice_recording", "voice_said"],
  coach: ["coach_title"],
  "coach-for": undefined,
  give: ["give_title"],
  "give-choose": ["give_choose_title"],
  "give-copy": ["give_copy_title"],
  "give-made": ["give_made_title", "give_making_now", "give_title"],
  check: [
    "check_title",
    "check_locked_title",
    "check_verdict_not_anchored",
    "check_verdict_not_a_bag",
    "check_verdict_anchored_by_seal",
  ],
  backup: [
    "backup_title",
    "backup_save_title",
    "backup_try_title",
    "backup_tried_title",
    "backup_tried_here_title",
  ],
  restore: ["restore_title"],
  see: ["see_title"],
  "see-days": ["days_title"],
  item: ["item_title_message", "item_title_picture"],
  paper: ["paper_title"],
  people: ["people_title"],
  zone: ["zone_title"],
  demand: ["demand_title"],
};
