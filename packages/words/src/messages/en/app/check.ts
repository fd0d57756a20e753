/** Checking a copy that somebody gave. ICU messages. */
export const checkMessages = {
  check_title: "Check a package",
  check_lead: "Find out if what you were given is unchanged. It stays on this device.",
  check_file_do: "Choose the file",
  check_folder_do: "Choose a folder",
  check_drop: "You can also drop the file or the folder here.",
  check_running: "Checking {name}. Each file in it is read.",
  check_stopped: "You stopped it. Nothing was changed.",
  check_nothing: "No file was found in it. Choose it with the button.",
  check_locked_title: "This package is locked",
  check_locked_lead: "Who gave it to you has its words.",
  check_locked_key_lead: "It is locked for a key. Paste the line that begins with AGE-SECRET-KEY-.",
  check_words_label: "The words of the package",
  check_key_label: "The key",
  check_open_do: "Open and check",
  check_opening: "Opening. This takes a few seconds on purpose: it makes guessing slow.",
  check_other_do: "Check another one",
  check_verdict_not_a_bag: "This is not a package of ours",
  check_verdict_not_a_bag_means:
    "It may be another file, or only a part of one. Choose the .zip, the .zip.age or the folder that you were given.",
  check_verdict_broken: "Something in it does not fit",
  check_verdict_broken_means:
    "At least one file or list is not what it was when the package was made. Each place stands below. The rest fits, as far as it could be checked.",
  check_verdict_not_anchored: "All of it fits together",
  check_verdict_not_anchored_means:
    "No file differs from its lists. But somebody who changed a file could have made new lists. Compare the check number that you got by another way.",
  check_verdict_anchored_by_seal: "It is unchanged",
  check_verdict_anchored_by_seal_means:
    "Every file is as it was when the check number was written down. That does not show who wrote a message, or that all is there.",
  check_verdict_anchored_by_timestamp_root_known: "It is unchanged since {when}",
  check_verdict_anchored_by_timestamp_root_known_means:
    "{authority}, which you trust, stamped it then. That does not show who wrote a message, or that all is there.",
  check_verdict_anchored_by_timestamp_root_unknown: "All of it fits, and so does a time stamp",
  check_verdict_anchored_by_timestamp_root_unknown_means:
    "{authority} says that it was there no later than {when}. You have not said that you trust it, and a forger could bring a stamp of their own. Compare the check number too.",
  check_experts_title: "For experts: all findings, in their own words",
  check_experts:
    "The findings use the words of experts: the bag is the package, and the seal is its check number.",
  check_number_title: "Compare the number on your paper",
  check_number_lead:
    "Who gave you the package may have a check number for you, on paper or by phone. Type it here.",
  check_number_label: "Check number",
  check_number_hint: "64 signs in groups of four. Spaces don’t matter.",
  check_number_do: "Compare",
  check_number_is: "The number of this package",
  check_number_is_full: "The number of the whole it was taken from",
  check_found_title: "What was found",
  check_found:
    "{count, plural, =0 {All that could be checked fits.} one {One place does not fit.} other {# places do not fit.}}",
  check_group: "{title}: {count}",
  check_group_faults: "{title}: {faults, plural, one {one does not fit} other {# do not fit}}",
  check_part_container: "The file as it came",
  check_part_files: "The files in it",
  check_part_exhibits: "The things that were kept",
  check_part_record: "The list of what was done with them",
  check_part_number: "The check number and the time stamps",
  check_part_some: "It does not fit.",
  check_place_changed: "It was changed.",
  check_place_added: "It was added.",
  check_place_not_there: "It is listed, and is not there.",
  check_place_renamed: "It has another name now.",
  check_place_unreadable: "It can’t be read.",
  check_place_does_not_fit: "It does not fit.",
  check_places_more:
    "{count, plural, one {One more place stands} other {# more places stand}} in the list for experts.",
  check_more_to_know: "There is more to know about it. It stands in the list for experts.",
  check_line: "line {line}",
  check_entry: "entry {seq}",
  check_more_do: "Show all of them",
  check_facts_title: "What was checked",
  check_facts:
    "{files, plural, one {One file} other {# files}}, {size}. {exhibits, plural, =0 {No things kept} one {One thing kept} other {# things kept}}.",
  check_stamp: "Time stamp: {when}, by {authority}.",
  check_roots_title: "For experts: trust a time stamp office",
  check_roots_lead:
    "Choose the root certificate of the office, as a PEM file from its own site. Then it is checked again.",
  check_roots_do: "Choose the PEM file",
  check_shows_title: "What this shows, and what it does not",
  check_shows:
    "It shows if a file was changed, added, taken out or given another name since the package was made.",
  check_shows_not:
    "It does not show who wrote a message, that a picture is real, that all is there, or that a clock was right.",
  check_shows_tools:
    "You don’t have to trust this page. VERIFY.txt in the package has the same steps for other programs.",
} as const;
