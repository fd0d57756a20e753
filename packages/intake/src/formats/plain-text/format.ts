import type { FileHead, Format, Recognition } from "../../format.ts";
import { looksLikeWords } from "../../text/looks-like-words.ts";
import { detectEncoding, isUtf8Head } from "../../text/text-encoding.ts";
import { keepWordsOfText } from "./keep-words.ts";
import { parsePlainText } from "./parse.ts";

const mediaType = "text/plain";

/**
 * Anything that reads as text. Never surer than `shape`: every other format of text is narrower, and stands before
 * this one.
 */
const recognise = ({ name, head, sizeInBytes }: FileHead): Recognition => {
  const isNamed = /\.(?:txt|text|md|log|csv|tsv|json|jsonl|srt|vtt)$/i.test(name);
  const { label, markSizeInBytes } = detectEncoding(head);
  if (sizeInBytes === 0) return { confidence: "none", mediaType, reasons: [] };
  if (label !== "utf-8") {
    const sure = markSizeInBytes > 0 || isNamed;
    return { confidence: sure ? "shape" : "name", mediaType, reasons: ["text_utf16"] };
  }
  if (!looksLikeWords(head)) return { confidence: "none", mediaType, reasons: [] };
  if (isUtf8Head(head, sizeInBytes))
    return { confidence: "shape", mediaType, reasons: ["text_utf8"] };
  // Old encodings cannot be told from other bytes: the name must say that it is text.
  return isNamed
    ? { confidence: "shape", mediaType, reasons: ["name_text", "text_old_encoding"] }
    : { confidence: "none", mediaType, reasons: [] };
};

export const plainTextFormat: Format = {
  id: "plain-text",
  exhibitKind: "note",
  protectedClass: "mixed",
  recognise,
  parse: parsePlainText,
  keepWords: keepWordsOfText,
};
