import type { Attachment, Item, ItemFlag, NoteCode, Parsed } from "@holdfast/evidence";

import type { ParseInput } from "../../format.ts";
import { readAhead } from "../../readers/read-ahead.ts";
import { type BodyReading, createReadBody } from "./body.ts";
import { createChatTime } from "./chat-time.ts";
import { type ChatMessage, splitMessages } from "./split-messages.ts";
import { type Survey, surveyChat } from "./survey.ts";
import { threadFromFileName } from "./thread-name.ts";

/** How a file that a message names is found: beside the chat in an archive, or not at all. */
export type FindFile = (name: string) => Attachment;

export interface ChatOptions {
  /** The name that carries the chat's title: the archive's for `_chat.txt`. */
  readonly titleName?: string;
  readonly findFile?: FindFile;
  readonly chunkSizeInBytes?: number;
}

export const parseWhatsappTxt = (input: ParseInput): AsyncIterable<readonly Parsed[]> =>
  parseChat(input, {});

/**
 * Small, so that most of a chunk's messages are gone when the collector comes by, and few are moved to where only a full
 * collection finds them: 16 kB in place of 128 kB halved what parsing a million messages takes over an idle Node.
 */
const defaultChunkSizeInBytes = 1 << 14;
const readAheadInBytes = 1 << 17;

/**
 * Two passes over the source: the first learns the shape of headers and the order of dates from the whole file, the
 * second reads the messages. Memory holds a chunk and its messages.
 */
export async function* parseChat(
  input: ParseInput,
  options: ChatOptions,
): AsyncGenerator<readonly Parsed[]> {
  const { limits, signal } = input;
  const source = readAhead(input.source, readAheadInBytes);
  const chunkSizeInBytes = options.chunkSizeInBytes ?? defaultChunkSizeInBytes;
  const reading = { chunkSizeInBytes, ...(signal === undefined ? {} : { signal }) };
  const survey = await surveyChat(source, reading);
  if (survey === undefined) {
    yield [toNote("not_a_chat", 0, source.sizeInBytes)];
    return;
  }
  yield orderNotes(survey);
  const chat = createChat(input, options, survey);
  let isFirst = true;
  for await (const messages of splitMessages(source, {
    ...reading,
    maximumTextInBytes: limits.maximumItemTextInBytes,
    accepts: chat.time.accepts,
  })) {
    const [first] = messages;
    if (isFirst && first !== undefined) {
      isFirst = false;
      yield await notesBefore(input, first.offset);
    }
    for (let at = 0; at < messages.length; at += batchSize) {
      yield toParsed(chat, messages.slice(at, at + batchSize));
    }
  }
  if (signal?.aborted === true) return;
  if (isFirst) yield [toNote("not_a_chat", 0, source.sizeInBytes)];
  else yield [...chat.time.notes(), ...cutNotes(chat.count)];
}

const batchSize = 1_000;

interface Chat {
  readonly time: ReturnType<typeof createChatTime>;
  readonly readBody: ReturnType<typeof createReadBody>;
  readonly thread: string | undefined;
  readonly findFile: FindFile;
  count: number;
}

const createChat = (input: ParseInput, options: ChatOptions, survey: Survey): Chat => {
  const thread = threadFromFileName(options.titleName ?? input.name);
  const missing = input.wordsOnly === true ? "not-kept-protected" : "not-in-export";
  return {
    time: createChatTime(survey),
    readBody: createReadBody(survey.senders, thread),
    thread,
    findFile: options.findFile ?? ((name) => ({ name, present: false, missing })),
    count: 0,
  };
};

const toParsed = (chat: Chat, messages: readonly ChatMessage[]): readonly Parsed[] => {
  const parsed: Parsed[] = [];
  for (const message of messages) {
    chat.count += 1;
    const body = chat.readBody(message.body);
    parsed.push({ kind: "item", item: toItem(chat, message, body) });
    if (message.isBroken) parsed.push(toNote("invalid_utf8", message.offset, message.length));
    if (message.hasNul) parsed.push(toNote("nul_bytes", message.offset, message.length));
  }
  return parsed;
};

