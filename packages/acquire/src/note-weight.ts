import type { NoteCode } from "@holdfast/evidence";

/**
 * What a remark means for the person.
 *
 * - `quiet`: bookkeeping that shows where every byte went; in the JSON answer, not on the screen.
 * - `tell`: worth knowing, and nothing is missing.
 * - `finding`: something in the file was damaged, refused or not read: the exit code says so too.
 */
export type NoteWeight = "quiet" | "tell" | "finding";

export const noteWeights: Readonly<Record<NoteCode, NoteWeight>> = {
  byte_order_mark: "quiet",
  blank_lines: "quiet",
  text_before_first_message: "tell",
  mail_preamble: "quiet",
  archive_structure: "quiet",
  archive_folder: "quiet",
  media_belongs_to_chat: "quiet",
  date_order_decided: "tell",
  date_order_ambiguous: "tell",
  calendar_converted: "tell",
  export_maybe_cut: "tell",
  no_known_format: "tell",
  text_not_read: "tell",
  not_a_chat: "tell",
  metadata_unreadable: "tell",
  invalid_utf8: "finding",
  nul_bytes: "finding",
  line_too_long: "tell",
  header_unreadable: "finding",
  date_unreadable: "finding",
  mime_damaged: "finding",
  mime_too_deep: "finding",
  mime_too_many_parts: "finding",
  mail_too_large: "finding",
  archive_damaged: "finding",
  file_truncated: "finding",
  entry_path_unsafe: "finding",
  entry_encrypted: "finding",
  entry_method_unknown: "finding",
  entry_size_lies: "finding",
  entry_checksum_wrong: "finding",
  entry_too_large: "finding",
  entry_is_link: "finding",
  entry_name_repeated: "finding",
  entry_overlaps: "finding",
  archive_too_many_entries: "finding",
  archive_expands_too_much: "finding",
  archive_too_deep: "finding",
  picture_not_kept: "finding",
  recording_not_kept: "finding",
  file_not_kept: "finding",
  parser_stopped: "finding",
  parser_timed_out: "finding",
};
