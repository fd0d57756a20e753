import { type Parsed, readAll } from "@holdfast/evidence";

import type { ParseInput } from "../../format.ts";
import { type MailPlace, readHeadersOnly, readMail } from "../../mail/read-mail.ts";

/** One mail: its item, the mails inside it, and notes. */
export async function* parseEml(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const { source, limits } = input;
  const place: MailPlace = {
    limits,
    span: { offset: 0, length: source.sizeInBytes },
    exact: true,
    shift: 0,
    memberPath: [],
    nesting: 0,
    wordsOnly: input.wordsOnly === true,
  };
  if (source.sizeInBytes > limits.maximumMailSizeInBytes) {
    const head = await source.read(0, limits.maximumHeaderSizeInBytes);
    yield readHeadersOnly(head, place);
    return;
  }
  yield await readMail(await readAll(source), place);
}
