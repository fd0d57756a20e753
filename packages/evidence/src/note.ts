import { z } from "zod";

import { sourceSpanSchema } from "./source-span.ts";

/**
 * Why a stretch of a source did not become an item, or what must be known about the items beside it.
 * Closed: `words` has a sentence for each, and a new code breaks its build until it has one too.
 */
export const noteCodeSchema = z.enum([
  // What stands in the file and is not an item.
  "byte_order_mark",
  "blank_lines",
  "text_before_first_message",
  "mail_preamble",
  "archive_structure",
  "archive_folder",
  "media_belongs_to_chat",
  // What was decided about the whole file.
  "date_order_decided",
  "date_order_ambiguous",
  "calendar_converted",
  "export_maybe_cut",
  "no_known_format",
  "text_not_read",
  "not_a_chat",
  "metadata_unreadable",
  // What is damaged.
  "invalid_utf8",
  "nul_bytes",
  "line_too_long",
  "header_unreadable",
  "date_unreadable",
  "mime_damaged",
  "mime_too_deep",
  "mime_too_many_parts",
  "mail_too_large",
  "archive_damaged",
  "file_truncated",
  // What was refused in a container; the rest was kept.
  "entry_path_unsafe",
  "entry_encrypted",
  "entry_method_unknown",
  "entry_size_lies",
  "entry_checksum_wrong",
  "entry_too_large",
  "entry_is_link",
  "entry_name_repeated",
  "entry_overlaps",
  "archive_too_many_entries",
  "archive_expands_too_much",
  "archive_too_deep",
  // What a protected case does not keep.
  "picture_not_kept",
  "recording_not_kept",
  "file_not_kept",
  // What stopped.
  "parser_stopped",
  "parser_timed_out",
]);
export type NoteCode = z.infer<typeof noteCodeSchema>;

/** `detail` is a name or a number for the sentence, taken from the source: show it isolated, never as markup. */
export const noteSchema = z
  .strictObject({
    code: noteCodeSchema,
    span: sourceSpanSchema,
    detail: z.string().exactOptional(),
  })
  .readonly();
export type Note = z.infer<typeof noteSchema>;
