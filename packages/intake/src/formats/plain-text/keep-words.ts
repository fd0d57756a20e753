import { readAll } from "@holdfast/evidence";

import { headSizeInBytes, type KeptWords, type ParseInput } from "../../format.ts";
import { looksLikeWords } from "../../text/looks-like-words.ts";
import { removeWrittenFiles } from "@holdfast/evidence";
import { decodeAs, detectEncoding } from "../../text/text-encoding.ts";

/**
 * A text comes back byte for byte, unless a file is written into it as text: that is taken out. A text too large to be
 * searched for such files at once, or one that is no text, is not kept.
 */
export async function* keepWordsOfText(input: ParseInput): AsyncGenerator<KeptWords> {
  const { source, limits } = input;
  const notKept: KeptWords = { kind: "not-kept", name: "text", code: "file_not_kept" };
  if (source.sizeInBytes > limits.maximumMailSizeInBytes) {
    yield notKept;
    return;
  }
  const bytes = await readAll(source);
  const { label } = detectEncoding(bytes.subarray(0, headSizeInBytes));
  const { text } = decodeAs(bytes, label);
  if (!looksLikeWords(label === "utf-8" ? bytes : new TextEncoder().encode(text))) {
    yield notKept;
    return;
  }
  const words = removeWrittenFiles(text);
  yield {
    kind: "words",
    name: "words.txt",
    mediaType: "text/plain",
    exhibitKind: "note",
    bytes: words.removed === 0 ? bytes : new TextEncoder().encode(words.text),
  };
  for (let i = 0; i < words.removed; i += 1) yield notKept;
}
