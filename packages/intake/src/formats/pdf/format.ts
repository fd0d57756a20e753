import type { Parsed } from "@holdfast/evidence";

import type { FileHead, Format, ParseInput, Recognition } from "../../format.ts";
import { toEventTime } from "../picture/format.ts";
import { timeInName } from "../../text/time-in-name.ts";
import { readPdf } from "./read-pdf.ts";

const mediaType = "application/pdf";

/** Readers accept the signature anywhere in the first KiB; so do we. */
const recognise = ({ head }: FileHead): Recognition => {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 1_024));
  const at = start.search(/%PDF-\d\.\d/);
  if (at === 0) return { confidence: "signature", mediaType, reasons: ["pdf_signature"] };
  return at > 0
    ? { confidence: "shape", mediaType, reasons: ["pdf_signature_late"] }
    : { confidence: "none", mediaType, reasons: [] };
};

/** One item for the whole document. Its text is not read. */
async function* parse({ source, name }: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const span = { offset: 0, length: source.sizeInBytes };
  const facts = await readPdf(source);
  const parsed: Parsed[] = [
    {
      kind: "item",
      item: {
        kind: "document",
        span,
        time:
          facts.created === undefined
            ? (timeInName(name) ?? { kind: "unknown" })
            : toEventTime(facts.created, "container-metadata"),
        details: {
          kind: "media",
          mediaType,
          ...(facts.pages === undefined ? {} : { pages: facts.pages }),
          locationPresent: false,
        },
      },
    },
  ];
  parsed.push({ kind: "note", note: { code: "text_not_read", span } });
  if (facts.truncated) parsed.push({ kind: "note", note: { code: "file_truncated", span } });
  yield parsed;
}

export const pdfFormat: Format = {
  id: "pdf",
  exhibitKind: "file",
  protectedClass: "not-words",
  recognise,
  parse,
};
