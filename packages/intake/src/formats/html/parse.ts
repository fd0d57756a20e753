import type { ItemFlag, Parsed } from "@holdfast/evidence";

import { headSizeInBytes, type ParseInput } from "../../format.ts";
import { cutText, toItemText } from "../../text/well-formed.ts";
import { timeInName } from "../../text/time-in-name.ts";
import { isMhtmlHead } from "./recognise.ts";
import { readPage } from "./read-page.ts";

/** One item for the page: title, address, words. Nothing in it is loaded, run or shown as markup. */
export async function* parseHtml(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const { source, name } = input;
  const span = { offset: 0, length: source.sizeInBytes };
  const head = await source.read(0, Math.min(headSizeInBytes, source.sizeInBytes));
  const page = await readPage(input, isMhtmlHead(head));
  const { text, hadNul } = toItemText(page.words.text);
  const subject = toItemText(page.words.title ?? "").text;
  const address =
    page.address === undefined ? undefined : cutText(toItemText(page.address).text, 4_000);
  const flags: ItemFlag[] = [];
  if (page.words.truncated) flags.push("text-truncated");
  if (page.broken) flags.push("broken-encoding");
  if (page.words.remoteContentCount > 0) flags.push("remote-content-not-loaded");
  const time = page.savedAt.kind === "unknown" ? (timeInName(name) ?? page.savedAt) : page.savedAt;
  const parsed: Parsed[] = [
    {
      kind: "item",
      item: {
        kind: "web-page",
        span,
        time,
        ...(subject === "" ? {} : { subject }),
        ...(text === "" ? {} : { text }),
        ...(flags.length === 0 ? {} : { flags }),
        details: {
          kind: "web-page",
          ...(address === undefined || address === "" ? {} : { address }),
          remoteContentCount: page.words.remoteContentCount,
        },
      },
    },
  ];
  if (hadNul) parsed.push({ kind: "note", note: { code: "nul_bytes", span } });
  for (const code of page.problems) parsed.push({ kind: "note", note: { code, span } });
  yield parsed;
}
