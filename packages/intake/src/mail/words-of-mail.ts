import type { Limits } from "../limits.ts";
import { readHtml } from "../markup/read-html.ts";
import { looksLikeWords } from "../text/looks-like-words.ts";
import { removeWrittenFiles } from "@holdfast/evidence";
import { decodePartText, decodeTransfer } from "./decode-body.ts";
import { parseStructuredHeader } from "./parse-structured-header.ts";
import { firstField, type HeaderField } from "./read-headers.ts";
import { listLeaves, memberName } from "./read-mail.ts";
import { type MimePart, type MimeTree, splitMime } from "./split-mime.ts";

/** A part of a mail that is not words, by the name that the mail gives it. */
export interface NotKeptPart {
  readonly name: string;
  readonly code: "picture_not_kept" | "recording_not_kept" | "file_not_kept";
}

export interface WordsOfMail {
  /** The mail's own bytes when nothing had to go, otherwise a mail of its headers and texts alone. */
  readonly bytes: Uint8Array;
  readonly notKept: readonly NotKeptPart[];
  readonly unchanged: boolean;
}

/** Headers that hold a picture themselves: X-Face and Face are one, BIMI-Indicator is a logo. */
const pictureHeaders = new Set(["face", "x-face", "x-image-url", "bimi-indicator", "content-md5"]);
const contentHeaders = new Set([
  "content-type",
  "content-transfer-encoding",
  "content-disposition",
  "content-md5",
  "content-length",
  "content-location",
  "content-id",
  "content-description",
  "lines",
  "mime-version",
]);

/**
 * Takes the words out of a mail for a protected case (care rules 1 and 2).
 *
 * Headers and text parts stay. A picture, a recording or any other file leaves nothing behind but its name and its
 * type: no byte, no base64, no hash. HTML becomes plain text, files written as text are taken out of texts, mails
 * inside the mail are treated in the same way. A mail in which nothing had to go comes back byte for byte.
 */
export const wordsOfMail = async (
  bytes: Uint8Array,
  limits: Limits,
  nesting = 0,
): Promise<WordsOfMail> => {
  const tree = splitMime(bytes, limits);
  if (await isWordsAlready(bytes, tree)) return { bytes, notKept: [], unchanged: true };
  const notKept: NotKeptPart[] = [];
  const writing: Writing = { bytes, limits, nesting, notKept };
  const lines = await writePart(writing, tree.root, true);
  // Something was left out that is no part: a header, markup, text outside the parts.
  if (notKept.length === 0) notKept.push({ name: memberName(tree.root), code: "file_not_kept" });
  return { bytes: new TextEncoder().encode(lines), notKept, unchanged: false };
};

/** Words alone, in the headers, in each text and between the parts: nothing would be taken out. */
const isWordsAlready = async (bytes: Uint8Array, tree: MimeTree): Promise<boolean> => {
  if (tree.problems.length > 0) return false;
  const leaves = listLeaves(tree.root);
  if (leaves.length === 0) return false;
  for (const part of allParts(tree.root)) {
    if (part.headers.unreadable !== undefined) return false;
    if (!part.headers.fields.every(isWordHeader)) return false;
  }
  for (const range of tree.outside) {
    const outside = bytes.subarray(range.start, range.end);
    if (!looksLikeWords(outside) || hidesFile(new TextDecoder().decode(outside))) return false;
  }
  for (const leaf of leaves) {
    if (leaf.type !== "text/plain" && leaf.type !== "text/html") return false;
    if (!looksLikeWords(decodeTransfer(bytes, leaf))) return false;
    const { text } = await decodePartText(bytes, leaf);
    if (hidesFile(text) || (leaf.type === "text/html" && /\bdata:|<svg\b/i.test(text)))
      return false;
    // The body as it is written: a text in base64 is words, a base64 text around something else is not.
    const raw = bytes.subarray(leaf.bodyStart, leaf.end);
    if (leaf.encoding !== "base64" && hidesFile(new TextDecoder().decode(raw))) return false;
  }
  return true;
};

const allParts = (part: MimePart): readonly MimePart[] => [
  part,
  ...part.children.flatMap(allParts),
];

const hidesFile = (text: string): boolean => removeWrittenFiles(text).removed > 0;

/** Signatures of mail servers are long base64 too, and sign the whole body: they are known by their names. */
const isSignatureHeader = (name: string): boolean =>
  /^(?:dkim-signature|x-google-dkim-signature|domainkey-signature|arc-seal|arc-message-signature)$/.test(
    name,
  );

const isWordHeader = ([name, value]: HeaderField): boolean => {
  const lower = name.toLowerCase();
  if (pictureHeaders.has(lower)) return false;
  if (isSignatureHeader(lower)) return true;
  const whole = `${name} ${value}`;
  return !hidesFile(whole) && !hidesFile(value.replace(/\s+/g, ""));
};

interface Writing {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly nesting: number;
  readonly notKept: NotKeptPart[];
}

