import { decodeUtf8OrWestern } from "../text/decode-text.ts";

/** Name as it is written, and the value unfolded but not decoded. A line without a colon is a name without a value. */
export type HeaderField = readonly [name: string, value: string];

export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  readonly brokenEncoding: boolean;
  readonly hadNul: boolean;
  /** Where the first line without a colon stands, or what the limit cut off; offsets in the bytes that were given. */
  readonly unreadable?: { readonly start: number; readonly end: number };
}

const lf = 0x0a;
const cr = 0x0d;

/**
 * Where a header block ends: at its blank line, at a line for which `stopsAt` is true, or at the end.
 *
 * Returns the offset behind the last header line and the offset where the body begins.
 */
export const findHeaderEnd = (
  bytes: Uint8Array,
  start: number,
  end: number,
  stopsAt: (lineStart: number) => boolean,
): { readonly headerEnd: number; readonly bodyStart: number } => {
  let line = start;
  while (line < end) {
    let at = line;
    while (bytes[at] === cr && at < end) at += 1;
    if (bytes[at] === lf && at < end) return { headerEnd: line, bodyStart: at + 1 };
    if (stopsAt(line)) return { headerEnd: line, bodyStart: line };
    const next = bytes.indexOf(lf, at);
    if (next < 0 || next >= end) break;
    line = next + 1;
  }
  return { headerEnd: end, bodyStart: end };
};

/** Reads the fields between two offsets. Source: RFC 5322 §2.2 (only SP and HTAB fold); RFC 6532 (UTF-8 in headers). */
export const readHeaders = (
  bytes: Uint8Array,
  start: number,
  headerEnd: number,
  maximumSizeInBytes: number,
): HeaderBlock => {
  const cut = headerEnd - start > maximumSizeInBytes;
  const readTo = cut ? lastLineEnd(bytes, start, start + maximumSizeInBytes) : headerEnd;
  const decoded = decodeUtf8OrWestern(bytes.subarray(start, readTo));
  const hadNul = decoded.text.includes("\0");
  const text = hadNul ? decoded.text.replaceAll("\0", "\uFFFD") : decoded.text;
  const { fields, allHaveColon } = splitFields(text);
  const unreadable = cut
    ? { start: readTo, end: headerEnd }
    : allHaveColon
      ? undefined
      : { start, end: headerEnd };
  return {
    fields,
    brokenEncoding: decoded.broken,
    hadNul,
    ...(unreadable === undefined ? {} : { unreadable }),
  };
};

const lastLineEnd = (bytes: Uint8Array, start: number, end: number): number => {
  const at = bytes.subarray(start, end).lastIndexOf(lf);
  return at < 0 ? end : start + at + 1;
};

const splitFields = (
  text: string,
): { readonly fields: readonly HeaderField[]; readonly allHaveColon: boolean } => {
  const fields: HeaderField[] = [];
  let allHaveColon = true;
  let at = 0;
  while (at < text.length) {
    let lineEnd = endOfLine(text, at);
    let line = withoutLineEnd(text, at, lineEnd);
    if (isFolded(text, lineEnd)) {
      const parts = [line];
      while (isFolded(text, lineEnd)) {
        const next = endOfLine(text, lineEnd);
        parts.push(withoutLineEnd(text, lineEnd, next));
        lineEnd = next;
      }
      line = parts.join("");
    }
    if (line !== "") {
      fields.push(toField(line));
      allHaveColon &&= line.includes(":");
    }
    at = lineEnd;
  }
  return { fields, allHaveColon };
};

const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
};

const withoutLineEnd = (text: string, start: number, end: number): string => {
  let last = end;
  while (last > start && (text.charCodeAt(last - 1) === lf || text.charCodeAt(last - 1) === cr)) {
    last -= 1;
  }
  return text.slice(start, last);
};

const isFolded = (text: string, at: number): boolean => {
  const char = text.charCodeAt(at);
  return char === 0x20 || char === 0x09;
};

const toField = (line: string): HeaderField => {
  const colon = line.indexOf(":");
  // A bare CR would look like a line of its own to whoever prints the value.
  const whole = line.includes("\r") ? line.replace(/\r+/g, " ") : line;
  return colon < 0
    ? [trimBlanks(whole), ""]
    : [trimBlanks(whole.slice(0, colon)), trimBlanks(whole.slice(colon + 1))];
};

/** SP and HTAB alone: a name behind a no-break space must not become a genuine header. */
const trimBlanks = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

const isBlank = (char: number): boolean => char === 0x20 || char === 0x09;

/** The first field of a name; mail programs differ on duplicates, and so all of them stay in the list. */
export const firstField = (fields: readonly HeaderField[], name: string): string | undefined => {
  for (const [written, value] of fields) {
    if (written.length === name.length && written.toLowerCase() === name) return value;
  }
  return undefined;
};

export const allFields = (fields: readonly HeaderField[], name: string): readonly string[] =>
  fields
    .filter(([written]) => written.length === name.length && written.toLowerCase() === name)
    .map(([, value]) => value);
