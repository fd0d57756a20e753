/** Look after this place: what opens it, how it locks, its name, leaving, deleting. ICU messages. */
export const careMessages = {
  care_title: "Look after this place",
  care_lead: "Nothing here has to be done today.",
  care_lead_closed: "Open your place to see what opens it and how it locks.",
  care_nothing:
    "Nothing stays on this phone, so there are no secret words to look after. Close this page and all of it is gone.",
  care_keys_do: "What opens it",
  care_keys_hint: "Secret words, words on paper, cards, passkey",
  care_lock_do: "When it locks",
  care_lock_hint: "Now: {lock}",
  care_leave_do: "The Leave button",
  care_leave_hint: "Try it once, so that you know it",
  care_look_do: "Name and look",
  care_look_hint: "Now: {face}",
  care_places_do: "More than one place",
  care_places_hint: "{count, plural, =0 {None yet} one {One place} other {# places}}",
  care_pictures_do: "About the pictures",
  care_pictures_hint: "If somebody in them was under 18",
  care_delete_do: "Delete this place",
  care_delete_hint: "For good",

  care_keys_title: "What opens your place",
  care_keys_lead:
    "{count, plural, one {There is one way in.} other {There are # ways in. Each one is enough.}}",
  care_way_passphrase: "Your secret words",
  care_way_recovery: "Twelve words on paper",
  care_way_device: "The key of this phone",
  care_way_device_note: "Whoever can unlock your phone could open it.",
  care_way_passkey: "A passkey",
  care_way_passkey_note: "Your finger, your face or the code of your phone.",
  care_way_shares: "Cards of people you trust",
  care_way_only: "This is the only way in, so it stays.",
  care_way_remove_do: "Take this way away",
  care_way_remove_title: "Take this way away?",
  care_way_remove:
    "It will not open your place any more. A copy that somebody made before still opens with it.",
  care_way_remove_sure_do: "Take it away",
  care_way_removed: "It is taken away.",
  care_add_words_do: "Add secret words",
  care_add_words_hint: "Then a phone that is not locked is not enough",
  care_device_beside_words:
    "The key of this phone still opens it too. Take that way away if you want only the words to open it.",
  care_words_added: "Your secret words open it now.",
  care_rehearse_do: "Try my words",
  care_rehearse_hint: "See if you still know them. Nothing can go wrong",
  care_rehearse_title: "Do you still know them?",
  care_rehearse_right: "That is right. They open your place.",
  care_rehearse_wrong:
    "These do not open it. Nothing is lost: your place is open now. If you can’t find the words, make a copy for yourself before you close it.",
  care_change_do: "Change my words",
  care_change_hint: "Also when somebody else may know them",
  care_twelve_do: "Write twelve words on paper",
  care_twelve_again_do: "Write twelve new words on paper",
  care_twelve_hint: "They help when you forget the others",
  care_passkey_do: "Add a passkey",
  care_passkey_hint: "Your finger, your face or the code of your phone opens it",
  care_passkey_watched:
    "You said that somebody could pick up this phone. A finger can be used while you sleep, so this is off unless you want it.",
  care_passkey_fold: "Finger or face",
  care_passkey_added: "The passkey opens it now.",
  care_passkey_not:
    "No passkey was made. Maybe you closed the question, or this browser can’t do it. Nothing was changed.",
  care_device_do: "Open it with this phone alone",
  care_device_hint: "No words to type. Whoever can unlock your phone could open it",
  care_device_added: "The key of this phone opens it now.",
  care_old_copies:
    "Old copies stay as they are. Whoever has a backup from before opens it with what opened it then.",

  care_ask_title: "First, is it you?",
  care_ask_why: "This keeps somebody else from doing it while your phone is open in their hand.",
  care_ask_do: "Go on",
  care_ask_wrong: "That is not it. Nothing was changed.",
  care_ask_other: "Use the twelve words",
  care_ask_cards: "I lost my words, but I have cards",
  care_ask_passkey_do: "Use the passkey",

  care_words_title: "Change your words",
  care_words_lead: "Could somebody else know the words that open it now?",
  care_words_known_do: "Yes, or I’m not sure",
  care_words_known_hint:
    "Your place gets new keys all through. The old words, the old paper, the old cards and the old passkeys then open nothing here.",
  care_words_unknown_do: "No, I just want other words",
  care_words_unknown_hint: "This is quick. Everything else stays as it is.",
  care_words_none: "There are no secret words yet. Add some first.",
  care_words_running: "Your place gets new keys",
  care_words_running_note:
    "You can stop it. Until the last step the old words open it, after that only the new ones. Nothing is lost on the way, not even if the phone goes off.",
  care_words_done_title: "Only your new words open it now",
  care_words_done:
    "Your old words, old twelve words, old cards and old passkeys open nothing here any more. If you had some, make new ones.",
  care_words_done_quick: "Your new words open it. The old ones do not.",
  care_words_copies:
    "One thing no one can change: a copy or backup that somebody took before still opens with the old words.",

  care_twelve_title: "Twelve words for paper",
  care_twelve_lead:
    "Write them on paper, in this order. They are shown only once. They open your place when you forget your words.",
  care_twelve_where:
    "Keep the paper where the person threatening you can’t find it. It may lie with somebody you trust. Don’t take a picture of it.",
  care_twelve_list: "The twelve words",
  care_twelve_written_do: "I wrote them down",
  care_twelve_check_title: "Now look at your paper",
  care_twelve_check_lead: "Type three of them, so that we know the paper is right.",
  care_twelve_check_label: "Word number {number}",
  care_twelve_check_do: "Check",
  care_twelve_check_wrong:
    "{count, plural, one {One word is not what we showed you. Look again.} other {# words are not what we showed you. Look again.}}",
  care_twelve_again: "Show them again",
  care_twelve_done_title: "The paper works",
  care_twelve_done: "These twelve words open your place from now on. Put the paper away.",
  care_twelve_old:
    "Older twelve words on paper still open it too. You can take that way away under “What opens it”.",

  care_cards_do: "Give cards to people you trust",
  care_cards_again_do: "Give out new cards",
  care_cards_hint: "Some of them together help you back in",
  care_cards_title: "Cards for people you trust",
  care_cards_lead:
    "If you lose your words, these people help you back in. One card alone opens nothing.",
  care_cards_people: "How many people get a card?",
  care_cards_people_choice: "{count, plural, one {# person} other {# people}}",
  care_cards_enough: "How many cards open it together?",
  care_cards_enough_choice: "{enough} of {count}",
  care_cards_enough_all: "If one card is lost, the others open nothing.",
  care_cards_who:
    "Choose people who stand by you and who don’t live together. Nobody who is close to the person threatening you.",
  care_cards_together: "Enough of them together could open your place without you.",
  care_cards_before:
    "You gave out cards before. When the new ones are ready, the old ones open nothing here.",
  care_cards_make_do: "Make the cards",
  care_cards_card_title: "Card {number} of {count}",
  care_cards_card_lead: "For one person. Write the words on paper, in this order.",
  care_cards_list: "The words of this card",
  care_cards_written_do: "I wrote them down",
  care_cards_save_do: "Save a page to print",
  care_cards_save_note:
    "The page to print tells the person what to do with it. Never send it: a message stays in two phones. Delete the file when it is printed.",
  care_cards_saved: "The page is in your downloads. Print it before you give it away.",
  care_cards_saved_do: "On to the next card",
  care_cards_saved_last_do: "All cards are made",
  care_cards_check_title: "Now look at card {number}",
  care_cards_check_lead: "Type two of its words, so that we know the card is right.",
  care_cards_done_title: "The cards are ready",
  care_cards_done: "From now on, {threshold} of the {count} cards together open your place.",
  care_cards_done_give: "Give each card to one person, by hand. Keep none for yourself.",
  care_cards_done_remember:
    "Remember who has one. When your place is closed, nobody here can tell you.",
  care_cards_done_files: "If you saved pages to print, delete them when they are printed.",
  care_cards_done_old: "The cards from before open nothing here any more.",

  care_lock_title: "When it locks",
  care_lock_lead:
    "It locks by itself, so that nobody finds it open. What is being written is finished first.",
  care_lock_label: "When you go to another app",
  care_lock_two: "After two minutes",
  care_lock_once: "At once",
  care_lock_once_hint: "If somebody could pick up this phone",
  care_lock_kept:
    "This choice is kept inside your place. Only you see it. It counts as soon as you have opened your place.",
  care_lock_not_kept: "This counts until you close this page.",
  care_lock_front: "If nobody touches the page for ten minutes, it locks too.",
  care_lock_now_do: "Lock it now",
  care_lock_short_two: "after two minutes",
  care_lock_short_once: "at once",
  care_lock_short_fifteen: "after 15 minutes",
  care_back_forth: "I’m going back and forth",
  care_back_forth_hint: "It stays open for 15 minutes while you look into other apps",
  care_back_forth_watched:
    "It locks at once when you leave this page, since somebody could pick up the phone.",

  care_leave_title: "The Leave button",
  care_leave_lead: "It is at the top of every page, and over every question.",
  care_leave_does:
    "It locks your place in the same moment, and puts a plain page of {face} here instead. Going back shows that page too.",
  care_leave_keys:
    "With a keyboard: press Shift three times, quickly. It works while you type too, and not for capital letters. A keyboard on the screen can’t do it: use the button.",
  care_leave_not:
    "It can’t clear the list of pages that this browser was on. It can’t stop a spy app.",
  care_leave_try: "Try it now. To come back, open this page again as you did today.",
  care_leave_try_do: "Try it",

  care_look_title: "Name and look",
  care_look_lead:
    "From outside, this page looks like one of these. Choose what nobody would open on your phone.",
  care_look_label: "Name and picture",
  care_look_notes: "Notes",
  care_look_recipes: "Recipes",
  care_look_weather: "Weather",
  care_look_study: "Study",
  care_look_fixed:
    "This is on your home screen as {face}. Its name can’t be changed there. To have another one, take it off the home screen, open this page in the browser, choose, and add it again. Make a backup first: on some phones taking it off deletes what is kept.",
  care_look_before:
    "Choose before you put it on the home screen. After that the name and the picture can’t be changed.",
  care_look_kept: "Your choice is one word in this browser. It says nothing about you.",
  care_look_not_kept: "Your choice is gone when you close this page.",
  care_install_title: "On the home screen",
  care_install_why: "Then it opens like an app, also with no network.",
  care_install_do: "Put it on the home screen",
  care_install_yes: "It is being put on your home screen.",
  care_install_no: "It was not put there. Nothing was changed.",
  care_install_iphone_why:
    "On an iPhone this also stops what you keep from being wiped after seven days that you don’t open the page.",
  care_install_iphone_one: "Tap Share, the square with the arrow.",
  care_install_iphone_two: "Choose “Add to Home Screen”.",
  care_install_iphone_three: "Open it from there, and keep your things there.",
  care_install_iphone_apart:
    "What you kept in the browser does not come along. Make a backup here first, then open it there.",
  care_install_other:
    "Open the menu of your browser. Choose “Install” or “Add to home screen”, if it is there.",
  care_install_seen: "Somebody who looks at your home screen sees {face}.",
  care_install_nothing: "You chose to leave nothing on this phone. So this is not offered.",
  care_storage_title: "What this browser promises",
  care_storage_granted:
    "This browser promised not to clear your place by itself. It still goes if somebody clears the browser’s data.",
  care_storage_refused:
    "This browser did not promise it. When the phone is full it may clear your place by itself. Make a backup.",
  care_storage_unknown: "This browser does not tell. Make a backup, to be sure.",
  care_storage_ask_do: "Ask the browser to keep it",
  care_storage_room:
    "All that is kept here, the app too, takes {used}. There is room for {room} more.",

  care_places_title: "Your places",
  care_places_lead: "Each place is a case of its own, with its own keys.",
  care_places_name_seen:
    "The name can be read without any secret words. Choose one that says nothing.",
  care_places_unnamed: "No name",
  care_places_here: "This one is open",
  care_places_elsewhere: "Open in another window",
  care_places_made: "Made on {day}",
  care_places_new_do: "Make another place",
  care_places_new_title: "Another place",
  care_places_new_note:
    "The one that is open is closed first. Everything in it stays as it is. The new one starts with secret words.",
  care_places_name_label: "Its name",
  care_places_new_next_do: "Choose secret words",
  care_places_rename_do: "Give it another name",
  care_places_rename_title: "Another name",
  care_places_rename_save_do: "Use this name",
  care_places_nothing: "You chose to leave nothing on this phone, so no place can be made on it.",
  care_places_failed: "The list of places could not be read.",

  care_pictures_title: "About the pictures",
  care_pictures_unasked: "You were not asked yet. That happens when the first picture comes in.",
  care_pictures_adult: "You said that everyone in your pictures was 18 or over.",
  care_pictures_late_before:
    "Maybe you see it differently now. If you say so, this is what happens:",
  care_pictures_late_locked: "No picture here can be looked at, copied or shared any more.",
  care_pictures_late_words: "The words stay.",
  care_pictures_late_kept: "Nothing is deleted. You decide later what happens to the pictures.",
  care_pictures_as_it_is_do: "It is as I said",
  care_pictures_late_do: "Somebody may have been under 18",
  care_pictures_late_hint: "We ask once more, before anything is locked.",
  care_pictures_late_ask_do: "Talk to somebody first",
  care_pictures_late_title: "It is good that you say it",
  care_pictures_late:
    "You did nothing wrong. The pictures here are locked then, and the words stay. You decide later what happens to the pictures.",
  care_pictures_late_sure_do: "Lock the pictures",
  care_pictures_protected: "Here we keep only words. No picture can be opened or copied.",
  care_pictures_locked:
    "{count, plural, one {One picture is locked. Nobody can open it here.} other {# pictures are locked. Nobody can open them here.}}",
  care_pictures_words_chats:
    "{count, plural, one {The words of one chat are kept; its pictures are locked.} other {The words of # chats are kept; their pictures are locked.}}",
  care_pictures_words_files:
    "{count, plural, one {The words of one file are kept; its pictures are locked.} other {The words of # chats and files are kept; their pictures are locked.}}",
  care_pictures_words_writing: "We are keeping the words first. You can go on in the meantime.",
  care_pictures_words_not_yet:
    "The words of these could not be kept yet. Before one of them is deleted, we try again:",
  care_pictures_words_left:
    "{count, plural, one {One file was not deleted, because its words could not be kept first.} other {# files were not deleted, because their words could not be kept first.}} You can leave it so and try again later.",
  care_pictures_words_gone_do: "Delete with the words",
  care_pictures_words_gone_title: "Delete the words too?",
  care_pictures_words_gone:
    "These words stand nowhere else here, and nobody can bring them back. If you are not sure, leave it as it is.",
  care_pictures_words_gone_said: "They are gone, with their words.",
  care_pictures_choose:
    "You can delete them for good, or leave them locked until you have asked somebody. Both are fine, and nothing happens by itself.",
  care_pictures_ask_do: "Talk to somebody for under 18s",
  care_pictures_erase_do: "Delete them for good",
  care_pictures_erase_hint: "We ask once more.",
  care_pictures_erase_title: "Delete the locked pictures?",
  care_pictures_erase:
    "They can’t be brought back, by nobody. The words stay. The list of what was done says only that something was removed.",
  care_pictures_erase_sure_do: "Delete the pictures",
  care_pictures_erased: "The pictures are gone. The words are still here.",
  care_pictures_leave_do: "Leave them locked",
  care_pictures_mistake_do: "That answer was a mistake",
  care_pictures_mistake_hint: "If you are sure that everyone was 18 or over.",
  care_pictures_mistake_title: "Was everyone 18 or over?",
  care_pictures_mistake:
    "If you are sure that everyone in your pictures was 18 or over when they were taken, they can be opened again. If you are not sure, leave it as it is. You can ask somebody first.",
  care_pictures_mistake_sure_do: "Yes, everyone was",

  care_delete_title: "Delete this place?",
  care_delete_named: "Delete the place “{name}”?",
  care_delete_lead:
    "Everything in it goes: what you kept, your notes, its keys. Nobody can bring it back.",
  care_delete_keys_first: "The keys go first. From that moment nobody can read the rest.",
  care_delete_backup_none: "There is no backup of it.",
  care_delete_backup_age:
    "{days, plural, =0 {Your last backup is from today.} one {Your last backup is from yesterday.} other {Your last backup is # days old.}} What came after it is not in it.",
  care_delete_backup_note: "Backups lie where you saved them. They are not deleted.",
  care_delete_stays_title: "What stays elsewhere",
  care_delete_stays_photos: "The same pictures in your photos, and in their bin",
  care_delete_stays_downloads: "Copies and backups in your downloads, or in a cloud",
  care_delete_stays_history: "The address of this page in the browser’s list of pages",
  care_delete_stays_chat: "The chats in the other apps. They can still help you later",
  care_delete_last:
    "It is the only place here. So the app itself and its chosen name go too, as far as a page can do that. If it is on your home screen, take it off by hand.",
  care_delete_others: "Your other places stay as they are.",
  care_delete_next_do: "Go on",
  care_delete_keep_do: "Keep it",
  care_delete_sure_title: "Once more: delete it for good?",
  care_delete_sure_lead: "You can also keep it closed. Closed, nobody can open it without its key.",
  care_delete_sure_do: "Delete it for good",
  care_delete_running: "It is being deleted.",
  care_gone_title: "It is gone",
  care_gone_lead: "Nothing of it can be read any more.",
  care_gone_app: "The app is taken off this browser too, as far as a page can do that.",
  care_gone_history: "If somebody could look, clear the list of pages in your browser now.",
  care_gone_start_do: "To the first page",
} as const;
