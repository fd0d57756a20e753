import {
  entrySource,
  listZip,
  openEntry,
  type OpenOptions,
  type ZipEntry,
  type ZipEntryErrorCode,
  ZipEntryFailure,
} from "@holdfast/containers";
import {
  assert,
  type Attachment,
  type ByteSource,
  type Note,
  type Parsed,
} from "@holdfast/evidence";

import type { KeptWords, NestedIntake, ParseInput } from "../../format.ts";
import { mediaTypeOfName } from "../../media-type-of-name.ts";
import { prefixMember } from "../../member-path.ts";
import { parseChat } from "../whatsapp-txt/parse.ts";
import { openChecked, parseEntry, toParsedNote } from "../zip/parse.ts";
import { createFileFinder, folderOf } from "./chat-listing.ts";
import { findChat } from "./find-chat.ts";

/**
 * The messages, each joined to its files; then every file by name: those that a message names belong to it, the others
 * are parsed as what they are.
 */
export async function* parseWhatsappZip(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const nested = nestedOf(input);
  const { entries, notes } = await listZip(input.source, input.limits);
  yield notes.map(toParsedNote);
  const chat = await findChat(input.source, entries, input.limits);
  const named = new Set<ZipEntry>();
  if (chat !== undefined) yield* parseChatEntry(input, nested, { entries, chat, named });
  for (const entry of entries) {
    if (input.signal?.aborted === true) return;
    if (entry === chat) continue;
    if (named.has(entry)) yield* noteOfMedia(input, nested, entry);
    else yield* parseEntry(input, entry, nested);
  }
  yield [toNote("archive_structure", { offset: 0, length: input.source.sizeInBytes })];
}

const nestedOf = (input: ParseInput): NestedIntake => {
  assert(input.nested !== undefined, "an archive is parsed by way of takeIn");
  return input.nested;
};

const toNote = (code: Note["code"], span: Note["span"]): Parsed => ({
  kind: "note",
  note: { code, span },
});

interface ChatArchive {
  readonly entries: readonly ZipEntry[];
  readonly chat: ZipEntry;
  /** Filled with the entries that messages name. */
  readonly named: Set<ZipEntry>;
}

async function* parseChatEntry(
  input: ParseInput,
  nested: NestedIntake,
  archive: ChatArchive,
): AsyncGenerator<readonly Parsed[]> {
  const { chat } = archive;
  const opened = await openChecked(input.source, chat, optionsOf(input, nested));
  if (opened.failure !== undefined) {
    const length = opened.source?.sizeInBytes ?? 0;
    yield [toNote(opened.failure, { offset: 0, length, member: [chat.name] })];
  }
  if (opened.source === undefined) return;
  const chatInput = { ...input, source: opened.source, name: chat.name };
  const options = {
    titleName: /(^|\/)_chat\.txt$/i.test(chat.name) ? input.name : chat.name,
    findFile: createFindFile(archive),
  };
  for await (const batch of parseChat(chatInput, options)) {
    // The file finder's paths already lead from the archive; only the spans lie in the chat's text.
    yield batch.map((parsed) => withAttachments(prefixMember(parsed, [chat.name]), parsed));
  }
}

const withAttachments = (prefixed: Parsed, original: Parsed): Parsed =>
  prefixed.kind === "item" && original.kind === "item" && original.item.attachments !== undefined
    ? { kind: "item", item: { ...prefixed.item, attachments: original.item.attachments } }
    : prefixed;

const createFindFile = (archive: ChatArchive) => {
  const find = createFileFinder(archive.entries, folderOf(archive.chat.name));
  return (name: string): Attachment => {
    const entry = find(name);
    if (entry === undefined || entry === archive.chat) {
      return { name, present: false, missing: "not-in-export" };
    }
    archive.named.add(entry);
    const mediaType = mediaTypeOfName(entry.name);
    return {
      name,
      present: true,
      sizeInBytes: entry.sizeInBytes,
      member: [entry.name],
      ...(mediaType === undefined ? {} : { mediaType }),
    };
  };
};

const optionsOf = (input: ParseInput, nested: NestedIntake): OpenOptions => ({
  limits: input.limits,
  budget: nested.budget,
});

/** The file is read once, so that a damaged one is known while the export can still be made again. */
async function* noteOfMedia(
  input: ParseInput,
  nested: NestedIntake,
  entry: ZipEntry,
): AsyncGenerator<readonly Parsed[]> {
  const span = { offset: 0, length: entry.sizeInBytes, member: [entry.name] };
  const failure = await checkEntry(input.source, entry, optionsOf(input, nested));
  yield [
    toNote("media_belongs_to_chat", span),
    ...(failure === undefined ? [] : [toNote(failure, span)]),
  ];
}

const checkEntry = async (
  source: ByteSource,
  entry: ZipEntry,
  options: OpenOptions,
): Promise<ZipEntryErrorCode | undefined> => {
  try {
    for await (const chunk of openEntry(source, entry, options)) {
      assert(chunk.length > 0, "an entry is given in pieces that hold something");
    }
    return undefined;
  } catch (error) {
    if (error instanceof ZipEntryFailure) return error.code;
    throw error;
  }
};

/**
 * Care rule 2: of a chat only its text is kept. Everything else is listed by name and neither opened nor hashed,
 * whatever its name says it is.
 */
export async function* keepChatWords(input: ParseInput): AsyncGenerator<KeptWords> {
  const nested = nestedOf(input);
  const { entries, notes } = await listZip(input.source, input.limits);
  const chat = await findChat(input.source, entries, input.limits);
  for (const note of notes) {
    if (note.name !== undefined) yield { kind: "not-kept", name: note.name, code: "file_not_kept" };
  }
  for (const entry of entries) {
    if (entry.isFolder) continue;
    if (entry === chat) yield* keepChatText(input, nested, entry);
    else yield { kind: "not-kept", name: entry.name, code: notKeptCodeOfName(entry.name) };
  }
}

async function* keepChatText(
  input: ParseInput,
  nested: NestedIntake,
  chat: ZipEntry,
): AsyncGenerator<KeptWords> {
  const source = await entrySource(input.source, chat, optionsOf(input, nested));
  for await (const kept of nested.keepWords({ source, name: chat.name, path: [chat.name] })) {
    yield kept;
  }
}

const notKeptCodeOfName = (name: string) => {
  const mediaType = mediaTypeOfName(name) ?? "";
  if (mediaType.startsWith("image/")) return "picture_not_kept";
  return mediaType.startsWith("audio/") || mediaType.startsWith("video/")
    ? "recording_not_kept"
    : "file_not_kept";
};
