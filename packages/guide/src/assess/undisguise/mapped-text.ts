/**
 * [Note: a copy that knows where it came from] Disguises are undone in a copy. Each of its code units knows the stretch of
 * the text given that it stands for, so that every finding quotes the original, character by character, as it was sent.
 *
 * Shape: `starts[i]` and `ends[i]` are indices in the original, in UTF-16 code units; both never fall as `i` grows.
 */
export interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Half open, in UTF-16 code units of the text given. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const mapOriginal = (text: string): MappedText => {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    starts.push(at);
    ends.push(at + 1);
  }
  return { text, starts, ends };
};

/** What a stretch of the copy was in the original. An empty stretch stands where it begins. */
export const toOriginal = (mapped: MappedText, { start, end }: Stretch): Stretch => {
  const from = mapped.starts[start] ?? mapped.ends.at(-1) ?? 0;
  return { start: from, end: Math.max(from, mapped.ends[end - 1] ?? from) };
};

/** One change: the stretch of the copy so far, and what is read in its place. */
export interface Replacement extends Stretch {
  readonly text: string;
}

/**
 * Gives the copy with each stretch replaced. What is read instead stands for the whole stretch: a decoded letter of a
 * coded part cannot be pointed at by itself.
 *
 * @param replacements in their order, not overlapping
 */
export const replaceStretches = (
  mapped: MappedText,
  replacements: readonly Replacement[],
): MappedText => {
  if (replacements.length === 0) return mapped;
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    parts.push(mapped.text.slice(at, end));
    for (let index = at; index < end; index += 1) {
      starts.push(mapped.starts[index] ?? 0);
      ends.push(mapped.ends[index] ?? 0);
    }
    at = end;
  };
  for (const { start, end, text } of replacements) {
    copyTo(start);
    const whole = toOriginal(mapped, { start, end });
    parts.push(text);
    for (let index = 0; index < text.length; index += 1) {
      starts.push(whole.start);
      ends.push(whole.end);
    }
    at = end;
  }
  copyTo(mapped.text.length);
  return { text: parts.join(""), starts, ends };
};

/** Replaces each match of a pattern; `undefined` from `read` leaves it as it stands. */
export const replaceMatches = (
  mapped: MappedText,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string | undefined,
): MappedText => {
  const replacements: Replacement[] = [];
  for (const match of mapped.text.matchAll(pattern)) {
    const text = read(match);
    if (text === undefined) continue;
    replacements.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return replaceStretches(mapped, replacements);
};
