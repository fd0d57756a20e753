/** A copy of the whole place, and bringing it back. ICU messages. */
export const backupMessages = {
  backup_title: "Make a backup",
  backup_hint: "One locked file that brings it back if this phone is lost",
  backup_hint_none: "There is none yet. It brings your place back if this phone is lost.",
  backup_hint_age:
    "{days, plural, =0 {The last one is from today.} one {The last one is from yesterday.} other {The last one is # days old.}}",
  backup_lead:
    "One locked file with all that you keep. If this phone is lost, it brings your place back.",
  backup_age_none: "There is no backup yet.",
  backup_age: "Your last backup that was tried is from {day}.",
  backup_age_days:
    "{days, plural, =0 {That is today.} one {That was yesterday.} other {That is # days ago.}}",
  backup_needs_words_title: "First, secret words",
  backup_needs_words:
    "Only the key of this phone opens your place now. A backup must open on another phone, so it needs words that you know.",
  backup_needs_words_nothing:
    "Nothing of this place stays on this phone, and nothing opens it again. A backup must open later, so it needs words that you know.",
  backup_needs_twelve_do: "Use twelve words on paper",
  backup_needs_words_do: "Choose secret words",
  backup_opens_with:
    "It opens with what opens your place: your secret words, or your twelve words. Not with this phone alone.",
  backup_shelf: "With my notes, answers and plan",
  backup_shelf_hint: "Untick this if somebody else will keep the file for you.",
  backup_shelf_other:
    "Whoever keeps it for you can’t read it without your words. They can still be asked about it in court, and may have to hand it over. Tell them so.",
  backup_make_do: "Make the backup",
  backup_making: "Making the backup.",
  backup_save_title: "Save the file",
  backup_save_lead:
    "Put it where you find it again, and where the person threatening you can’t: a stick, or a phone of somebody you trust.",
  backup_save_do: "Save the backup",
  backup_save_name: "Its name is {name}. It does not tell what it is.",
  backup_damaged:
    "{count, plural, one {The bytes of one thing are damaged, and are not in it.} other {The bytes of # things are damaged, and are not in it.}} All the rest is.",
  backup_try_title: "Now try it",
  backup_try_lead:
    "It counts as saved when it was opened once. Choose the file that you saved, and give your words.",
  backup_try_file_do: "Choose the saved file",
  backup_try_here_do: "I can’t choose it. Try it from here",
  backup_save_again_do: "Save it again",
  backup_try_chosen: "Chosen: {name}",
  backup_try_from_here: "The file in memory will be tried. That it was saved, we can’t see.",
  backup_try_with: "What do you know?",
  backup_with_words: "My secret words",
  backup_with_twelve: "My twelve words",
  backup_with_cards: "Words of cards",
  backup_try_do: "Try it",
  backup_trying: "Opening it as another phone would. This can take a while.",
  backup_tried_title: "Saved",
  backup_tried:
    "The backup opens, and {count, plural, one {the one thing is} other {all # things are}} in it, just as here.",
  backup_tried_here_title: "The backup is good",
  backup_stopped: "You stopped it. Nothing was changed.",
  backup_second_title: "How do I read it on another phone?",
  backup_second_1:
    "Bring the file to the other phone: by a stick, a cable, or a message to yourself.",
  backup_second_2: "Open this same page there, in its own browser.",
  backup_second_3: "Press “Open my place”, then “I have a backup”.",
  backup_second_4: "Choose the file, and give the words that opened your place when you made it.",
  backup_second_note: "After that there are two places. What you add in one is not in the other.",

  restore_title: "Open a backup",
  restore_lead: "The file becomes a place of its own in this browser.",
  restore_file_do: "Choose the file",
  restore_file_other_do: "Choose another file",
  restore_chosen: "Chosen: {name}",
  restore_words_label: "The words that opened it",
  restore_words_hint: "Those from when the backup was made.",
  restore_name_label: "A name for this place",
  restore_name_hint: "It can be read without any secret. Choose one that says nothing.",
  restore_do: "Open the backup",
  restore_keep: "Keep it in this browser",
  restore_keep_not: "Don’t keep it: gone when I close the page",
  restore_where: "Where should it be?",
  restore_working: "Bringing it back. This can take a while.",
  restore_close_first: "Your place is open. Close it first, then open the backup.",
} as const;
