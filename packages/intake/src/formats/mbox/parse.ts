import type { Parsed } from "@holdfast/evidence";

import type { ParseInput } from "../../format.ts";
import { type MailPlace, readHeadersOnly, readMail } from "../../mail/read-mail.ts";
import { type MboxPiece, splitMbox } from "./split-mbox.ts";
import { unquoteFrom } from "./unquote-from.ts";

/** Each mail is an item whose span is the mail's own bytes with its "From " line; spans tile the file. */
export async function* parseMbox(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  for await (const pieces of splitMbox(input.source, input.limits)) {
    const batch: Parsed[] = [];
    for (const piece of pieces) {
      if (input.signal?.aborted === true) return;
      if (piece.kind === "mail") {
        for (const parsed of await readPiece(input, piece)) batch.push(parsed);
      } else batch.push(noteBefore(piece));
    }
    yield batch;
  }
}

const noteBefore = (piece: MboxPiece): Parsed => {
  const isBlank = piece.bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20);
  return {
    kind: "note",
    note: {
      code: isBlank ? "blank_lines" : "text_before_first_message",
      span: { offset: piece.offset, length: piece.length },
    },
  };
};

const readPiece = async (input: ParseInput, piece: MboxPiece): Promise<readonly Parsed[]> => {
  const shift = piece.bytes.indexOf(0x0a) + 1 || piece.bytes.length;
  const written = piece.bytes.subarray(shift);
  const isWhole = piece.bytes.length === piece.length;
  const bytes = isWhole ? unquoteFrom(written) : written;
  const place: MailPlace = {
    limits: input.limits,
    span: { offset: piece.offset, length: piece.length },
    exact: bytes === written,
    shift,
    memberPath: [`mail at ${String(piece.offset)}`],
    nesting: 0,
    wordsOnly: input.wordsOnly === true,
  };
  if (!isWhole || piece.length > input.limits.maximumMailSizeInBytes) {
    return readHeadersOnly(bytes.subarray(0, input.limits.maximumHeaderSizeInBytes), place);
  }
  return readMail(bytes, place);
};
