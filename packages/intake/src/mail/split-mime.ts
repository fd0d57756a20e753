import { assert, type NoteCode } from "@holdfast/evidence";

import type { Limits } from "../limits.ts";
import { decodeHeaderText, parseStructuredHeader } from "./parse-structured-header.ts";
import { findHeaderEnd, firstField, type HeaderBlock, readHeaders } from "./read-headers.ts";

/** One node of a mail's tree. All offsets are in the bytes that were given. */
export interface MimePart {
  /** "1.2"; empty for the mail itself. */
  readonly path: string;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly headers: HeaderBlock;
  /** "text/plain" in lower case. */
  readonly type: string;
  readonly charset: string | undefined;
  /** Of `text/plain; format=flowed; delsp=yes`. */
  readonly flowed: { readonly deleteSpace: boolean } | undefined;
  readonly encoding: string;
  readonly isAttachment: boolean;
  readonly fileName: string | undefined;
  readonly isMultipart: boolean;
  /** Of a multipart: it names a boundary. */
  readonly boundary: string | undefined;
  readonly children: readonly MimePart[];
}

export interface MimeTree {
  readonly root: MimePart;
  readonly problems: readonly MimeProblem[];
  /** What stands before, between and behind the parts, and which no mail program shows. */
  readonly outside: readonly Range[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface MimeProblem extends Range {
  readonly code: NoteCode;
}

/** Real mails have four levels or five. */
const maximumPartDepth = 32;
const lf = 0x0a;
const cr = 0x0d;
const dash = 0x2d;

type OpenPart = MimePart & { end: number; readonly children: MimePart[] };

interface Level {
  readonly part: OpenPart;
  readonly boundary: Uint8Array;
  /** Where bytes outside of any part began, when the reader is outside. */
  outsideFrom: number | undefined;
}

interface Splitting {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly problems: MimeProblem[];
  readonly outside: Range[];
  /** The multiparts that are open, the innermost last. */
  readonly stack: Level[];
  parts: number;
}

/**
 * Splits a mail into its parts in one pass over the bytes; nothing is decoded or copied.
 *
 * Never throws. A missing end, too many parts and too deep nesting are problems beside the parts that were found.
 * Source: RFC 2046 §5.1 (a delimiter is a whole line, with blanks allowed behind it), §5.1.5 (digest).
 */
export const splitMime = (bytes: Uint8Array, limits: Limits): MimeTree => {
  const splitting: Splitting = { bytes, limits, problems: [], outside: [], stack: [], parts: 1 };
  const { problems, outside, stack } = splitting;
  const root = openPart(splitting, 0, "", false);
  let leaf = descend(splitting, root) ? undefined : root;
  let line = root.bodyStart;
  while (stack.length > 0 && line < bytes.length) {
    const delimiter = matchDelimiter(splitting, line);
    if (delimiter === undefined) {
      const next = bytes.indexOf(lf, line);
      line = next < 0 ? bytes.length : next + 1;
      continue;
    }
    const contentEnd = endBefore(bytes, line);
    if (leaf !== undefined) leaf.end = Math.max(leaf.bodyStart, contentEnd);
    leaf = undefined;
    if (delimiter.isLast) {
      endLevels(splitting, delimiter, contentEnd);
      line = delimiter.lineEnd;
    } else {
      const level = returnToLevel(splitting, delimiter, contentEnd);
      if (splitting.parts > limits.maximumMimeParts) {
        problems.push({ code: "mime_too_many_parts", start: line, end: bytes.length });
        return { root, problems, outside };
      }
      const part = openChild(splitting, level.part, delimiter.lineEnd);
      line = part.bodyStart;
      leaf = descend(splitting, part) ? undefined : part;
    }
  }
  if (stack.length > 0) {
    problems.push({ code: "mime_damaged", start: root.bodyStart, end: bytes.length });
  }
  while (stack.length > 0) closeLevel(splitting, bytes.length);
  return { root, problems, outside };
};

const openPart = (
  splitting: Splitting,
  start: number,
  path: string,
  isInDigest: boolean,
): OpenPart => {
  const { bytes, limits } = splitting;
  const end = bytes.length;
  const stopsAt = (line: number): boolean => matchDelimiter(splitting, line) !== undefined;
  const { headerEnd, bodyStart } = findHeaderEnd(bytes, start, end, stopsAt);
  const headers = readHeaders(bytes, start, headerEnd, limits.maximumHeaderSizeInBytes);
  return describePart({ path, start, bodyStart, end, headers }, isInDigest);
};

const openChild = (splitting: Splitting, parent: OpenPart, start: number): OpenPart => {
  splitting.parts += 1;
  const number = String(parent.children.length + 1);
  const path = parent.path === "" ? number : `${parent.path}.${number}`;
  const part = openPart(splitting, start, path, parent.type === "multipart/digest");
  parent.children.push(part);
  return part;
};

/** True when the part's own parts are looked for from here on. */
const descend = (splitting: Splitting, part: OpenPart): boolean => {
  if (!part.isMultipart) return false;
  if (part.boundary === undefined) {
    splitting.problems.push({ code: "mime_damaged", start: part.start, end: part.bodyStart });
    return false;
  }
  if (splitting.stack.length >= maximumPartDepth) {
    splitting.problems.push({ code: "mime_too_deep", start: part.start, end: part.end });
    return false;
  }
  const boundary = new TextEncoder().encode(part.boundary);
  splitting.stack.push({ part, boundary, outsideFrom: part.bodyStart });
  return true;
};

/** Closes what is open inside the delimiter's level: parts whose own end is missing. */
const returnToLevel = (splitting: Splitting, delimiter: Delimiter, at: number): Level => {
  const { stack, problems } = splitting;
  if (delimiter.level < stack.length - 1) {
    problems.push({ code: "mime_damaged", start: at, end: delimiter.lineEnd });
  }
  while (stack.length - 1 > delimiter.level) closeLevel(splitting, at);
  const level = stack[delimiter.level];
  assert(level !== undefined, "a delimiter belongs to an open level");
  endOutside(splitting, level, at);
  return level;
};

const endLevels = (splitting: Splitting, delimiter: Delimiter, at: number): void => {
  const { bytes, stack, outside } = splitting;
  const level = returnToLevel(splitting, delimiter, at);
  stack.pop();
  level.part.end = delimiter.lineEnd;
  const parent = stack.at(-1);
  if (parent !== undefined) parent.outsideFrom = delimiter.lineEnd;
  else if (bytes.length > delimiter.lineEnd) {
    outside.push({ start: delimiter.lineEnd, end: bytes.length });
  }
};

const closeLevel = (splitting: Splitting, at: number): void => {
  const level = splitting.stack.pop();
  if (level === undefined) return;
  endOutside(splitting, level, at);
  level.part.end = Math.max(level.part.bodyStart, at);
};

const endOutside = (splitting: Splitting, level: Level, at: number): void => {
  const start = level.outsideFrom;
  if (start !== undefined && at > start) splitting.outside.push({ start, end: at });
  level.outsideFrom = undefined;
};

/** The line break before a delimiter belongs to the delimiter. */
const endBefore = (bytes: Uint8Array, line: number): number => {
  let at = line;
  if (bytes[at - 1] === lf) at -= 1;
  if (bytes[at - 1] === cr) at -= 1;
  return at;
};

interface Delimiter {
  readonly level: number;
  readonly isLast: boolean;
  /** Behind the line's own line break. */
  readonly lineEnd: number;
}

/** The innermost open boundary wins, as it does in postal-mime. */
const matchDelimiter = (splitting: Splitting, line: number): Delimiter | undefined => {
  const { bytes, stack } = splitting;
  const end = bytes.length;
  if (bytes[line] !== dash || bytes[line + 1] !== dash) return undefined;
  for (let level = stack.length - 1; level >= 0; level -= 1) {
    const boundary = stack[level]?.boundary;
    if (boundary === undefined || !startsWith(bytes, line + 2, boundary)) continue;
    let at = line + 2 + boundary.length;
    const isLast = bytes[at] === dash && bytes[at + 1] === dash;
    if (isLast) at += 2;
    while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === cr)) at += 1;
    if (at >= end) return { level, isLast, lineEnd: end };
    if (bytes[at] === lf) return { level, isLast, lineEnd: at + 1 };
  }
  return undefined;
};

