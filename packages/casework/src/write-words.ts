import {
  type Attachment,
  type EventTime,
  type Item,
  type ItemDetails,
  type Note,
  type Parsed,
  removeWrittenFiles,
  utcMsToIso,
} from "@holdfast/evidence";

/** The few sentences that stand between the words; the app says them in the person's language. */
export interface WordsLabels {
  /** The first lines: of what these are the words, and who wrote them out. */
  readonly head: string;
  readonly timeNotKnown: string;
  readonly fileNotHere: (kind: Item["kind"], name: string) => string;
}

/** A piece of the text, and what it holds; the spans are places in the whole text. */
export interface WrittenWords {
  readonly text: string;
  readonly parsed: readonly Parsed[];
}

/**
 * Writes the words of items as one text: who, when, what was written; files by their names alone. Joined, the pieces are
 * the text, and each item is what it was with its place in it.
 *
 * Care rule 3: what is written into a message in letters and is a picture goes, as everywhere. See [Note: words of a
 * locked file].
 */
export function* writeWords(labels: WordsLabels, items: Iterable<Item>): Generator<WrittenWords> {
  let offset = 0;
  const at = (text: string): { readonly offset: number; readonly length: number } => {
    const span = { offset, length: new TextEncoder().encode(text).length };
    offset += span.length;
    return span;
  };
  const head = `${wellFormed(labels.head)}\n\n`;
  at(head);
  yield { text: head, parsed: [] };
  let thread: string | undefined;
  for (const item of items) {
    if (item.thread !== thread && item.thread !== undefined) {
      const title = `\n--- ${clean(item.thread).replaceAll("\n", " ")} ---\n`;
      at(title);
      yield { text: title, parsed: [] };
    }
    thread = item.thread ?? thread;
    const wordsItem = wordsOf(item);
    const text = lineOf(labels, wordsItem);
    const span = at(text);
    const note = noteOf(item, text);
    yield {
      text,
      parsed: [
        ...(hasWords(item) ? [{ kind: "item" as const, item: { ...wordsItem, span } }] : []),
        ...(note === undefined ? [] : [{ kind: "note" as const, note: { ...note, span } }]),
      ],
    };
  }
}

/** A picture, a recording, a paper that was not read: named, and nothing more. */
export const hasWords = (item: Item): boolean =>
  item.kind === "message"
  || item.kind === "email"
  || item.kind === "call"
  || (item.kind !== "picture" && item.kind !== "recording" && item.text !== undefined);

const wordsOf = (item: Item): Item => ({
  kind: item.kind,
  span: item.span,
  time: item.time,
  ...(item.from === undefined ? {} : { from: { ...item.from, value: clean(item.from.value) } }),
  ...(item.to === undefined
    ? {}
    : { to: item.to.map((handle) => ({ ...handle, value: clean(handle.value) })) }),
  ...(item.thread === undefined ? {} : { thread: clean(item.thread) }),
  ...(item.subject === undefined ? {} : { subject: clean(item.subject) }),
  ...(item.text === undefined ? {} : { text: clean(item.text) }),
  ...(item.flags === undefined ? {} : { flags: item.flags }),
  ...(item.attachments === undefined ? {} : { attachments: item.attachments.map(nameOnly) }),
  ...detailsOf(item.details),
});

const nameOnly = ({ name, missing }: Attachment): Attachment => ({
  name: clean(name),
  present: false,
  missing: missing ?? "not-kept-protected",
});

const detailsOf = (details: ItemDetails | undefined): { readonly details?: ItemDetails } => {
  if (details === undefined || details.kind === "media") return {};
  if (details.kind === "message") return { details };
  if (details.kind === "web-page") {
    const { address } = details;
    return {
      details: { ...details, ...(address === undefined ? {} : { address: clean(address) }) },
    };
  }
  return {
    details: {
      ...details,
      headers: details.headers.map(([name, value]) => [clean(name), clean(value)] as const),
      authenticationResults: details.authenticationResults.map(clean),
      dkimSignatures: details.dkimSignatures.map(clean),
    },
  };
};

const clean = (text: string): string => removeWrittenFiles(wellFormed(text)).text;

/** Halves of characters cannot be written as UTF-8, and what cannot be seen has no place in a text: the vault refuses it. */
const wellFormed = (text: string): string =>
  new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(new TextEncoder().encode(text))
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "\u{FFFD}");

/** Lines after the first are set in, so that a header that somebody pasted into a message is no header here. */
const lineOf = (labels: WordsLabels, item: Item): string => {
  const when = timeOf(labels, item.time);
  const who = item.from === undefined ? "" : ` ${item.from.value}:`;
  const files = hasWords(item)
    ? (item.attachments ?? []).map(({ name }) => labels.fileNotHere(item.kind, name))
    : [labels.fileNotHere(item.kind, nameOf(item))];
  const said = hasWords(item) ? (item.text ?? "") : "";
  const headers =
    item.details?.kind === "email"
      ? item.details.headers.map(([name, value]) => `${name}: ${value}`)
      : item.subject === undefined
        ? []
        : [item.subject];
  const parts = [...headers, ...(headers.length > 0 && said !== "" ? [""] : []), said, ...files];
  const body = parts.filter((part, index) => part !== "" || parts[index + 1] === said).join("\n");
  return `[${when}]${who} ${body.replaceAll("\n", "\n    ")}\n`;
};

const nameOf = (item: Item): string =>
  item.attachments?.[0]?.name ?? item.span.member?.at(-1) ?? item.subject ?? "";

const timeOf = ({ timeNotKnown }: WordsLabels, time: EventTime): string => {
  switch (time.kind) {
    case "instant":
      return utcMsToIso(time.at);
    case "wall":
      return time.local
        .replace("T", " ")
        .slice(0, time.precision === "day" ? 10 : time.precision === "minute" ? 16 : 19);
    case "range":
      return `${utcMsToIso(time.earliest)} / ${utcMsToIso(time.latest)}`;
    case "unknown":
      return timeNotKnown;
  }
};

const noteOf = (item: Item, text: string): Omit<Note, "span"> | undefined => {
  if (hasWords(item)) {
    return text.includes("[not kept]") ? { code: "picture_not_kept" } : undefined;
  }
  const code =
    item.kind === "picture"
      ? "picture_not_kept"
      : item.kind === "recording"
        ? "recording_not_kept"
        : "file_not_kept";
  return { code, detail: nameOf(item) };
};
