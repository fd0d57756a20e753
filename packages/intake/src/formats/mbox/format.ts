import type { FileHead, Format, Recognition } from "../../format.ts";
import { readHeadFields } from "../eml/recognise.ts";
import { keepWordsOfMbox } from "./keep-words.ts";
import { parseMbox } from "./parse.ts";

const mediaType = "application/mbox";

/** By its first "From " line and the mail headers under it. */
const recogniseMbox = ({ name, head }: FileHead): Recognition => {
  const isNamed = /\.(?:mbox|mbx)$/i.test(name);
  const lineEnd = head.indexOf(0x0a);
  const line = new TextDecoder("latin1").decode(head.subarray(0, Math.max(0, lineEnd)));
  if (/^From \S/.test(line)) {
    if (readHeadFields(head.subarray(lineEnd + 1)).length > 0) {
      return { confidence: "signature", mediaType, reasons: ["mbox_from_line"] };
    }
    if (isNamed) return { confidence: "name", mediaType, reasons: ["name_mbox"] };
  }
  return { confidence: "none", mediaType, reasons: [] };
};

export const mboxFormat: Format = {
  id: "mbox",
  exhibitKind: "email",
  protectedClass: "mixed",
  recognise: recogniseMbox,
  parse: parseMbox,
  keepWords: keepWordsOfMbox,
};
