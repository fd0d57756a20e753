import type { FileHead, Format, Recognition } from "../../format.ts";
import { HeaderScan, mayBeginHeader } from "./header.ts";
import { parseWhatsappTxt } from "./parse.ts";
import { isSystemText } from "./phrases/all.ts";
import { threadFromFileName } from "./thread-name.ts";

/** A WhatsApp chat exported as text. */
export const whatsappTxtFormat: Format = {
  id: "whatsapp-txt",
  exhibitKind: "chat-export",
  protectedClass: "text",
  recognise: (head) => recogniseChat(head),
  parse: parseWhatsappTxt,
};

const none: Recognition = { confidence: "none", mediaType: "text/plain", reasons: [] };

/** Lines looked at: a long first message must not hide the second header. */
const maximumLines = 400;

export const recogniseChat = (file: FileHead): Recognition => {
  const { head } = file;
  const scan = new HeaderScan();
  const shapes = new Map<number, number>();
  let named = 0;
  let beginsWithHeader = false;
  let at = 0;
  for (let line = 0; line < maximumLines && at < head.length; line += 1) {
    const feed = head.indexOf(10, at);
    const end = feed < 0 ? head.length : feed;
    if (mayBeginHeader(head[at]) && scan.scan(head, at, end)) {
      if (line === 0) beginsWithHeader = true;
      shapes.set(scan.shape, (shapes.get(scan.shape) ?? 0) + 1);
      if (isMessageStart(head.subarray(scan.bodyAt, Math.min(end, scan.bodyAt + 512)))) named += 1;
    }
    at = end + 1;
  }
  const most = Math.max(0, ...shapes.values());
  const hasName = isChatFileName(file.name);
  // A diary has dated lines too; a chat's lines carry a name or one of the app's own sentences.
  const isChat = named > 0 && (beginsWithHeader || most >= 3 || (hasName && most > 0));
  if (isChat) {
    const reasons = ["dated_message_headers", ...(hasName ? ["name_of_a_chat_export"] : [])];
    return { ...none, confidence: "shape", reasons };
  }
  return none;
};

const isMessageStart = (body: Uint8Array): boolean => {
  const text = new TextDecoder().decode(body);
  return /^[^\n]{1,128}?: ?/.test(text) || isSystemText(text);
};

const isChatFileName = (name: string): boolean =>
  /(^|\/)_chat\.txt$/i.test(name) || threadFromFileName(name) !== undefined;
