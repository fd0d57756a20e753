import type { FindingCode } from "@holdfast/evidence";

/**
 * One sentence a finding, in ICU syntax. The file that it is about is shown beside it. Members whose name ends in "At"
 * come as words. Total: a new code does not compile without a sentence.
 */
export const findingMessages: Readonly<Record<FindingCode, string>> = {
  // The container and the names in it.
  input_not_a_bag: "This is not a case bag: none of the files that every bag has are in it.",
  input_unreadable: "This cannot be read.",
  zip_damaged:
    "The zip file is damaged. It may not have been copied or downloaded to its end. Ask for it again.",
  zip_entry_repeated: "Two files in the zip have the same name. Only the first was checked.",
  zip_entry_encrypted: "A file in the zip is locked with a password, and was not checked.",
  zip_entry_method_unknown:
    "A file in the zip is packed in a way that is not known here, and was not checked.",
  zip_entry_damaged: "This file is damaged in the zip and could not be read.",
  zip_entry_is_link: "An entry of the zip only points to another place. It was not followed.",
  zip_trailing_bytes:
    "There are bytes before or behind the zip’s own, which belong to no file. They change nothing in the bag.",
  zip_outside_folder:
    "This file lies beside the bag’s folder, not in it. It is not part of the bag.",
  path_unsafe:
    "This name could lead out of the folder when it is unpacked. The file was not opened.",
  path_not_plain: "No bag is made with a name like this.",
  limit_too_many_files:
    "There are more files than are checked here ({maximum}). The rest was not checked.",
  limit_file_too_large: "This file is too large for what it should be, and was not read.",
  limit_custody_too_long:
    "The custody log is longer than is checked here ({maximum} lines). The rest was not checked.",
  limit_findings_cut:
    "There are {count} more findings, which are not listed. All of them were counted.",
  // BagIt.
  bagit_missing: "The file that says that this folder is a bag is missing.",
  bagit_malformed: "The file that says that this folder is a bag is not as it is always written.",
  bag_info_missing: "The file with the bag’s name and size is missing.",
  bag_info_malformed: "A line of the bag’s information cannot be read.",
  bag_info_oxum_differs:
    "The bag should hold {wantedFiles, plural, one {# file} other {# files}} with {wantedBytes, number} bytes, and holds {foundFiles} with {foundBytes, number}. Something is missing, was added or was changed.",
  bag_info_oxum_missing: "The bag does not say how large it should be.",
  manifest_missing: "A list of the files and their hashes is missing.",
  manifest_line_malformed: "A line of this list cannot be read.",
  manifest_line_repeated: "This list has {name} twice.",
  manifest_path_unsafe: "A line of this list names a path that no bag has: {name}",
  manifest_not_sorted: "This list is not in its order. Its content counts all the same.",
  manifests_list_differently: "This file stands in one of the two lists and not in the other.",
  tag_manifest_missing: "The list of the lists is missing. The seal is its hash.",
  tag_manifest_incomplete:
    "The list of the lists does not have {name}, so a change of it could not be seen.",
  file_missing: "This file is listed, and is not here.",
  file_extra: "This file was added: it is in no list.",
  file_renamed:
    "This file was renamed. In the lists it is called {from}. Its content is unchanged.",
  file_changed: "This file was changed after the bag was made.",
  file_digests_disagree:
    "One of this file’s two listed hashes is right and the other ({wrong}) is wrong. The list was changed, not the file.",
  file_unreadable: "This file could not be read to its end.",
  // The case's own files.
  case_missing: "The file that describes the case is missing.",
  case_malformed: "The file that describes the case cannot be read.",
  case_other_bag: "The case calls this bag {found}, and the bag calls itself {wanted}.",
  case_exhibits_differ:
    "The case lists {wanted, plural, one {# exhibit} other {# exhibits}}, and the bag holds {found, plural, one {# exhibit} other {# exhibits}} or others.",
  timeline_missing: "The timeline is missing.",
  report_absent: "There is no report in this bag. The exhibits can be checked without it.",
  verify_text_absent: "The instructions for checking by hand are missing.",
  json_not_canonical:
    "This file is not written in its one agreed form. Somebody may have edited it.",
  // The exhibits.
  item_malformed: "The description of this exhibit cannot be read.",
  item_original_missing: "The original {name} that this describes is not here.",
  item_original_changed: "This original is not the one that its description was made of.",
  item_moved: "This description belongs to another exhibit ({id}).",
  item_folder_unknown_file:
    "This file lies with an exhibit, and its description does not mention it.",
  items_list_missing: "The list of the exhibits is missing.",
  items_list_not_padded:
    "The list of the exhibits has {count} lines, and should have a multiple of 32.",
  item_not_listed: "This exhibit is not in the list of the exhibits.",
  item_list_differs: "The list of the exhibits has another hash for this description.",
  item_not_in_custody: "The custody log does not say that this exhibit was taken in.",
  item_custody_differs: "The custody log recorded another file for this exhibit.",
  item_custody_not_opened:
    "When this exhibit was taken in is not opened in this copy. That is no fault.",
  parent_malformed: "What came along of the full bag does not fit together.",
  parent_item_not_listed: "This exhibit is not in the list of the full bag.",
  parent_fits:
    "{count, plural, =0 {This copy was} one {The exhibit in this copy was} other {All # exhibits in this copy were}} taken from the full bag whose seal stands in the details.",
  // The custody log.
  custody_missing: "The custody log is missing.",
  custody_line_malformed: "A line of the custody log cannot be read.",
  custody_line_not_canonical:
    "A line of the custody log is not in its one agreed form. It was edited.",
  custody_seq_wrong:
    "A line of the custody log has the wrong number; {wanted} should stand here. A line was taken out, added or moved.",
  custody_link_broken:
    "This line does not follow the line before it. One of them was changed, taken out or moved.",
  custody_opening_malformed: "The details of an entry cannot be read.",
  custody_opening_repeated: "The details of this entry stand here twice.",
  custody_opening_without_line:
    "There are details of an entry that the custody log does not have. A line was taken out.",
  custody_opening_differs: "The details of this entry are not those that were recorded.",
  custody_not_opened:
    "{count, plural, one {# entry of the custody log is} other {# entries of the custody log are}} not opened in this copy. That is no fault: a copy shows only what is about its own exhibits, and some entries say nothing. Their number says nothing either.",
  custody_last_not_export:
    "The custody log does not end with the making of this bag. Its end may have been cut off.",
  custody_last_not_opened:
    "The last entry of the custody log is not opened in this copy. That is no fault.",
  custody_count_differs:
    "The custody log has {found, plural, one {# line} other {# lines}}, and had {wanted} when the bag was made.",
  custody_export_other_bag: "The custody log ends with the making of another bag: {found}.",
  custody_export_lists_differently:
    "The custody log lists other exhibits for this bag than the case does.",
  // Anchors.
  seal_fits: "The seal that you gave is the seal of this bag.",
  seal_fits_parent:
    "The seal that you gave is that of the full bag. It holds the exhibits in this copy, not its report and timeline.",
  seal_differs: "The seal that you gave is not the seal of this bag.",
  seal_malformed: "The seal that you gave cannot be read. It has 64 characters: 0–9 and a–f.",
  no_anchor:
    "Nothing from outside holds this bag: no seal was given and it has no time stamp that fits. If somebody changed a file and then made all lists anew, or cut off the end of the custody log, this check cannot see it. Ask for the seal by another way than the one the bag came by.",
  timestamp_fits: "{authority} confirmed that this existed no later than {stampedAt}.",
  timestamp_malformed: "This time stamp cannot be read.",
  timestamp_is_bare_token:
    "This is only the inner part of a time stamp. It was checked; some programs refuse it in this form.",
  timestamp_not_granted: "The authority did not give a time stamp (answer {status}).",
  timestamp_imprint_algorithm: "This time stamp is not made of a SHA-256 hash.",
  timestamp_imprint_differs: "This time stamp belongs to something else than what is here.",
  timestamp_nonce_differs:
    "This time stamp is not the answer to the request that was kept with it.",
  timestamp_nonce_missing:
    "The answer leaves out the random number of the request, so it could be the answer to an earlier one.",
  timestamp_content_type_wrong: "What was signed is not a time stamp.",
  timestamp_signer_count: "A time stamp has one signer; this one has {count}.",
  timestamp_signer_missing: "The certificate of the one who signed is not there.",
  timestamp_purpose_missing: "The certificate of {authority} is not made for time stamps.",
  timestamp_purpose_not_critical:
    "The certificate of {authority} does not restrict itself to time stamps as it must.",
  timestamp_purpose_not_sole:
    "The certificate of {authority} is made for other things than time stamps, too.",
  timestamp_signer_not_bound:
    "The signature does not name its own certificate, as a time stamp must.",
  timestamp_attributes_wrong: "The signed part of this time stamp is not complete.",
  timestamp_digest_differs: "What the authority signed was changed.",
  timestamp_algorithm_unknown: "This time stamp is signed in a way that cannot be checked here.",
  timestamp_signature_wrong: "The signature of this time stamp is wrong.",
  timestamp_certificate_not_valid_then:
    "The certificate of {name} was not valid at the time of the stamp ({stampedAt}): it runs from {notBeforeAt} to {notAfterAt}.",
  timestamp_certificate_extension_unknown:
    "The certificate of {name} asks for a check that is not known here ({oid}).",
  timestamp_chain_incomplete:
    "Who vouches for {name} is not in the bag, so the time stamp cannot be followed to a root.",
  timestamp_root_unknown:
    "The time stamp leads to {root}, which you have not named as trusted. A forger could bring his own: compare it with the certificate on the authority’s site.",
  timestamp_weak_algorithm:
    "The time stamp rests on {algorithm}, which is too weak by today’s measure.",
  timestamp_renew_by:
    "The certificate of {authority} ends on {endsAt}. The time stamp stays good; have it stamped again before {renewAt}.",
  timestamp_not_checked:
    "Time stamps cannot be checked in this program: it has no access to the cryptography that they need.",
  timestamp_orphan: "This is a time stamp of {name}, which is not here.",
  roots_unreadable: "The trusted certificate that you gave cannot be read.",
  signature_file_unknown: "This file may lie here. What it is was not checked.",
  witness_fits: "This is the request for the time stamp. It fits.",
  witness_request_other:
    "This is a request for a time stamp of something that is not in this copy.",
  witness_request_malformed: "This request for a time stamp cannot be read.",
};

