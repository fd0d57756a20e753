import { type EventTime, type NoteCode, type Parsed, wallTimeToUtcMs } from "@holdfast/evidence";
import {
  type PictureMetadata,
  type PictureTime,
  readPictureMetadata,
  recognisePicture,
} from "@holdfast/picture";

import type { FileHead, Format, ParseInput, Recognition } from "../../format.ts";
import { timeInName } from "../../text/time-in-name.ts";

const recognise = ({ head }: FileHead): Recognition => {
  const picture = recognisePicture(head);
  return picture === undefined
    ? { confidence: "none", mediaType: "application/octet-stream", reasons: [] }
    : {
        confidence: "signature",
        mediaType: picture.mediaType,
        reasons: [`${picture.kind}_signature`],
      };
};

/** One item for the whole picture: when it was taken and how large it is, never what it shows. */
async function* parse(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const { source, name } = input;
  const span = { offset: 0, length: source.sizeInBytes };
  const metadata = await readPictureMetadata(source);
  const time = timeOf(metadata, name);
  const parsed: Parsed[] = [
    {
      kind: "item",
      item: {
        kind: "picture",
        span,
        time,
        details: {
          kind: "media",
          mediaType: metadata?.mediaType ?? "application/octet-stream",
          ...(metadata?.widthInPixels === undefined
            ? {}
            : { widthInPixels: metadata.widthInPixels }),
          ...(metadata?.heightInPixels === undefined
            ? {}
            : { heightInPixels: metadata.heightInPixels }),
          ...(metadata?.device === undefined ? {} : { device: metadata.device }),
          locationPresent: metadata?.locationPresent === true,
        },
      },
    },
  ];
  for (const problem of metadata?.problems ?? []) {
    const code: NoteCode = problem === "truncated" ? "file_truncated" : "metadata_unreadable";
    parsed.push({ kind: "note", note: { code, span } });
  }
  yield parsed;
}

const timeOf = (metadata: PictureMetadata | undefined, name: string): EventTime => {
  const stored = metadata?.taken;
  if (stored?.written === "when-taken") return toEventTime(stored, "container-metadata");
  // A name says when a screenshot was made; the time of saving may be that of any later copy.
  const named = timeInName(name);
  if (named !== undefined) return named;
  return stored === undefined ? { kind: "unknown" } : toEventTime(stored, "file-metadata");
};

export const toEventTime = (
  time: Pick<PictureTime, "local" | "offsetMinutes">,
  basis: "container-metadata" | "file-metadata",
): EventTime =>
  time.offsetMinutes === undefined
    ? { kind: "wall", local: time.local, precision: "second", basis }
    : {
        kind: "instant",
        at: wallTimeToUtcMs(time.local) - time.offsetMinutes * 60_000,
        precision: "second",
        basis,
        offsetMinutes: time.offsetMinutes,
      };

export const pictureFormat: Format = {
  id: "picture",
  exhibitKind: "file",
  protectedClass: "not-words",
  recognise,
  parse,
};
