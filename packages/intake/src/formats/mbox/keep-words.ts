import type { KeptWords, ParseInput } from "../../format.ts";
import { wordsOfMail } from "../../mail/words-of-mail.ts";
import { looksLikeWords } from "../../text/looks-like-words.ts";
import { removeWrittenFiles } from "@holdfast/evidence";
import { type MboxPiece, splitMbox } from "./split-mbox.ts";
import { unquoteFrom } from "./unquote-from.ts";

/** Kept mails are handed over in files of about this size: an mbox may be larger than the memory. */
const volumeSizeInBytes = 8 * 1_048_576;

/**
 * The words of every mail, as one mbox or several; mails in which nothing had to go stand there byte for byte.
 * A file out of which nothing was taken, and which fits into one volume, comes back unchanged.
 */
export async function* keepWordsOfMbox(input: ParseInput): AsyncGenerator<KeptWords> {
  const volume: Volume = { parts: [], size: 0, number: 0 };
  for await (const pieces of splitMbox(input.source, input.limits)) {
    for (const piece of pieces) {
      const words = await wordsOfPiece(input, piece);
      for (const notKept of words.notKept) yield { kind: "not-kept", ...notKept };
      volume.parts.push(words.bytes.slice());
      volume.size += words.bytes.length;
      if (volume.size >= volumeSizeInBytes) yield closeVolume(volume);
    }
  }
  if (volume.size > 0) yield closeVolume(volume);
}

interface Volume {
  parts: Uint8Array[];
  size: number;
  number: number;
}

const closeVolume = (volume: Volume): KeptWords => {
  const bytes = new Uint8Array(volume.size);
  let at = 0;
  for (const part of volume.parts) {
    bytes.set(part, at);
    at += part.length;
  }
  volume.parts = [];
  volume.size = 0;
  volume.number += 1;
  const name = `words-${String(volume.number)}.mbox`;
  return { kind: "words", name, mediaType: "application/mbox", exhibitKind: "email", bytes };
};

interface WordsOfPiece {
  readonly bytes: Uint8Array;
  readonly notKept: readonly Omit<Extract<KeptWords, { readonly kind: "not-kept" }>, "kind">[];
}

const wordsOfPiece = async (input: ParseInput, piece: MboxPiece): Promise<WordsOfPiece> => {
  const name = `mail at ${String(piece.offset)}`;
  const notKept = [{ name, code: "file_not_kept" as const }];
  if (piece.bytes.length < piece.length) return { bytes: new Uint8Array(0), notKept };
  if (piece.kind === "before-first-mail") {
    if (!looksLikeWords(piece.bytes)) return { bytes: new Uint8Array(0), notKept };
    const words = removeWrittenFiles(new TextDecoder().decode(piece.bytes));
    return words.removed === 0
      ? { bytes: piece.bytes, notKept: [] }
      : { bytes: new TextEncoder().encode(words.text), notKept };
  }
  const shift = piece.bytes.indexOf(0x0a) + 1 || piece.bytes.length;
  const fromLine = piece.bytes.subarray(0, shift);
  if (
    !looksLikeWords(fromLine)
    || removeWrittenFiles(new TextDecoder().decode(fromLine)).removed > 0
  ) {
    return { bytes: new Uint8Array(0), notKept };
  }
  const words = await wordsOfMail(unquoteFrom(piece.bytes.subarray(shift)), input.limits);
  if (words.unchanged) return { bytes: piece.bytes, notKept: [] };
  const text = new TextDecoder().decode(words.bytes).replace(/^(>*From )/gm, ">$1");
  const body = new TextEncoder().encode(`${text}\n`);
  const bytes = new Uint8Array(fromLine.length + body.length);
  bytes.set(fromLine);
  bytes.set(body, fromLine.length);
  return {
    bytes,
    notKept: words.notKept.map((part) => ({ ...part, name: `${name}/${part.name}` })),
  };
};
