import type {
  Attachment,
  EventTime,
  Item,
  ItemFlag,
  NoteCode,
  Parsed,
  SourceSpan,
} from "@holdfast/evidence";

import type { Limits } from "../limits.ts";
import { readHtml } from "../markup/read-html.ts";
import { cutText, toItemText } from "../text/well-formed.ts";
import { isSenderConfirmed } from "./check-sender.ts";
import { countDecoded, decodePartText, decodeTransfer } from "./decode-body.ts";
import { chooseMailTime } from "./parse-mail-date.ts";
import { decodeHeaderText } from "./parse-structured-header.ts";
import { readAddresses } from "./read-addresses.ts";
import { allFields, firstField, type HeaderBlock } from "./read-headers.ts";
import { type MimePart, type MimeTree, splitMime } from "./split-mime.ts";

/** Where a mail stands, and how far into it may be read. */
export interface MailPlace {
  readonly limits: Limits;
  /** The whole mail in its source or in its member. */
  readonly span: SourceSpan;
  /** The bytes that are parsed are those of the span; false when quoting was undone before. */
  readonly exact: boolean;
  /** How far into the span the mail's first header stands: behind the "From " line of an mbox. */
  readonly shift: number;
  /** Put before "part 1.2". */
  readonly memberPath: readonly string[];
  /** 0 for the mail that came in; one more for each mail that it stands in. */
  readonly nesting: number;
  readonly wordsOnly: boolean;
}

/**
 * Reads one mail into its item, the items of the mails inside it, and notes. Never throws on what the bytes hold.
 *
 * Shape: the mail's own item first; it covers all of its bytes.
 */
export const readMail = async (bytes: Uint8Array, place: MailPlace): Promise<readonly Parsed[]> => {
  const tree = splitMime(bytes, place.limits);
  const leaves = listLeaves(tree.root);
  const body = await readBody(bytes, tree.root, place.limits);
  const headerFacts = readHeaderFacts(tree.root.headers);
  const attachments = leaves
    .filter((leaf) => !isBodyText(leaf))
    .map((leaf) => toAttachment(bytes, leaf, place));
  const item = toItem(place.span, headerFacts, body, attachments);
  const parsed: Parsed[] = [
    { kind: "item", item },
    ...notesOf(bytes, tree, headerFacts, body, place),
  ];
  for (const leaf of leaves) {
    if (leaf.type === "message/rfc822") parsed.push(...(await readNested(bytes, leaf, place)));
  }
  return parsed;
};

/** A mail of which only the headers may be read: it is larger than what is decoded in memory. */
export const readHeadersOnly = (bytes: Uint8Array, place: MailPlace): readonly Parsed[] => {
  const { root } = splitMime(bytes, { ...place.limits, maximumMimeParts: 0 });
  const facts = readHeaderFacts(root.headers);
  const item = toItem(place.span, facts, emptyBody, []);
  const tree: MimeTree = { root, problems: [], outside: [] };
  return [
    { kind: "item", item },
    ...notesOf(bytes, tree, facts, emptyBody, { ...place, exact: false }),
    { kind: "note", note: { code: "mail_too_large", span: place.span } },
  ];
};

export const listLeaves = (part: MimePart): readonly MimePart[] =>
  part.children.length === 0 && !isEmptyMultipart(part)
    ? [part]
    : part.children.flatMap(listLeaves);

/** No part of it was found. One that names no boundary is read as a text with odd lines in it. */
const isEmptyMultipart = (part: MimePart): boolean =>
  part.isMultipart && part.boundary !== undefined;

/** Shown as the mail's words. A broken multipart's lines are shown too: its words may stand there. */
const isBodyText = (part: MimePart): boolean =>
  !part.isAttachment
  && (part.type === "text/plain"
    || part.type === "text/html"
    || (part.isMultipart && part.boundary === undefined));