const startsWith = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  for (let i = 0; i < wanted.length; i += 1) if (bytes[at + i] !== wanted[i]) return false;
  return true;
};

type Place = Pick<MimePart, "path" | "start" | "bodyStart" | "end" | "headers">;

const describePart = (place: Place, isInDigest: boolean): OpenPart => {
  const fields = place.headers.fields;
  const contentType = parseStructuredHeader(firstField(fields, "content-type") ?? "");
  const dispositionText = firstField(fields, "content-disposition");
  const disposition =
    dispositionText === undefined ? undefined : parseStructuredHeader(dispositionText);
  const encoding = firstField(fields, "content-transfer-encoding");
  const name =
    disposition?.parameters.get("filename") ?? contentType.parameters.get("name") ?? undefined;
  const standard = isInDigest ? "message/rfc822" : "text/plain";
  const type = contentType.value.includes("/") ? contentType.value : standard;
  const boundary = contentType.parameters.get("boundary");
  const format = contentType.parameters.get("format")?.toLowerCase();
  return {
    ...place,
    type,
    charset: contentType.parameters.get("charset"),
    flowed:
      format === "flowed"
        ? { deleteSpace: contentType.parameters.get("delsp")?.toLowerCase() === "yes" }
        : undefined,
    encoding: encoding === undefined ? "" : tokenOf(encoding),
    isAttachment: disposition?.value === "attachment",
    fileName: name === undefined || name === "" ? undefined : decodeHeaderText(name),
    isMultipart: type.startsWith("multipart/"),
    boundary: boundary === "" ? undefined : boundary,
    children: [],
  };
};

/** `(comment) base64` and `"base64"` too. The cut keeps thousands of open brackets from being searched for their ends. */
const tokenOf = (text: string): string =>
  (/[\w-]+/.exec(text.slice(0, 200).replace(/\([^)]*\)/g, ""))?.[0] ?? "").toLowerCase();