/** The part as text of a mail: header lines, blank line, body; LF throughout. */
const writePart = async (writing: Writing, part: MimePart, isRoot: boolean): Promise<string> => {
  const headers = isRoot ? keptHeaders(part) : "";
  const start = `${headers}${isRoot ? "MIME-Version: 1.0\n" : ""}`;
  if (part.children.length > 0) return `${start}${await writeMultipart(writing, part)}`;
  if (part.type === "message/rfc822") return `${start}${await writeNested(writing, part)}`;
  const text = await wordsOfPart(writing, part);
  if (text === undefined) {
    writing.notKept.push(describeNotKept(part));
    return `${start}${describeGone(part)}\n`;
  }
  const disposition = part.isAttachment
    ? `Content-Disposition: attachment; ${nameParameter("filename", part.fileName)}\n`
    : "";
  return `${start}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n${disposition}\n${text}`;
};

const keptHeaders = (part: MimePart): string =>
  part.headers.fields
    .filter((field) => !contentHeaders.has(field[0].toLowerCase()) && isWordHeader(field))
    .map(([name, value]) =>
      /^[!-9;-~]+$/.test(name) ? `${name}: ${value}\n` : `X-Unreadable: ${name} ${value}\n`,
    )
    .join("");

const writeMultipart = async (writing: Writing, part: MimePart): Promise<string> => {
  const parts: string[] = [];
  for (const child of part.children) parts.push(await writePart(writing, child, false));
  const boundary = freeBoundary(parts);
  const subtype = part.type === "multipart/alternative" ? "alternative" : "mixed";
  const body = parts.map((text) => `--${boundary}\n${text}\n`).join("");
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\n\n${body}--${boundary}--\n`;
};

/** A boundary that no line of the parts can be mistaken for; the same mail gives the same one. */
const freeBoundary = (parts: readonly string[]): string => {
  let number = 0;
  while (parts.some((text) => text.includes(`--words-${String(number)}`))) number += 1;
  return `words-${String(number)}`;
};

const writeNested = async (writing: Writing, part: MimePart): Promise<string> => {
  const content = decodeTransfer(writing.bytes, part);
  if (writing.nesting + 1 >= writing.limits.maximumNesting || content.length === 0) {
    writing.notKept.push(describeNotKept(part));
    return `${describeGone(part)}\n`;
  }
  const inner = await wordsOfMail(content, writing.limits, writing.nesting + 1);
  writing.notKept.push(...inner.notKept);
  const text = new TextDecoder().decode(inner.bytes);
  return `Content-Type: message/rfc822\nContent-Transfer-Encoding: 8bit\n\n${text}`;
};

/** `undefined` when the part is no words, whatever it says it is. */
const wordsOfPart = async (writing: Writing, part: MimePart): Promise<string | undefined> => {
  const isText = part.type.startsWith("text/") && part.type !== "text/rtf";
  if (!isText && !part.isMultipart) return undefined;
  if (!looksLikeWords(decodeTransfer(writing.bytes, part))) return undefined;
  const { text } = await decodePartText(writing.bytes, part);
  const page =
    part.type === "text/html" ? readHtml(text, writing.limits.maximumMailSizeInBytes) : undefined;
  const words = removeWrittenFiles(page?.text ?? text.replace(/\r+\n/g, "\n"));
  const name = shownName(part);
  for (let i = 0; i < words.removed; i += 1) {
    writing.notKept.push({ name, code: "file_not_kept" });
  }
  for (let i = 0; i < (page?.embeddedPictureCount ?? 0); i += 1) {
    writing.notKept.push({ name, code: "picture_not_kept" });
  }
  return words.text;
};

const shownName = (part: MimePart): string => safeName(part.fileName) || memberName(part);

const describeNotKept = (part: MimePart): NotKeptPart => {
  const kind = part.type.split("/")[0];
  return {
    name: shownName(part),
    code:
      kind === "image"
        ? "picture_not_kept"
        : kind === "audio" || kind === "video"
          ? "recording_not_kept"
          : "file_not_kept",
  };
};

/** Name and type stay, so that a reader of the words sees what was there. The body stays empty. */
const describeGone = (part: MimePart): string => {
  const type = parseStructuredHeader(firstField(part.headers.fields, "content-type") ?? "").value;
  const known = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type : "application/octet-stream";
  const shown =
    known.startsWith("multipart/") || known === "message/rfc822"
      ? "application/octet-stream"
      : known;
  return `Content-Type: ${shown}\nContent-Disposition: attachment; ${nameParameter("filename", part.fileName)}\n`;
};

/** RFC 2231, so that a name in any script survives. */
const nameParameter = (parameter: string, name: string | undefined): string => {
  let encoded = "";
  for (const byte of new TextEncoder().encode(safeName(name))) {
    const char = String.fromCharCode(byte);
    encoded += /[\w.-]/.test(char) ? char : `%${byte.toString(16).padStart(2, "0").toUpperCase()}`;
  }
  return `${parameter}*=utf-8''${encoded}`;
};

/** A name is a word too: one that is a file in disguise is shortened to nothing. */
const safeName = (name: string | undefined): string =>
  name === undefined || hidesFile(name) || name.length > 255 ? "" : name.replaceAll("\n", " ");