interface Body {
  readonly text: string;
  readonly truncated: boolean;
  readonly broken: boolean;
  readonly hadNul: boolean;
  readonly remoteContentCount: number;
}

const emptyBody: Body = {
  text: "",
  truncated: false,
  broken: false,
  hadNul: false,
  remoteContentCount: 0,
};

const readBody = async (bytes: Uint8Array, root: MimePart, limits: Limits): Promise<Body> => {
  const maximum = limits.maximumItemTextInBytes;
  const found = await collectText(bytes, root, maximum);
  const joined = found.pieces.length === 1 ? (found.pieces[0] ?? "") : found.pieces.join("\n");
  const { text, hadNul } = toItemText(joined);
  const trimmed = text.trimEnd();
  return {
    text: cutText(trimmed, maximum),
    truncated: found.truncated || trimmed.length > maximum,
    broken: found.broken,
    hadNul,
    remoteContentCount: found.remote,
  };
};

interface FoundText {
  readonly pieces: readonly string[];
  readonly broken: boolean;
  readonly truncated: boolean;
  readonly remote: number;
}

const nothing: FoundText = { pieces: [], broken: false, truncated: false, remote: 0 };

const collectText = async (
  bytes: Uint8Array,
  part: MimePart,
  maximum: number,
): Promise<FoundText> => {
  if (part.children.length === 0)
    return isBodyText(part) ? readLeaf(bytes, part, maximum) : nothing;
  const found: FoundText[] = [];
  for (const child of part.children) found.push(await collectText(bytes, child, maximum));
  const remote = found.reduce((sum, one) => sum + one.remote, 0);
  if (part.type === "multipart/alternative") {
    // The plain text stands first and says the same, unless it is empty. All of them stay in the original.
    const best = found.find((one) => one.pieces.some((piece) => piece.trim() !== ""));
    return { ...(best ?? nothing), remote };
  }
  return {
    pieces: found.flatMap((one) => one.pieces),
    broken: found.some((one) => one.broken),
    truncated: found.some((one) => one.truncated),
    remote,
  };
};

const readLeaf = async (bytes: Uint8Array, part: MimePart, maximum: number): Promise<FoundText> => {
  const { text, broken } = await decodePartText(bytes, part);
  if (part.type !== "text/html") return { pieces: [text], broken, truncated: false, remote: 0 };
  const words = readHtml(text, maximum);
  return {
    pieces: [words.text],
    broken,
    truncated: words.truncated,
    remote: words.remoteContentCount,
  };
};

interface HeaderFacts {
  readonly block: HeaderBlock;
  readonly time: EventTime;
  readonly unreadableDate: string | undefined;
  readonly confirmed: boolean;
}

const readHeaderFacts = (block: HeaderBlock): HeaderFacts => {
  const { fields } = block;
  const { time, unreadable } = chooseMailTime(
    allFields(fields, "date"),
    firstField(fields, "received"),
  );
  const senders = readAddresses(allFields(fields, "from")).map((handle) => handle.value);
  return {
    block,
    time,
    unreadableDate: unreadable,
    confirmed: isSenderConfirmed(firstField(fields, "authentication-results"), senders),
  };
};

const toItem = (
  span: SourceSpan,
  facts: HeaderFacts,
  body: Body,
  attachments: readonly Attachment[],
): Item => {
  const { fields } = facts.block;
  const from = readAddresses(allFields(fields, "from"))[0];
  const to = readAddresses(["to", "cc", "bcc"].flatMap((name) => allFields(fields, name)));
  const subject = optionalText(firstField(fields, "subject"));
  const messageId = optionalText(firstField(fields, "message-id"));
  const flags: ItemFlag[] = [];
  if (body.truncated) flags.push("text-truncated");
  if (body.broken || facts.block.brokenEncoding) flags.push("broken-encoding");
  if (body.remoteContentCount > 0) flags.push("remote-content-not-loaded");
  if (!facts.confirmed) flags.push("sender-not-verified");
  return {
    kind: "email",
    span,
    time: facts.time,
    ...(from === undefined ? {} : { from }),
    ...(to.length === 0 ? {} : { to }),
    ...(subject === undefined ? {} : { subject }),
    ...(body.text === "" ? {} : { text: body.text }),
    ...(flags.length === 0 ? {} : { flags }),
    ...(attachments.length === 0 ? {} : { attachments }),
    details: {
      kind: "email",
      headers: fields,
      ...(messageId === undefined ? {} : { messageId }),
      authenticationResults: allFields(fields, "authentication-results"),
      dkimSignatures: allFields(fields, "dkim-signature"),
      remoteContentCount: body.remoteContentCount,
    },
  };
};

