import type { EventTime, NoteCode } from "@holdfast/evidence";
import { readAll } from "@holdfast/evidence";

import type { ParseInput } from "../../format.ts";
import { decodePartText } from "../../mail/decode-body.ts";
import { parseMailDate } from "../../mail/parse-mail-date.ts";
import { decodeHeaderText } from "../../mail/parse-structured-header.ts";
import { firstField } from "../../mail/read-headers.ts";
import { listLeaves } from "../../mail/read-mail.ts";
import { splitMime } from "../../mail/split-mime.ts";
import { type HtmlWords, readHtml } from "../../markup/read-html.ts";
import { decodeByLabel, decodeUtf8OrWestern, type DecodedText } from "../../text/decode-text.ts";
import { removeWrittenFiles } from "@holdfast/evidence";
import { decodeAs, detectEncoding } from "../../text/text-encoding.ts";

/** The words of a saved page, and what the browser that saved it wrote beside them. */
export interface SavedPage {
  readonly words: HtmlWords;
  /** Somewhere in its markup stands a file that is written as text. */
  readonly hidesFile: boolean;
  readonly address: string | undefined;
  readonly savedAt: EventTime;
  readonly broken: boolean;
  readonly problems: readonly NoteCode[];
  /** Pictures, styles and scripts that stand in the same file (.mhtml); none of them is opened. */
  readonly otherParts: readonly { readonly name: string; readonly type: string }[];
}

const unknown: EventTime = { kind: "unknown" };

/** Reads at most `maximumMailSizeInBytes` of a page: beyond that it is a file and no page. */
export const readPage = async (
  { source, limits, name }: ParseInput,
  isMhtml: boolean,
): Promise<SavedPage> => {
  const tooLarge = source.sizeInBytes > limits.maximumMailSizeInBytes;
  const bytes = tooLarge
    ? await source.read(0, limits.maximumMailSizeInBytes)
    : await readAll(source);
  const page = isMhtml
    ? await readMhtml(bytes, { source, limits, name })
    : readPlainPage(bytes, limits.maximumItemTextInBytes);
  return tooLarge ? { ...page, problems: [...page.problems, "parser_stopped"] } : page;
};

const readPlainPage = (bytes: Uint8Array, maximumLength: number): SavedPage => {
  const { text, broken } = decodePage(bytes);
  const words = readHtml(text, maximumLength);
  return {
    words,
    hidesFile: removeWrittenFiles(text).removed > 0,
    address: words.savedFrom,
    savedAt: unknown,
    broken,
    problems: broken ? ["invalid_utf8"] : [],
    otherParts: [],
  };
};

/** Mark, then `meta`, then UTF-8, then the western default. Source: HTML Standard §13.2.3.2, without guessing. */
const decodePage = (bytes: Uint8Array): DecodedText => {
  const encoding = detectEncoding(bytes.subarray(0, 1_024));
  if (encoding.label !== "utf-8" || encoding.markSizeInBytes > 0) {
    return decodeAs(bytes.subarray(encoding.markSizeInBytes), encoding.label);
  }
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_024));
  const declared = /<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w:.-]{1,40})/i.exec(head)?.[1];
  return decodeByLabel(bytes, declared) ?? decodeUtf8OrWestern(bytes);
};

const readMhtml = async (bytes: Uint8Array, input: ParseInput): Promise<SavedPage> => {
  const tree = splitMime(bytes, input.limits);
  const { fields } = tree.root.headers;
  const leaves = listLeaves(tree.root);
  const page =
    leaves.find((leaf) => leaf.type === "text/html")
    ?? leaves.find((leaf) => leaf.type === "text/plain");
  const decoded =
    page === undefined ? { text: "", broken: false } : await decodePartText(bytes, page);
  const words = readHtml(decoded.text, input.limits.maximumItemTextInBytes);
  const date = firstField(fields, "date");
  const time = date === undefined ? undefined : parseMailDate(date);
  const subject = firstField(fields, "subject");
  return {
    words: {
      ...words,
      title: words.title ?? (subject === undefined ? undefined : decodeHeaderText(subject)),
    },
    hidesFile: removeWrittenFiles(decoded.text).removed > 0,
    address:
      firstField(fields, "snapshot-content-location")
      ?? (page === undefined ? undefined : firstField(page.headers.fields, "content-location"))
      ?? words.savedFrom,
    savedAt: time === undefined ? unknown : toFileTime(time),
    broken: decoded.broken,
    problems: [
      ...new Set<NoteCode>([
        ...tree.problems.map((problem) => problem.code),
        ...(decoded.broken ? (["invalid_utf8"] as const) : []),
        ...(date !== undefined && time === undefined ? (["date_unreadable"] as const) : []),
      ]),
    ],
    otherParts: leaves
      .filter((leaf) => leaf !== page)
      .map((leaf) => ({
        name: leaf.fileName ?? firstField(leaf.headers.fields, "content-location") ?? "",
        type: leaf.type,
      })),
  };
};

/** The browser that saved the page wrote the time by its own clock: worth as much as a file's. */
const toFileTime = (time: EventTime): EventTime =>
  time.kind === "unknown" ? time : { ...time, basis: "file-metadata" };