const toItem = (chat: Chat, message: ChatMessage, body: BodyReading): Item => {
  const time = chat.time.timeOf(message);
  const flags = flagsOf(body, message, chat.time.isOutOfOrder(), chat.time.isAssumed);
  const span = { offset: message.offset, length: message.length };
  if (
    body.from !== undefined
    && flags.length === 0
    && body.files.length === 0
    && body.kind === "message"
    && body.poll === undefined
    && chat.thread !== undefined
  ) {
    // Nearly every message of nearly every chat.
    return { kind: "message", span, time, from: body.from, thread: chat.thread, text: body.text };
  }
  const details = detailsOf(body);
  return {
    kind: body.kind,
    span,
    time,
    ...(body.from === undefined ? {} : { from: body.from }),
    ...(chat.thread === undefined ? {} : { thread: chat.thread }),
    ...(body.text === "" && body.files.length > 0 ? {} : { text: body.text }),
    ...(flags.length === 0 ? {} : { flags }),
    ...attachmentsOf(chat, body, flags),
    ...(details === undefined ? {} : { details }),
  };
};

const flagsOf = (
  body: BodyReading,
  message: ChatMessage,
  isOutOfOrder: boolean,
  isAssumed: boolean,
): readonly ItemFlag[] => {
  if (!isOutOfOrder && !isAssumed && !message.isTruncated && !message.isBroken && !message.hasNul) {
    return body.flags;
  }
  const flags: ItemFlag[] = [...body.flags];
  if (isOutOfOrder) flags.push("out-of-order");
  if (isAssumed) flags.push("date-order-assumed");
  if (message.isTruncated) flags.push("text-truncated");
  if (message.isBroken || message.hasNul) flags.push("broken-encoding");
  return flags;
};

const attachmentsOf = (
  chat: Chat,
  body: BodyReading,
  flags: readonly ItemFlag[],
): { readonly attachments?: readonly Attachment[] } => {
  const isOmitted = flags.includes("media-omitted");
  if (body.files.length > 0) {
    return {
      attachments: body.files.map((name) =>
        isOmitted ? { name, present: false, missing: "omitted-by-export" } : chat.findFile(name),
      ),
    };
  }
  return isOmitted
    ? { attachments: [{ name: "", present: false, missing: "omitted-by-export" }] }
    : {};
};

const detailsOf = (body: BodyReading): Item["details"] => {
  if (body.poll !== undefined) return { kind: "message", poll: body.poll };
  if (body.callMissed !== undefined) return { kind: "message", callMissed: body.callMissed };
  return undefined;
};

const toNote = (code: NoteCode, offset: number, length: number, detail?: string): Parsed => ({
  kind: "note",
  note: { code, span: { offset, length }, ...(detail === undefined ? {} : { detail }) },
});

const orderNotes = (survey: Survey): readonly Parsed[] => {
  const { basis, order } = survey.order;
  if (basis === "written") return [];
  const code = basis === "assumed" ? "date_order_ambiguous" : "date_order_decided";
  return [toNote(code, 0, 0, order)];
};

const byteOrderMarkSize = 3;

/** What stands before the first message: a mark of the encoding, empty lines, or text of a file that was cut. */
const notesBefore = async (input: ParseInput, offset: number): Promise<readonly Parsed[]> => {
  if (offset === 0)
    return startsWithMark(await input.source.read(0, byteOrderMarkSize))
      ? [toNote("byte_order_mark", 0, byteOrderMarkSize)]
      : [];
  const start = await input.source.read(0, Math.min(offset, input.limits.maximumLineLengthInBytes));
  const isBlank = start.length === offset && start.every((byte) => byte <= 32);
  return [toNote(isBlank ? "blank_lines" : "text_before_first_message", 0, offset)];
};

const startsWithMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** WhatsApp exports at most about this many of the newest messages, without and with media. */
const exportLimits = [40_000, 10_000] as const;

const cutNotes = (count: number): readonly Parsed[] =>
  exportLimits.some((limit) => Math.abs(count - limit) <= limit / 100)
    ? [toNote("export_maybe_cut", 0, 0, String(count))]
    : [];
