/**
 * What the command line says, in ICU message syntax: {name}, {count, plural, one {…} other {…}}.
 * A message says what happened, what is safe, and what to do next.
 */
export const cliMessages = {
  // Questions
  ask_passphrase: "Passphrase: ",
  ask_new_passphrase: "Choose a passphrase (four words or more are best): ",
  ask_passphrase_again: "The same passphrase again: ",
  ask_bag_passphrase: "Passphrase for the copy: ",
  ask_new_bag_passphrase:
    "Choose a passphrase for this copy, and tell it to the recipient another way: ",
  ask_pictures:
    "{name} is or may hold a picture. Was everyone in your pictures 18 or over when they were taken? (yes / no / not sure): ",

  // init
  init_done:
    "A new case is ready in {vault}.\nNothing can open it but your passphrase. If it is lost, nobody can bring it back.\n\nNext: holdfast add {vault} <file or folder>",
  init_pictures_all_adult: "Pictures: everyone in them was 18 or over. Pictures can be kept.",
  init_pictures_protected: "Pictures: none are kept. Only words are.",
  init_pictures_unasked: "Pictures: not answered yet. You will be asked at the first picture.",

  // add
  add_file:
    "{exhibit}  {name}\n         {format}, {size}, {items, plural, =0 {nothing to read in it} one {# item} other {# items}}{already, select, yes { (the same bytes were here already: kept once)} other {}}",
  add_words_file:
    "{exhibit}  {name}\n         words only, {size}, {items, plural, =0 {nothing to read in it} one {# item} other {# items}}",
  add_not_taken: "Not taken in: {name}\n         {why}",
  add_summary:
    "{files, plural, =0 {Nothing new is kept.} one {# file is kept.} other {# files are kept.}} {items, plural, =0 {} one {# item in it can be found again.} other {# items can be found again.}}",
  add_unchanged: "If anything in what is kept changes from now on, it will show.",
  add_not_taken_summary:
    "{count, plural, one {# file was not taken in; it stands above with the reason.} other {# files were not taken in; they stand above with the reasons.}} Your own copies are untouched.",
  add_findings_summary:
    "In {count, plural, one {# file} other {# files}} something was damaged, unsafe or could not be read. The bytes are kept as they came; what it was stands above.",
  add_cancelled:
    "Stopped, as you asked. {count, plural, =0 {Nothing new was kept.} one {# file was kept before that, whole.} other {# files were kept before that, whole.}} What was not finished was removed again.",
  add_index_unfinished:
    "Search works; its index is not complete yet and will be completed by the next command.",
  add_notes: "{count, plural, one {# remark} other {# remarks}} on {name}:",
  add_more_notes:
    "… and {count, plural, one {# more} other {# more}}. See all of them with --json.",
  add_nothing_given: "Nothing was found at the paths that were given.",

  // inspect
  inspect_file: "{name}\n  {format} ({mediaType}), {size}\n  recognised by: {confidence}{reasons}",
  inspect_items: "  {count, plural, =0 {no items} one {# item} other {# items}}{kinds}",
  inspect_location: "  taken at {latitude}, {longitude} (as the file says)",
  inspect_nothing_kept: "Nothing was kept: this only looked.",
  confidence_none: "nothing; it is taken as a plain document",
  confidence_name: "its name only",
  confidence_shape: "the shape of its content",
  confidence_signature: "a signature in its content",

  // timeline
  timeline_empty:
    "There is nothing on the timeline yet. Begin with: holdfast add {vault} <file or folder>",
  timeline_empty_filter:
    "Nothing on the timeline matches. Without --from, --to, --party and --kind everything is shown.",
  timeline_more: "There is more. Show more with --limit, or a part with --from and --to.",
  timeline_no_zone:
    'Some times stand here as the phone showed them; which time zone it had is not known. Say it once: holdfast facts {vault} --set facts.json with "zone": "Europe/Paris", for example.',
  timeline_order_uncertain: "~ marks entries whose order among their neighbours is not certain.",
  timeline_no_date: "without a date",
  time_unknown: "time not known",

  // search
  search_none: "Nothing was found for: {words}",
  search_found:
    "{count, plural, one {# place} other {# places}}{more, select, yes { (and more: --limit)} other {}}",

  // facts
  facts_head: "Case {case}\n{pictures}\nTime zone: {zone}",
  facts_locked:
    "Pictures: no new ones are kept. {count, plural, one {One file that is here already is, or may hold, a picture or a recording; it is locked now:} other {# files that are here already are, or may hold, pictures or recordings; they are locked now:}} not opened, not in a backup, not in any copy. Nothing was deleted. The words that were read from chats and mails stay.",
  // A case that keeps words only
  protected_line:
    "{name}: {reach} (checked on {checked}). They are there for young people, and it costs nothing to ask.",
  protected_help:
    "Take It Down (takeitdown.ncmec.org) helps for free, in every country, when anyone in a picture was under 18, and nobody there needs to see the picture. Is there one person you trust? You can tell them first.",
  protected_choice:
    "You choose, and there is no hurry. Leave them locked until you have asked somebody: that needs nothing from you. Or delete all of them for good, without a trace: holdfast erase {vault} --locked",
  protected_ask:
    "Leave them locked for now (press Enter), or delete them for good (type delete)? You can choose again any day: ",
  protected_left: "They stay locked. Nothing was deleted.",
  words_made:
    "{exhibit}  {name}\n         the words of {from}, {items, plural, one {# item} other {# items}}",
  words_kept:
    "These are words only. They can be in a copy for the police, and nothing else of the locked files is.",
  words_none:
    "There are no words to write out: nothing that is locked holds any, or they were written out before.",
  mistake_words: "everyone was 18 or over",
  mistake_ask:
    "This case keeps words only, because somebody in the pictures is, was or may have been under 18.\nIf that answer was a mistake, and everyone in your pictures was 18 or over when they were taken, type: {words}\nIf you are not sure, just press Enter. Leaving it as it is, is a good choice. ",
  mistake_not_confirmed: "Nothing was changed: this case keeps words only.",
  usage_mistake:
    "--mistake takes back an answer that was wrong. It goes with --pictures all-adult.",
  usage_mistake_not_interactive:
    "This asks before it opens pictures again. Run it in a terminal, or add --yes.",
  facts_say_protected:
    "What you said about this case is that somebody is, was or may have been under 18. If that was a mistake, put it right first (holdfast facts <case> --set facts.json), then take the answer back. Nothing was changed.",
  cancelled_between:
    "Stopped, as you asked. What was done before that is done, and the rest is as it was.",
  erase_locked_list: "Everything that is locked:",
  erase_locked_confirm:
    "Delete {count, plural, one {it} other {all # of them}} for good, without a trace? This cannot be undone. (yes / no): ",
  erase_words_too:
    "{count, plural, one {The words that were read from it go too} other {The words that were read from # of them go too}}. To keep those first: holdfast words <case>",
  nothing_locked: "Nothing in this case is locked. Nothing was removed.",

  facts_zone_unknown: "not known yet",
  facts_exhibit:
    "{exhibit}  {name}\n         {format}, {size}, added {added} (UTC, by this device’s clock){locked, select, yes {, locked} other {}}",
  facts_changed: "What you said is kept.",
  facts_empty: "Nothing is kept in this case yet.",

  // export
  export_done:
    "The copy is ready: {out} ({size}, {exhibits, plural, one {# file} other {# files}}{encrypted, select, yes {, encrypted} other {, not encrypted}}).\n\nIts proof number is\n  {seal}\nWrite it down apart from the copy. With it, anybody can see whether one bit was changed since.",
  export_timestamped:
    "A time-stamp by {authority} says that it existed no later than {time} (UTC).",
  export_plain_warning: "This copy is not encrypted: whoever has the file can read it.",
  export_platform_whole:
    "What you named is in this copy whole: a chat with every message in it. Most platforms ask for words in a form; send this only where they ask for files, and look into it first.",
  export_how_to_check: "How to check it without Holdfast stands in VERIFY.txt inside.",

  // verify
  verify_findings: "{count, plural, =0 {Nothing to remark.} one {# remark:} other {# remarks:}}",
  verify_seal: "Seal: {seal}",
  verify_line: "line {line}",
  verify_entry: "entry {seq} of the log",

  // stamp
  stamp_request_written:
    "The request is in {request}. It holds one number made from the copy and a random one, nothing else.\nSend it to a time-stamp authority, then take the answer in: holdfast stamp {subject} --tsr <answer>",
  stamp_done: "Time-stamped by {authority}: existed no later than {time} (UTC).",

  // backup, restore, erase
  backup_done:
    "The backup is in {out} ({size}). It opens with the passphrase of this case, as that was today.",
  restore_done:
    "The case is back in {vault}: {exhibits, plural, =0 {nothing is kept in it} one {# file is kept in it} other {# files are kept in it}}. From here on it goes its own way; the old one and this one are not put together again.",
  passphrase_done:
    "{vault} opens with the new passphrase now, and with nothing else. All its keys are new and the old ones are destroyed. Copies and backups that were made before still open with the old passphrase: make a new backup, and destroy the old ones if somebody may know it.",
  ask_card: "The sixteen words of card {number}, or nothing when there are no more: ",
  shares_given:
    "{count, plural, other {# cards}} are in {out}. Any {threshold} of them open this case together.\n\nPrint them, give each to one person, and delete the folder: whoever has it can open the case. Write down for yourself who has one.\nIf the passphrase is lost: holdfast passphrase <case> --cards",
  shares_taken_back:
    "The cards that were given out do not open this case any more. A backup or a copy that was made before still opens with them.",
  shares_none: "No cards had been given out.",
  shares_bounds:
    "Say for how many people, how many of them are enough, and where the pages go: --people 3 --enough 2 --out <folder>. There can be up to {most} people, and at least 2 must be needed.",
  shares_one_of_both:
    "Give out cards with --out, or take them back with --take-back: not both at once.",
  shares_given_already:
    "Cards have been given out before, and they still open this case. Take them back first: holdfast shares <case> --take-back. No new ones were made.",
  cards_missing: "No card was given. Nothing was changed.",
  card_file_not_readable: "{name} could not be read ({cause}). Nothing was changed.",
  cards_open_nothing:
    "These cards do not open this case. They may have been taken back, be of another case, or have a wrong word. Nothing was changed.",
  share_words_unknown:
    "On card {share}, some words are not in the list: number {places}. Check how they are spelled.",
  share_wrong:
    "Card {share} does not fit together ({count} words; there must be 16). A word may be wrong or out of its place.",
  share_from_newer_version: "Card {share} was made by a newer version of Holdfast.",
  share_given_twice: "Card {share} was given twice. Use another one.",
  shares_of_different_sets:
    "These cards do not belong together: card {shares} is of another set than the first.",
  shares_too_few:
    "{needed} cards are needed, and {given, plural, one {# was} other {# were}} given.",
  erase_done:
    "{exhibit} is gone: its key, its bytes and every word of it are destroyed. The record says only that something was removed. Storage of phones and laptops can keep old traces that nobody can overwrite; without the key they cannot be read.",
  erase_confirm: "Remove {exhibit} ({name}) for good? This cannot be undone. (yes / no): ",
  erase_not_confirmed: "Nothing was removed.",
  recovered_unfinished:
    "An earlier command was cut short: {count, plural, one {# unfinished file was} other {# unfinished files were}} cleared away. Everything kept before is whole. Add again what is not there.",
  inbox_key_replaced:
    "The key for things that are shared while this case is locked was not the one that this case had made. It was made anew, and everything kept before is whole. If you did not do this yourself: somebody may have changed the files of this case and could read what was shared meanwhile.",
  rotation_finished:
    "A change of all keys had been cut short. It is finished now: the new passphrase opens this case, and the old keys are destroyed.",
  rotation_undone:
    "A change of all keys had been cut short. This case is as it was before, with everything in it. You can start the change again.",
  rotation_not_verified:
    "The keys were not changed: the new copy was not the same as the case ({cause}). It was taken away again. This case is as it was.",
  rotation_not_finished:
    "The new passphrase opens this case, and the old keys are destroyed. Some clearing away is left ({cause}); it happens the next time the case is opened.",
  inbox_not_made:
    "There was no room to prepare this case for things that are shared while it is locked. Everything else works. It is tried again the next time.",

  // assess, plan
  assess_left_out:
    "{count, plural, one {The oldest message was left out} other {The # oldest messages were left out}}: there was no room for all.",
  assess_next: "What to do now: holdfast plan, with the same words after it.",
  plan_why: "What this is made from: holdfast assess, with the same words after it.",

  // serve
  serve_at:
    "The app is at {url}\nThe page for whoever receives a copy is at {url}verify.html\nBoth answer this computer only. Stop with Ctrl-C.",
  serve_other_port:
    "Port {wanted} is taken, so it is {port} this time. What the browser kept under {wanted} does not show here.",
  serve_no_browser: "No browser could be opened here. The address is {url}",
  app_not_built: "The app is not built yet: run `npm start` or `npm run build` first.",
  port_not_usable:
    "The app cannot be served on this port ({cause}). Another one: holdfast serve --port 5000",

  // Progress
  progress_sealing: "Keeping {subject}: {done} of {total}",
  progress_reading: "Reading {subject}: {done}",
  progress_indexing: "Making it searchable: {done} of {total}",
  progress_exporting: "Writing the copy: {done} of {total}",
  progress_verifying: "Checking: {done} of {total}",
  "progress_backing-up": "Writing the backup: {done} of {total}",
  progress_restoring: "Bringing it back: {done} of {total}",
  amount_messages: "{count, plural, one {# message} other {# messages}}",
  amount_files: "{count, plural, one {# file} other {# files}}",

  // Head of the help
  help_usage: "Usage",
  help_options: "Options",
  help_examples: "Examples",
  help_commands: "Commands",
  help_head:
    "holdfast {version}: keeps proof of what threatens you, unchanged and locked. Everything stays on this computer until you hand it over.",
  help_more: "Each command explains itself: holdfast <command> --help",
  help_exit_codes:
    "Exit codes: 0 done; 1 done with findings (not all taken in, or verification failed); 2 wrong usage; 3 cannot open.",

  // Errors: usage
  usage_unknown_command: "There is no command “{name}”. All commands: holdfast --help",
  usage_wrong: "{detail}\nHow it is used: holdfast {command} --help",
  usage_arguments:
    "holdfast {command} needs other words after it. How it is used: holdfast {command} --help",
  usage_pictures: "--pictures takes all-adult or protected.",
  usage_date: "“{value}” is not a date. Write it as 2026-03-05 or 2026-03-05T21:14.",
  usage_kind: "There is no kind “{value}”. The kinds: {kinds}.",
  usage_number: "“{value}” is not a whole number above zero.",
  usage_party:
    "Nobody in this case is called “{value}”. Name a party of the facts, or a handle just as it stands on the timeline.",
  usage_platform_items:
    "Name what the platform must see with --items ev-…: a copy for it never holds the whole case. Most platforms ask for words in a form and not for files: choose as little as shows the matter, best one picture or one message, since a chat goes out whole, with everything that stands in it. All that is kept: holdfast facts {vault}",
  usage_ally_items:
    "Name what they should see with --items ev-…: a copy for somebody you trust never holds the whole case. They need little to stand by you. All that is kept: holdfast facts {vault}",
  usage_recipient: "--for takes police, lawyer, ally, workplace, platform or self.",
  usage_exhibit:
    "Nothing in this case is called “{value}”. All that is kept: holdfast facts {vault}",
  usage_encryption:
    "Say how the copy is to leave: --age-passphrase, --age-recipient <key>, or --plain if it may be read by whoever has the file.",
  usage_encryption_one: "Only one of --age-passphrase, --age-recipient and --plain can be used.",
  age_recipient_wrong: "This is not an age key ({cause}). A key begins with age1.",
  usage_stamp: "Say one of --tsa <address>, --tsq <file to write> or --tsr <answer to read>.",
  usage_origin: "--origin takes imported, received-export, from-other-person or captured-here.",
  usage_seal: "The seal is 64 characters of 0–9 and a–f; spaces between groups do not matter.",
  usage_not_interactive:
    "This asks before it removes anything. Run it in a terminal, or add --yes.",

  usage_assess:
    "Name a case, a text (--text), a mail (--eml) or facts (--facts); of a text and a mail only one. How it is used: holdfast {command} --help",
  usage_facts_json:
    '{name} does not hold facts. It is JSON that looks like this: \'{\'"who": "stranger", "paid": false\'}\'',
  usage_facts_key: "“{key}” in {name} is not a fact that Holdfast knows. The facts: {keys}.",
  usage_facts_value: "“{key}” in {name} has a value that does not fit. It takes: {values}.",

  // Errors: secrets
  passphrase_missing:
    "A passphrase is needed. Type it when asked, or name a file with --passphrase-file, or set HOLDFAST_PASSPHRASE.",
  passphrase_file_not_readable: "The passphrase file could not be read ({cause}).",
  passphrases_differ: "The two passphrases were not the same. Nothing was changed; try again.",
  passphrase_empty: "The passphrase is empty. Nothing was changed.",

  // Errors: files
  file_not_readable: "{name} could not be opened ({cause}). Nothing was changed.",
  text_too_large:
    "{name} is larger than a threat can be. Keep the part that matters in a file of its own.",
  not_a_mail: "{name} is not a mail that can be read. If it is a text: --text {name}",
  content_missing: "A file of what Holdfast knows is not there ({name}). Please build it anew.",
  content_unreachable: "A file of what Holdfast knows could not be read ({name}).",
  content_changed: "A file of what Holdfast knows was changed ({name}). Nothing of it is used.",
  content_misfit: "A file of what Holdfast knows is not as it should be ({name}).",
  file_exists: "{name} is there already. Choose another name, so that nothing is overwritten.",
  file_not_written: "{name} could not be written ({cause}). What was begun was removed.",
  path_not_found: "There is nothing at this path ({cause}).",
  path_is_link: "This is a link to somewhere else. Name the file itself if you want it kept.",
  path_not_a_file: "This is neither a file nor a folder.",
  folder_not_readable: "This folder could not be read ({cause}).",
  folder_too_deep: "Folders lie in one another too deep here; what is below was not read.",
  facts_not_readable:
    "The facts in {name} could not be read: {cause}. The facts in the case are as they were.",

  // Errors: keeping
  picture_question_open:
    "This is or may hold a picture, and the question was not answered whether everyone in the pictures was 18 or over. Until it is, no picture is kept. Answer with: holdfast facts <case> --pictures all-adult (or protected).",
  picture_not_kept:
    "Pictures are not kept in this case. Leave it where it is; don’t copy or send it. Police may ask to look.",
  recording_not_kept:
    "Recordings are not kept in this case. Leave it where it is; don’t copy or send it. Police may ask to look.",
  file_not_kept:
    "This case keeps words only, and it cannot be known what else this file holds. Leave it where it is.",
  source_failed:
    "The file could not be read to its end ({cause}). Nothing of it was kept; everything kept before is whole.",
  cancelled:
    "Stopped before it was finished. Nothing of it was kept; everything kept before is whole.",

  cancelled_reading:
    "Stopped before it was finished, as you asked. Nothing was changed, and nothing was decided about this copy.",
  restore_cancelled:
    "Stopped before it was finished, as you asked. What had been brought back so far was removed again; the backup is as it was.",
  unfinished_cleared:
    "An earlier command was cut short while it made a case in {name}. What it had left there was cleared away; nothing else was touched.",

  // Errors: the device
  disk_full:
    "There is no room left on the device. Everything kept before is whole. Make room, then do this again.",
  not_found: "{name} is not there.",
  in_use: "Another program has this case open. Close it there, then try again.",
  not_permitted: "This place cannot be written to or read ({name}).",
  device_failed: "The device gave an error ({cause}). Everything kept before is left as it was.",

  // Errors: opening
  unlock_too_soon:
    "There were several wrong passphrases in a row. Wait a minute at most, then try again. Nothing was changed.",
  wrong_passphrase:
    "This passphrase does not open the case. Nothing was changed. Check capital letters and spaces, and try again.",
  header_damaged:
    "Both copies of the small file that holds the locked keys are damaged. Without it nothing can open this case; take it from a backup (holdfast restore).",
  not_a_vault: "There is no case in {name}.",
  database_unreadable:
    "The case’s database is not there, cut short or damaged. Nothing was changed, and no new one was made in its place. A backup opens with: holdfast restore",
  database_damaged:
    "The case’s database is damaged. It was left as it is. A backup opens with: holdfast restore",
  vault_in_use: "Another program has this case open. Close it there, then try again.",
  vault_exists:
    "There is a case in {name} already, or a part of one. Choose a new folder. Nothing was changed.",
  folder_not_empty: "{name} is not empty. Choose a new folder for the case. Nothing was changed.",
  vault_from_newer_version:
    "This case was made by a newer Holdfast. Get the newer one to open it; nothing was changed.",
  vault_damaged:
    "The case is damaged ({cause}). It was left as it is. A backup opens with: holdfast restore",
  kept_bytes_damaged:
    "Some of what is kept here is damaged. Everything else is whole. The original may still be on the phone; a backup may hold it.",
  blob_damaged:
    "The kept bytes of {name} are damaged. The original may still be on the phone; a backup may hold it.",
  picture_locked:
    "{name} is locked: this case keeps pictures closed. It can be removed for good with holdfast erase, or stay locked.",
  no_such_exhibit: "Nothing in this case is called {name}.",
  not_a_backup: "{name} is not a backup of a case. Nothing was written.",
  recovery_words_unknown: "Some of the recovery words are not in the list. Check the spelling.",
  recovery_words_wrong:
    "The recovery words do not fit together. Check their order and their number.",
  backup_damaged: "The backup is damaged or cut short. Nothing was written.",

  // Errors: bags and stamps
  bag_not_readable: "{name} is not a copy of a case that can be read ({cause}).",
  bag_needs_passphrase:
    "This copy is encrypted. Its passphrase comes from the prompt, or from HOLDFAST_AGE_PASSPHRASE.",
  bag_wrong_passphrase: "This passphrase does not open the copy.",
  bag_encrypted_stamp:
    "This copy is encrypted. Open it first (age -d), stamp it, then encrypt it again.",
  export_blob_differs:
    "What is kept of {name} is no longer the same as when it was kept. The copy was not written.",
  export_nothing: "There is nothing to hand over with this choice.",
  nothing_to_export: "There is nothing to hand over with this choice.",
  no_such_parent: "The earlier full copy is not known in this case.",
  original_changed:
    "What is kept of {name} is no longer the same as when it was kept. The copy was not written.",
  original_unreadable:
    "What is kept of {name} could not be read ({cause}). The copy was not written.",
  exhibit_not_in_log: "The record of this case does not know {name}. The copy was not written.",
  export_not_recorded:
    "The record changed while the copy was being written. The copy was not written; try again.",
  export_withdrawn: "{name} was taken back and was left out.",
  pictures_protected: "This case was set to keep no pictures. That is not changed in passing.",
  stamp_twice_already: "This copy has two time-stamps already. Nothing was changed.",
  export_locked: "{name} is locked and was left out.",
  tsa_address_wrong: "“{cause}” is not an address of a time-stamp authority.",
  tsa_not_reached:
    "The time-stamp authority could not be reached ({cause}). The copy itself is unaffected; try again later.",
  tsa_refused: "The time-stamp authority refused ({cause}). The copy itself is unaffected.",
  tsa_answer_too_large: "The time-stamp authority’s answer was too large and was not read.",
  tsr_not_accepted: "The time-stamp does not fit: {cause}. It was not added.",
  tsr_root_unknown:
    "The time-stamp fits, but its authority’s root certificate is not one that you gave (--tsa-root).",

  // A bug
  internal_error:
    "Something went wrong inside Holdfast. It is our fault, not yours. Please report it with the lines below; leave out names in them.",
} as const;

export type CliMessageCode = keyof typeof cliMessages;
