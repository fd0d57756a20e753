import type { ShownWords } from "../../door/seeing.ts";

/** Enough before and after to recognise where one is in a chat. */
const aroundInBytes = 600;
/** A mail may be megabytes; its beginning is enough to find it in the file. */
const longestInBytes = 32_768;

/** What is read of an original around a span. Units: bytes, `offset` from the beginning of the original. */
export interface WordsWindow {
  readonly offset: number;
  readonly length: number;
  readonly before: number;
  readonly words: number;
  readonly isCut: boolean;
}

export const windowAround = (span: {
  readonly offset: number;
  readonly length: number;
}): WordsWindow => {
  const before = Math.min(span.offset, aroundInBytes);
  const words = Math.min(span.length, longestInBytes);
  return {
    offset: span.offset - before,
    // One more tells whether the file ends with what is shown.
    length: before + words + aroundInBytes + 1,
    before,
    words,
    isCut: words < span.length,
  };
};

/** Cuts what was read into three texts. Bytes that are no UTF-8 show as the sign for that; nothing is left out. */
export const cutWords = (bytes: Uint8Array, window: WordsWindow): ShownWords => {
  const end = window.before + window.words;
  const isAtEnd = bytes.length < window.length;
  return {
    before: decode(withoutCutStart(bytes.subarray(0, window.before))),
    words: decode(withoutCutEnd(bytes.subarray(window.before, end), window.isCut)),
    after: window.isCut
      ? ""
      : decode(withoutCutEnd(bytes.subarray(end, end + aroundInBytes), !isAtEnd)),
    isAtBeginning: window.offset === 0,
    isAtEnd: isAtEnd && !window.isCut,
    isCut: window.isCut,
  };
};

const decode = (bytes: Uint8Array): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** The window begins and ends anywhere: a character that it cuts in two is not shown in halves. */
const withoutCutStart = (bytes: Uint8Array): Uint8Array => {
  let start = 0;
  while (start < Math.min(3, bytes.length) && isContinuation(bytes[start])) start += 1;
  return bytes.subarray(start);
};

const withoutCutEnd = (bytes: Uint8Array, mayBeCut: boolean): Uint8Array => {
  if (!mayBeCut) return bytes;
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && isContinuation(bytes[lead])) lead -= 1;
  const missing = lengthFrom(bytes[lead] ?? 0) > bytes.length - lead;
  return missing ? bytes.subarray(0, Math.max(0, lead)) : bytes;
};

const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x80 && byte < 0xc0;

const lengthFrom = (lead: number): number =>
  lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
