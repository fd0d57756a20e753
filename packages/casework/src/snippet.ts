/** A stretch of text for a search result, cut into what matched and what did not; joined, it is the stretch. */
export interface SnippetPart {
  readonly text: string;
  readonly matched: boolean;
}

/** Gives the text as search sees it: folded, one output character for each index of `origin`. */
export interface FoldWithOrigin {
  /** `origin[i]` is the index in the original text of the folded text's i-th code unit. */
  readonly fold: (text: string) => { readonly folded: string; readonly origin: readonly number[] };
}

/**
 * Cuts a window around the first match and marks every match within it.
 *
 * The original's own characters are shown, never the folded ones: a quotation must stand as it stood.
 */
export const cutSnippet = (
  deps: FoldWithOrigin,
  text: string,
  words: readonly string[],
  maximumLength = 160,
): readonly SnippetPart[] => {
  const { folded, origin } = deps.fold(text);
  const matches = findMatches(
    folded,
    words.map((word) => deps.fold(word).folded),
  ).map(({ start, end }) => ({ start: origin[start] ?? 0, end: endOf(text, origin, end) }));
  const first = matches[0]?.start ?? 0;
  const from = backToBoundary(text, Math.max(0, first - Math.floor(maximumLength / 3)));
  const to = backToBoundary(text, Math.min(text.length, from + maximumLength));
  const parts: SnippetPart[] = [];
  let at = from;
  for (const match of matches) {
    const start = Math.max(match.start, at);
    const end = Math.min(match.end, to);
    if (start >= end) continue;
    if (start > at) parts.push({ text: text.slice(at, start), matched: false });
    parts.push({ text: text.slice(start, end), matched: true });
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), matched: false });
  return parts;
};

const endOf = (text: string, origin: readonly number[], end: number): number => {
  const last = origin[end - 1];
  if (last === undefined) return text.length;
  // What follows up to the next folded character (a combining mark, an invisible mark) belongs to the match.
  return origin[end] ?? text.length;
};

const findMatches = (
  folded: string,
  words: readonly string[],
): readonly { readonly start: number; readonly end: number }[] => {
  const matches: { start: number; end: number }[] = [];
  for (const word of words) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      matches.push({ start: at, end: at + word.length });
    }
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
};

/** Never between the halves of one character. */
const backToBoundary = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
};
