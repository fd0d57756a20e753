import type { NoteCode } from "@holdfast/evidence";

import type { Template } from "../../template.ts";

/** One sentence a note; `{detail}` stands where the note has one. Total: a new code does not compile without it. */
export const noteMessages: Readonly<Record<NoteCode, Template>> = {
  byte_order_mark:
    "A mark at the start of the file that says how its text is written. It is no message.",
  blank_lines: "Empty lines.",
  text_before_first_message: "Text that stands before the first message.",
  mail_preamble: "Text outside the parts of the mail, which mail programs do not show.",
  archive_structure: "The zip file's own table of contents.",
  archive_folder: "A folder in the zip file.",
  media_belongs_to_chat: "A file that belongs to a message of the chat.",
  date_order_decided: "The dates of the whole file show how they are to be read: {detail}.",
  date_order_ambiguous:
    "Day and month could be the other way round in this file. They were read as {detail}.",
  export_maybe_cut:
    "The app may have left out older messages when it made this file. Apps cut long chats.",
  no_known_format: "This kind of file is not known here. It is kept whole, and not read.",
  not_a_chat: "This text is not a chat that can be read message by message. It is kept whole.",
  metadata_unreadable: "The file's own data about itself could not be read.",
  invalid_utf8: "Some characters are damaged in the file.",
  nul_bytes: "There are zero bytes in the text, where no text program puts them.",
  line_too_long: "A line is too long to be read. It is kept in the original.",
  header_unreadable: "A mail header could not be read. It is kept in the original.",
  date_unreadable: "A date could not be read. It is kept in the original.",
  mime_damaged: "A part of the mail is damaged. It is kept in the original.",
  mime_too_deep: "Mails are packed inside mails too many times. The inner ones were not opened.",
  mime_too_many_parts: "The mail has too many parts. The rest of them were not opened.",
  mail_too_large: "The mail is too large to be read. It is kept whole.",
  archive_damaged: "The zip file is damaged. What could be read was kept.",
  file_truncated: "The file ends too early. It may not have been copied to its end.",
  entry_path_unsafe: "A file in the zip has an unsafe name, and was not opened.",
  entry_encrypted: "A file in the zip is locked with a password, and was not opened.",
  entry_method_unknown: "A file in the zip is packed in a way that is not known here.",
  entry_size_lies: "A file in the zip is not as long as the zip says. It was not opened.",
  entry_checksum_wrong: "A file in the zip is damaged: its checksum is wrong.",
  entry_too_large: "A file in the zip is too large to be opened.",
  entry_is_link: "An entry of the zip only points to another place, and was not followed.",
  entry_name_repeated: "Two files in the zip have the same name.",
  entry_overlaps: "Files in the zip lie over each other. They were not opened.",
  archive_too_many_entries: "The zip holds too many files. The rest of them were not opened.",
  archive_expands_too_much: "The zip grows too much when it is opened. The rest was not opened.",
  archive_too_deep: "Zips are packed inside zips too many times. The inner ones were not opened.",
  picture_not_kept: "A picture was not kept: this case keeps words only.",
  recording_not_kept: "A recording was not kept: this case keeps words only.",
  file_not_kept: "A file was not kept: this case keeps words only.",
  parser_stopped: "Reading stopped here. The file is kept whole.",
  parser_timed_out: "Reading took too long and was stopped. The file is kept whole.",
};
