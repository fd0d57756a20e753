import type { Stretch } from "./undisguise/mapped-text.ts";

/** The same stretch in bytes of the text as UTF-8: how other programs count. */
export const toUtf8Span = (text: string, { start, end }: Stretch): Stretch => {
  const before = lengthInUtf8(text, 0, start);
  return { start: before, end: before + lengthInUtf8(text, start, end) };
};

/** As an encoder writes it: half of a pair by itself becomes U+FFFD, of three bytes too. */
const lengthInUtf8 = (text: string, start: number, end: number): number => {
  let bytes = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPairAt(text, at, end)) {
      bytes += 4;
      at += 1;
    } else bytes += 3;
  }
  return bytes;
};

const isPairAt = (text: string, at: number, end: number): boolean =>
  at + 1 < end && (text.codePointAt(at) ?? 0) > 0xffff;
