/** The person's own place. ICU messages. */
export const homeMessages = {
  home_title: "Your place",
  home_kept:
    "{count, plural, =0 {Nothing is kept yet.} one {One thing is kept. If it changes, it will show.} other {# things are kept. If anything in them changes, it will show.}}",
  home_keep_do: "Keep something",
  home_keep_hint: "Pictures of the screen, chats, mail, words",
  home_words_begun_do: "Go on writing",
  home_note_begun_do: "Go on with your note",
  home_begun_hint: "You had begun. Only you can see it.",
  home_see_do: "See everything in order",
  home_see_hint: "Find a message, a day, a person",
  home_give_do: "Make a copy for somebody",
  home_give_hint: "Police, a lawyer, work, or yourself",
  home_talk_do: "Talk to somebody now",
  home_care_do: "Look after this place",
  home_care_hint_closed: "The Leave button, name, what stays on this phone",
  home_care_hint: "Secret words, backup, name, lock, delete",
  home_lock_do: "Close my place",
  home_next_do: "What to do next",
  home_nothing_title: "Look around",
  home_nothing_lead: "You can read all of it without keeping anything.",
  home_example_do: "See an example",
  home_check_do: "Check a package somebody gave me",
  home_start_do: "Show me what to do",
  home_helper_title: "Nobody can hack it back",
  home_helper:
    "Nobody can hack it back or delete it for money. Anyone who offers is another thief. Real help is free.",
} as const;
