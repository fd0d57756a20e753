/** Opening the place, and what closes it. ICU messages. */
export const placeMessages = {
  open_locking_title: "Closing your place",
  open_locking: "What is just being written is finished first. It takes a moment.",
  open_title: "Open your place",
  open_none: "Nothing is kept in this browser yet.",
  open_which: "Which one?",
  open_device_do: "Open it",
  open_device_note: "It opens with the key of this phone.",
  open_words_label: "Your secret words",
  open_words_do: "Open it",
  open_twelve_label: "Your twelve words",
  open_twelve_do: "Open with the twelve words",
  open_twelve_hint: "The ones that you wrote on paper.",
  open_passkey_do: "Open with a passkey",
  open_other_way: "Another way to open it",
  open_working: "Opening. This takes a few seconds on purpose: it makes guessing slow.",
  open_cards_note: "It opens with the cards of people you trust.",
  open_cards_do: "Open with cards",
  open_cards_title: "Open with cards",
  open_cards_lead:
    "Ask the people who have a card to read you their words. Then type them here, one card after the other.",
  open_cards_first_label: "The words of the first card",
  open_cards_next_label: "The words of the next card",
  open_cards_hint: "Sixteen words, in their order.",
  open_cards_add_do: "Add this card",
  open_cards_given:
    "{given} of {needed} cards are here. {left, plural, =0 {That is enough.} one {One more is needed.} other {# more are needed.}}",
  open_cards_again_do: "Start again with the cards",
  open_cards_wrong:
    "These cards don’t open this place. They may be older ones, or for another place. Nothing was changed.",
  open_cards_in_title: "You are in",
  open_cards_in_lead: "Now choose new secret words, in case somebody finds the old ones.",
  open_cards_in_keys:
    "Your place gets new keys all through. After that the old words and these cards open nothing here. You can give out new cards then.",
  open_cards_new_do: "Choose new words",
  open_cards_only:
    "If there is no room for new keys, you can change the words alone. The cards then still open it.",
  open_cards_only_do: "Change the words alone",
  open_wait:
    "{seconds, plural, one {The next try is possible in one second.} other {The next try is possible in # seconds.}}",
  open_in_use:
    "Your place is open in another window. You can use it here instead: the other window closes it.",
  open_in_use_do: "Use it here",
  open_unfinished: "This one was never finished. Nothing is in it.",
  open_taken_over: "Your place was opened in another window, so it is closed here.",
  open_died: "Your place closed by itself. What was kept is whole. Open it again.",
  open_gone:
    "Your place closed by itself. It kept nothing on this phone, so what was in it is gone. You can start again.",
  open_waiting:
    "{count, plural, one {One thing waits to be kept.} other {# things wait to be kept.}} Open your place first.",
  open_restore_do: "I have a backup",
  open_forgot: "I don’t know the words any more",
  open_forgot_delete_do: "Delete this place",
  open_forgot_cards:
    "The people whom you gave cards can help you. Press “Open with cards” above, under the other ways.",
  open_forgot_honest:
    "Then nobody can open it, and we can’t either. Look for the twelve words on paper, or for a backup that opens another way.",
} as const;
