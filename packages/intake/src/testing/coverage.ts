import type { Parsed, SourceSpan } from "@holdfast/evidence";

/** Stretches of the source itself that neither an item nor a note covers; empty is what every format must reach. */
export const uncoveredStretches = (
  parsed: readonly Parsed[],
  sizeInBytes: number,
): readonly SourceSpan[] => {
  const spans = parsed
    .map((p) => (p.kind === "item" ? p.item.span : p.note.span))
    .filter((span) => span.member === undefined)
    .sort((a, b) => a.offset - b.offset);
  const gaps: SourceSpan[] = [];
  let covered = 0;
  for (const span of spans) {
    if (span.offset > covered) gaps.push({ offset: covered, length: span.offset - covered });
    covered = Math.max(covered, span.offset + span.length);
  }
  if (covered < sizeInBytes) gaps.push({ offset: covered, length: sizeInBytes - covered });
  return gaps;
};

/** Spans that reach behind the end of the source, or items that share bytes with the item before them. */
export const impossibleSpans = (
  parsed: readonly Parsed[],
  sizeInBytes: number,
): readonly SourceSpan[] => {
  const wrong: SourceSpan[] = [];
  let end = 0;
  for (const p of parsed) {
    const { span } = p.kind === "item" ? p.item : p.note;
    if (span.member !== undefined) continue;
    if (span.offset + span.length > sizeInBytes) wrong.push(span);
    if (p.kind !== "item") continue;
    if (span.offset < end) wrong.push(span);
    end = span.offset + span.length;
  }
  return wrong;
};

/** Every archive member that something was said of, by item or note; hostile names by a note's detail. */
export const namedMembers = (parsed: readonly Parsed[]): ReadonlySet<string> =>
  new Set(
    parsed.flatMap((p) => {
      const { span } = p.kind === "item" ? p.item : p.note;
      const detail = p.kind === "note" ? p.note.detail : undefined;
      return [
        ...(span.member === undefined ? [] : [span.member.join("/")]),
        ...(detail === undefined ? [] : [detail]),
      ];
    }),
  );
