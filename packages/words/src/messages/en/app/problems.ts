/** What went wrong behind a screen, what is safe, and what to do. One sentence for each code of the door. ICU messages. */
export const problemMessages = {
  problem_place_locked: "Your place is closed. Open it to go on.",
  problem_worker_died:
    "Your place closed by itself. What was kept before is whole. Open it again to go on.",
  problem_cancelled: "Stopped. What was kept before is still there.",
  problem_storage_unavailable:
    "This browser lets us keep nothing here. A private window does that. Open this page in a normal window, or go on without keeping.",
  problem_disk_full:
    "There is no room left on this device. What was kept before is whole. Make some room, then try again.",
  problem_device_failed:
    "This device could not write or read. What was kept before is whole. Try again, or start the device anew.",
  problem_not_permitted: "The browser did not allow it. Nothing was changed.",
  problem_no_such_place: "This place is not here any more.",
  problem_other_place_open: "Another place is open. Close it first.",
  problem_place_in_use: "Your place is open in another window.",
  problem_place_not_released: "The other window did not answer. Close it by hand, then try again.",
  problem_name_not_usable: "Please choose another name, up to 80 letters.",
  problem_wrong_secret: "That does not open it. Nothing is lost. Check each word, and try again.",
  problem_too_early: "Please wait a moment before the next try.",
  problem_device_key_missing:
    "This browser lost its own key, perhaps when its data was cleared. Use your secret words or your twelve words.",
  problem_passphrase_empty: "Please give at least one word.",
  problem_recovery_words_unknown:
    "{count, plural, one {One word is not on the list: number {places}.} other {Some words are not on the list: numbers {places}.}} Check how they are spelled.",
  problem_recovery_words_wrong:
    "These words do not fit together. There must be twelve, in the right order.",
  problem_share_words_unknown:
    "Card number {share} that you gave: {count, plural, one {word {places} is not on the list} other {words {places} are not on the list}}. Check how they are spelled.",
  problem_share_wrong:
    "Card number {share} that you gave does not fit together. A word may be wrong, left out or out of its place.",
  problem_share_from_newer_version:
    "A newer version made card number {share}. Load this page again first.",
  problem_share_given_twice: "You gave this card already. Use another one.",
  problem_shares_of_different_sets: "These cards do not belong together. Check who gave you which.",
  problem_shares_too_few:
    "{needed, plural, one {One card is needed.} other {# cards are needed.}} You have given {given}.",
  problem_no_such_wrap: "This way in is not here any more.",
  problem_last_wrap: "This is the only way in. Add another one first.",
  problem_nothing_to_renew:
    "This place keeps nothing on the phone, so nobody can have a copy of it. There is nothing to renew.",
  problem_renewal_not_verified:
    "The new keys could not be made. Your place is as it was, and opens with what opened it before.",
  problem_renewal_not_finished:
    "Your new keys hold. What is left to do is done the next time you open your place.",
  problem_place_unfinished: "This place was never finished. There is nothing in it.",
  problem_header_damaged:
    "The part that opens this place is damaged. Use a backup, or ask somebody who knows computers. Don’t delete it.",
  problem_made_by_newer_version:
    "A newer version made this place. Load this page again while you are online, then open it.",
  problem_database_unreadable: "This place can’t be read. Use a backup. Don’t delete it yet.",
  problem_database_damaged:
    "A part of this place is damaged. Use a backup. Don’t delete it yet: parts of it can still be read.",
  problem_vault_damaged: "A part of your place is damaged. All the rest can be read.",
  problem_blob_damaged: "The bytes of this one are damaged. All the rest can be read.",
  problem_no_such_exhibit: "This one is not here any more.",
  problem_picture_locked: "Pictures are locked here. The words stay open.",
  problem_words_not_kept:
    "It was not deleted: its words could not be kept first. Close some other things on this phone and try again.",
  problem_pictures_protected: "This place keeps only words.",
  problem_facts_say_protected:
    "You said that somebody was or may have been under 18. If that was a mistake, change that answer first.",
  problem_zone_unknown: "This time zone is not known.",
  problem_no_such_note: "This note is not here any more.",
  problem_shared_not_there: "What was shared is not here any more.",
  problem_shared_damaged:
    "This could not be opened. It may be cut, or it was shared before you got new keys. Share it again if you still have it.",
  problem_picture_question_open:
    "Not kept: first we need to know if everyone in the pictures was 18 or over.",
  problem_picture_not_kept:
    "Not kept: here we keep only words, no pictures. Leave it where it is, so that police can look at it there.",
  problem_recording_not_kept:
    "Not kept: here we keep only words, no recordings. Leave it where it is.",
  problem_file_not_kept:
    "Not kept: here we keep only words, and this may hold more than words. Leave it where it is.",
  problem_file_not_readable:
    "This file could not be read. It may have been moved. Choose it again.",
  problem_text_empty: "There is nothing in it yet.",
  problem_not_only_sound: "This is not a plain recording of a voice. It was not kept.",
  problem_voice_too_long: "This recording is too long to keep in one piece. It was not kept.",
  problem_too_large_to_show: "This is too large to show here. You can save it and open it there.",
  problem_no_such_member: "This part is not in the file.",
  problem_member_unreadable:
    "This part of the file could not be read. The file itself is kept whole.",
  problem_nothing_to_give: "Nothing is chosen yet.",
  problem_no_such_bag: "This copy was not made here.",
  problem_original_changed:
    "One of the originals is not what it was. The copy was not made. The other things are whole.",
  problem_original_unreadable:
    "One of the originals could not be read. The copy was not made. Leave that one out, and try again.",
  problem_exhibit_not_in_log: "One thing has no record of how it came in. The copy was not made.",
  problem_log_moved_on: "Something was added meanwhile. Please make the copy again.",
  problem_not_a_backup: "This is not a backup of ours. Choose another file.",
  problem_backup_damaged:
    "This backup is damaged, or was not copied to its end. Copy it again from where it came.",
  problem_backup_differs: "The backup opens, but does not hold all that is here. Make a new one.",
  problem_timestamp_not_accepted: "This answer does not fit what was asked. Nothing was changed.",
  problem_recipient_wrong: "This is not a key that a copy can be locked for. Ask for it again.",
  problem_guide_not_loaded:
    "The guide could not be loaded. Your answers are still here. Try again when you have a network.",
  problem_bag_needs_secret:
    "This package is locked. The person who gave it to you knows its words.",
  problem_bag_wrong_secret: "That does not open it. Check capitals and spaces, and try again.",
  problem_bag_damaged: "This file is damaged, or was not copied to its end. Ask for it again.",
  problem_bag_too_costly: "This file asks for more memory than a page may use.",
  problem_bag_armored: "This is the text form of a locked file. Ask for the file itself.",
  problem_bag_not_readable: "This file could not be read. Choose it again.",
} as const;
