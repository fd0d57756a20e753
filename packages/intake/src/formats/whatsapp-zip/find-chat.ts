import { entrySource, type ZipEntry, ZipEntryFailure } from "@holdfast/containers";
import type { ByteSource } from "@holdfast/evidence";

import { headSizeInBytes } from "../../format.ts";
import type { Limits } from "../../limits.ts";
import { recogniseChat } from "../whatsapp-txt/format.ts";
import { threadFromFileName } from "../whatsapp-txt/thread-name.ts";
import { findChatCandidates, folderOf } from "./chat-listing.ts";

/**
 * The one chat of the archive, by its content. `undefined` when there is none, or more than one: an archive of several
 * exports is an archive.
 */
export const findChat = async (
  source: ByteSource,
  entries: readonly ZipEntry[],
  limits: Limits,
): Promise<ZipEntry | undefined> => {
  const chats: ZipEntry[] = [];
  for (const entry of findChatCandidates(entries)) {
    if (await isChat(source, entry, limits)) chats.push(entry);
  }
  const [chat, another] = chats;
  if (
    chat === undefined
    || (another !== undefined && folderOf(another.name) !== folderOf(chat.name))
  ) {
    return undefined;
  }
  // A chat that was sent as a file within the chat lies beside it; the export's own text has the export's name.
  const own = chats.filter(
    (c) => threadFromFileName(c.name) !== undefined || /(^|\/)_chat\.txt$/i.test(c.name),
  );
  if (another === undefined) return chat;
  return own.length === 1 ? own[0] : undefined;
};

const isChat = async (source: ByteSource, entry: ZipEntry, limits: Limits): Promise<boolean> => {
  try {
    const text = await entrySource(source, entry, { limits });
    const head = await text.read(0, headSizeInBytes);
    const recognition = recogniseChat({ name: entry.name, sizeInBytes: text.sizeInBytes, head });
    return recognition.confidence === "shape";
  } catch (error) {
    // A damaged entry is no chat; the parser of the archive says what is wrong with it.
    if (error instanceof ZipEntryFailure) return false;
    throw error;
  }
};