const optionalText = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const text = toItemText(decodeHeaderText(value)).text;
  return text === "" ? undefined : text;
};

export const memberName = (part: MimePart): string => `part ${part.path === "" ? "1" : part.path}`;

const toAttachment = (bytes: Uint8Array, part: MimePart, place: MailPlace): Attachment => {
  const sizeInBytes = countDecoded(bytes, part);
  // In a words-only copy of a mail the part's headers stay and its body is gone.
  const gone = place.wordsOnly && sizeInBytes === 0;
  return {
    name: toItemText(part.fileName ?? "").text,
    present: !gone,
    mediaType: part.type,
    ...(gone
      ? { missing: "not-kept-protected" }
      : { sizeInBytes, member: [...place.memberPath, memberName(part)] }),
  };
};

const notesOf = (
  bytes: Uint8Array,
  tree: MimeTree,
  facts: HeaderFacts,
  body: Body,
  place: MailPlace,
): readonly Parsed[] => {
  const notes: Parsed[] = [];
  const add = (code: NoteCode, start: number, end: number, detail?: string): void => {
    const span = place.exact
      ? { ...place.span, offset: place.span.offset + place.shift + start, length: end - start }
      : place.span;
    notes.push({
      kind: "note",
      note: { code, span, ...(detail === undefined ? {} : { detail }) },
    });
  };
  const { root } = tree;
  const { unreadable } = facts.block;
  if (unreadable !== undefined) add("header_unreadable", unreadable.start, unreadable.end);
  if (facts.unreadableDate !== undefined) {
    add("date_unreadable", root.start, root.bodyStart, cutText(facts.unreadableDate, 100));
  }
  if (facts.block.hadNul || body.hadNul) add("nul_bytes", root.start, bytes.length);
  if (facts.block.brokenEncoding || body.broken) add("invalid_utf8", root.start, bytes.length);
  for (const problem of tree.problems) add(problem.code, problem.start, problem.end);
  for (const range of tree.outside) {
    if (isWorthTelling(bytes, range.start, range.end)) add("mail_preamble", range.start, range.end);
  }
  return notes;
};

/** Every second mail says here that it is "a multi-part message in MIME format". */
const isWorthTelling = (bytes: Uint8Array, start: number, end: number): boolean => {
  if (end - start > 200) return true;
  const text = new TextDecoder().decode(bytes.subarray(start, end)).trim();
  return (
    text !== ""
    && !/^this is a (?:cryptographically signed |multi-?part )?message.{0,40}\bmime\b/i.test(text)
  );
};

const readNested = async (
  bytes: Uint8Array,
  part: MimePart,
  place: MailPlace,
): Promise<readonly Parsed[]> => {
  const member = [...place.memberPath, memberName(part)];
  const content = decodeTransfer(bytes, part);
  if (content.length === 0) return [];
  const span = { offset: 0, length: content.length, member };
  if (place.nesting + 1 >= place.limits.maximumNesting) {
    return [{ kind: "note", note: { code: "mime_too_deep", span } }];
  }
  return readMail(content, {
    ...place,
    span,
    exact: true,
    shift: 0,
    memberPath: member,
    nesting: place.nesting + 1,
  });
};
