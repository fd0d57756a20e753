import { headSizeInBytes, type KeptWords, type ParseInput } from "../../format.ts";
import { removeWrittenFiles } from "@holdfast/evidence";
import { isMhtmlHead } from "./recognise.ts";
import { readPage } from "./read-page.ts";

/**
 * The words of a page as plain text: title, address, text. Markup, styles, scripts, drawings and data addresses all
 * stay behind, since a picture can stand in each of them.
 */
export async function* keepWordsOfHtml(input: ParseInput): AsyncGenerator<KeptWords> {
  const { source, limits } = input;
  const name = "page";
  if (source.sizeInBytes > limits.maximumMailSizeInBytes) {
    yield { kind: "not-kept", name, code: "file_not_kept" };
    return;
  }
  const head = await source.read(0, Math.min(headSizeInBytes, source.sizeInBytes));
  const unbounded = { ...limits, maximumItemTextInBytes: limits.maximumMailSizeInBytes };
  const page = await readPage({ ...input, limits: unbounded }, isMhtmlHead(head));
  const lines = [page.words.title, page.address, page.words.text].filter(
    (line) => line !== undefined,
  );
  const words = removeWrittenFiles(`${lines.join("\n\n")}\n`);
  yield {
    kind: "words",
    name: "words.txt",
    mediaType: "text/plain",
    exhibitKind: "webpage",
    bytes: new TextEncoder().encode(words.text),
  };
  for (let i = 0; i < words.removed; i += 1)
    yield { kind: "not-kept", name, code: "file_not_kept" };
  for (let i = 0; i < page.words.embeddedPictureCount; i += 1) {
    yield { kind: "not-kept", name, code: "picture_not_kept" };
  }
  if (page.hidesFile) yield { kind: "not-kept", name, code: "file_not_kept" };
  for (const part of page.otherParts) {
    const shown = removeWrittenFiles(part.name);
    const isPicture = part.type.startsWith("image/");
    const isRecording = /^(?:audio|video)\//.test(part.type);
    yield {
      kind: "not-kept",
      name: shown.removed === 0 && part.name !== "" ? part.name : name,
      code: isPicture ? "picture_not_kept" : isRecording ? "recording_not_kept" : "file_not_kept",
    };
  }
}