/** The answer to the whole check: a calm sentence first, and what it means. */
export const verdictMessages = {
  "not-a-bag": "This is not a case bag.",
  broken: "Something in this bag does not fit.",
  "not-anchored": "Everything in this bag fits together.",
  "anchored-by-seal": "This is the bag that the seal was made of, unchanged.",
  "anchored-by-timestamp-root-known": "This bag is unchanged since {stampedAt}.",
  "anchored-by-timestamp-root-unknown": "Everything fits together, and a time stamp fits too.",
} as const satisfies Readonly<Record<string, string>>;

export const verdictMeanings = {
  "not-a-bag":
    "It may be another file, or only a part of one. Nothing was changed. Choose the .zip, the .zip.age or the folder that you were given.",
  broken:
    "At least one file, list or log entry is not what it was when the bag was made. Below stands each place. What is not named there was checked and fits.",
  "not-anchored":
    "No file differs from the lists in the bag, and the custody log is whole. But nothing from outside the bag was there to compare it with: somebody who changed a file could have made new lists. Ask for the seal by another way, and check again.",
  "anchored-by-seal":
    "Every file is as it was when the seal was written down. That shows no change since; it does not show who wrote a message, or that nothing is missing.",
  "anchored-by-timestamp-root-known":
    "{authority}, which leads to a root that you trust, confirmed this state. That shows no change since; it does not show who wrote a message, or that nothing is missing.",
  "anchored-by-timestamp-root-unknown":
    "{authority} says that this state existed no later than {stampedAt}. You have not named its root as trusted, and a forger could bring his own. Compare the certificate, or ask for the seal.",
} as const satisfies Readonly<Record<keyof typeof verdictMessages, string>>;

export const findingGroupTitles = {
  container: "The file as it came",
  files: "Files and lists",
  exhibits: "Exhibits",
  custody: "Custody log",
  anchor: "Seal and time stamps",
} as const satisfies Readonly<Record<string, string>>;

export const severityMessages = {
  fault: "Does not fit",
  caution: "To know",
  note: "Note",
} as const satisfies Readonly<Record<string, string>>;
