import { listZip } from "@holdfast/containers";

import type { FileHead, Format, ParseInput, Recognition } from "../../format.ts";
import { threadFromFileName } from "../whatsapp-txt/thread-name.ts";
import { findChat } from "./find-chat.ts";
import { keepChatWords, parseWhatsappZip } from "./parse.ts";

/** A WhatsApp chat exported with its media: the chat's text, and the files beside it. */
export const whatsappZipFormat: Format = {
  id: "whatsapp-zip",
  exhibitKind: "chat-export",
  protectedClass: "mixed",
  recognise: (head) => recogniseByHead(head),
  confirm: (input) => confirmByList(input),
  parse: parseWhatsappZip,
  keepWords: keepChatWords,
};

const none: Recognition = { confidence: "none", mediaType: "application/zip", reasons: [] };

/** Any zip may be one: the list that tells stands at its end. */
const recogniseByHead = (file: FileHead): Recognition => {
  const { head } = file;
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4) return none;
  const reasons = threadFromFileName(file.name) === undefined ? [] : ["name_of_a_chat_export"];
  return { ...none, confidence: "name", reasons: [...reasons, "zip_signature"] };
};

const confirmByList = async (input: ParseInput): Promise<Recognition> => {
  const { entries } = await listZip(input.source, input.limits);
  const chat = await findChat(input.source, entries, input.limits);
  return chat === undefined
    ? none
    : { ...none, confidence: "signature", reasons: ["zip_signature", "holds_one_chat"] };
};
