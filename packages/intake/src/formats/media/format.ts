import { assertNever, type ByteSource, type Parsed } from "@holdfast/evidence";
import { createWindowedReader } from "@holdfast/picture";

import { headSizeInBytes, type Format, type ParseInput } from "../../format.ts";
import { timeInName } from "../../text/time-in-name.ts";
import { type MediaFacts, noFacts } from "./media-facts.ts";
import { readAmr, readMp3, readOgg, readWav } from "./read-audio.ts";
import { readMatroska } from "./read-matroska.ts";
import { readMp4 } from "./read-mp4.ts";
import { recogniseMedia, recogniseMediaBytes, type MediaContainer } from "./recognise.ts";

/** One item for the whole recording; nothing of it is played or decoded. */
async function* parse({ source, name }: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const span = { offset: 0, length: source.sizeInBytes };
  const head = await source.read(0, Math.min(headSizeInBytes, source.sizeInBytes));
  const media = recogniseMediaBytes(head, name);
  const facts =
    media === undefined ? noFacts : await readFacts(media.container, createWindowedReader(source));
  const { time, truncated, ...details } = facts;
  const parsed: Parsed[] = [
    {
      kind: "item",
      item: {
        kind: "recording",
        span,
        time: time ?? timeInName(name) ?? { kind: "unknown" },
        details: {
          kind: "media",
          mediaType: media?.mediaType ?? "application/octet-stream",
          ...details,
        },
      },
    },
  ];
  if (truncated) parsed.push({ kind: "note", note: { code: "file_truncated", span } });
  yield parsed;
}

const readFacts = async (container: MediaContainer, source: ByteSource): Promise<MediaFacts> => {
  switch (container) {
    case "mp4":
      return readMp4(source);
    case "ogg":
      return readOgg(source);
    case "wav":
      return readWav(source);
    case "mp3":
      return readMp3(source);
    case "amr":
      return readAmr(source);
    case "matroska":
      return readMatroska(source);
    case "aac":
      return noFacts;
    default:
      return assertNever(container);
  }
};

export const mediaFormat: Format = {
  id: "media",
  exhibitKind: "file",
  protectedClass: "not-words",
  recognise: recogniseMedia,
  parse,
};
