import type { Attachment, Item, Parsed, SourceSpan } from "@holdfast/evidence";

/** What was found in a member, addressed from the file that the member lies in. */
export const prefixMember = (parsed: Parsed, path: readonly string[]): Parsed =>
  parsed.kind === "item"
    ? { kind: "item", item: prefixItem(parsed.item, path) }
    : { kind: "note", note: { ...parsed.note, span: prefixSpan(parsed.note.span, path) } };

const prefixSpan = (span: SourceSpan, path: readonly string[]): SourceSpan => ({
  ...span,
  member: [...path, ...(span.member ?? [])],
});

const prefixItem = (item: Item, path: readonly string[]): Item => ({
  ...item,
  span: prefixSpan(item.span, path),
  ...(item.attachments === undefined
    ? {}
    : { attachments: item.attachments.map((a) => prefixAttachment(a, path)) }),
});

const prefixAttachment = (attachment: Attachment, path: readonly string[]): Attachment =>
  attachment.member === undefined
    ? attachment
    : { ...attachment, member: [...path, ...attachment.member] };
