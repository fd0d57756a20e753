import { readAll } from "@holdfast/evidence";

import type { KeptWords, ParseInput } from "../../format.ts";
import { wordsOfMail } from "../../mail/words-of-mail.ts";

/** A mail without anything that is not words: see `wordsOfMail`. */
export async function* keepWordsOfEml(input: ParseInput): AsyncGenerator<KeptWords> {
  const { source, limits } = input;
  if (source.sizeInBytes > limits.maximumMailSizeInBytes) {
    // What is too large to be read cannot be searched for pictures.
    yield { kind: "not-kept", name: "mail", code: "file_not_kept" };
    return;
  }
  const words = await wordsOfMail(await readAll(source), limits);
  yield {
    kind: "words",
    name: "words.eml",
    mediaType: "message/rfc822",
    exhibitKind: "email",
    bytes: words.bytes,
  };
  for (const part of words.notKept) yield { kind: "not-kept", ...part };
}
