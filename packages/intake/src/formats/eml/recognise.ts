import type { FileHead, Recognition } from "../../format.ts";
import {
  findHeaderEnd,
  firstField,
  type HeaderField,
  readHeaders,
} from "../../mail/read-headers.ts";

const headersOfMail = new Set([
  "from",
  "to",
  "cc",
  "subject",
  "date",
  "received",
  "message-id",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "return-path",
  "delivered-to",
  "reply-to",
  "in-reply-to",
  "references",
  "dkim-signature",
  "authentication-results",
  "x-mailer",
]);
/** What mail programs write and people who type "From:" and "To:" into a note do not. */
const headersOfPrograms = new Set([
  "received",
  "message-id",
  "mime-version",
  "return-path",
  "dkim-signature",
]);

/** The header fields that a file begins with; empty when its first line is none. */
export const readHeadFields = (head: Uint8Array): readonly HeaderField[] => {
  const first = head.indexOf(0x0a);
  const line = new TextDecoder("latin1").decode(head.subarray(0, first < 0 ? head.length : first));
  if (!/^[!-9;-~]{1,80}[ \t]*:/.test(line)) return [];
  const { headerEnd } = findHeaderEnd(head, 0, head.length, () => false);
  return readHeaders(head, 0, headerEnd, head.length).fields;
};

/** A saved web page is written as a mail too, and is none. */
export const isSavedPage = (fields: readonly HeaderField[]): boolean =>
  firstField(fields, "snapshot-content-location") !== undefined
  || /^<saved by /i.test(firstField(fields, "from") ?? "")
  || (/^multipart\/related\b/i.test(firstField(fields, "content-type") ?? "")
    && firstField(fields, "content-location") !== undefined);

export const recogniseEml = ({ name, head }: FileHead): Recognition => {
  const mediaType = "message/rfc822";
  const fields = readHeadFields(head);
  const known = new Set(
    fields.map(([written]) => written.toLowerCase()).filter((n) => headersOfMail.has(n)),
  );
  const isNamed = /\.eml$/i.test(name);
  const byProgram = [...known].some((n) => headersOfPrograms.has(n));
  if (isSavedPage(fields) || head.subarray(0, 4_096).includes(0)) {
    return { confidence: "none", mediaType, reasons: [] };
  }
  if (known.size >= 3 && byProgram) {
    return { confidence: "signature", mediaType, reasons: ["mail_headers"] };
  }
  if (known.size >= 3 || (isNamed && known.size >= 1)) {
    return { confidence: "shape", mediaType, reasons: ["mail_headers"] };
  }
  return isNamed
    ? { confidence: "name", mediaType, reasons: ["name_eml"] }
    : { confidence: "none", mediaType, reasons: [] };
};
