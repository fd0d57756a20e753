import type { ItemFlag, Note, Parsed } from "@holdfast/evidence";

import { headSizeInBytes, type ParseInput } from "../../format.ts";
import { decodeAs, detectEncoding } from "../../text/text-encoding.ts";
import { timeInName } from "../../text/time-in-name.ts";
import { toItemText } from "../../text/well-formed.ts";
import { splitText } from "./split-text.ts";

/** The text as one item, or as several when it is long: they tile the file, so that search finds every word. */
export async function* parsePlainText(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const { source, limits, signal } = input;
  const encoding = detectEncoding(
    await source.read(0, Math.min(headSizeInBytes, source.sizeInBytes)),
  );
  const mark = encoding.markSizeInBytes;
  if (mark > 0)
    yield [{ kind: "note", note: { code: "byte_order_mark", span: { offset: 0, length: mark } } }];
  const time = timeInName(input.name) ?? { kind: "unknown" as const };
  for await (const block of splitText(
    source,
    mark,
    limits.maximumItemTextInBytes,
    encoding.label,
  )) {
    if (signal?.aborted === true) return;
    const span = { offset: block.offset, length: block.bytes.length };
    const decoded = decodeAs(block.bytes, encoding.label);
    const { text, hadNul } = toItemText(decoded.text);
    const notes: Note[] = [];
    if (decoded.broken) notes.push({ code: "invalid_utf8", span });
    if (hadNul) notes.push({ code: "nul_bytes", span });
    if (text.trim() === "") {
      yield toParsed([{ code: "blank_lines", span }, ...notes]);
      continue;
    }
    const flags: readonly ItemFlag[] = decoded.broken ? ["broken-encoding"] : [];
    yield [
      {
        kind: "item",
        item: { kind: "document", span, time, text, ...(flags.length === 0 ? {} : { flags }) },
      },
      ...toParsed(notes),
    ];
  }
}

const toParsed = (notes: readonly Note[]): readonly Parsed[] =>
  notes.map((note) => ({ kind: "note", note }));
