import { type ByteSource } from "@holdfast/evidence";

import {
  type Confidence,
  type FileHead,
  type Format,
  headSizeInBytes,
  type ParseInput,
  type Recognition,
} from "./format.ts";
import { documentFormat } from "./formats/document/format.ts";
import type { Limits } from "./limits.ts";
import { formats as knownFormats } from "./registry.ts";

/** One format's opinion of a file. */
export interface Candidate {
  readonly format: Format;
  readonly recognition: Recognition;
}

const rank: Readonly<Record<Confidence, number>> = { signature: 3, shape: 2, name: 1, none: 0 };

/**
 * What the file may be, the surest first; formats that say no are left out, and `document` always stands last.
 * Content wins over name: a picture called `notes.txt` is a picture.
 */
export const recogniseFile = (
  head: FileHead,
  formats: readonly Format[] = knownFormats,
): readonly Candidate[] =>
  inOrder(formats.map((format) => ({ format, recognition: format.recognise(head) })));

export interface RecogniseInput {
  readonly source: ByteSource;
  readonly name: string;
  readonly limits: Limits;
  readonly signal?: AbortSignal;
}

/** As `recogniseFile`, and asks the formats that must look beyond the head. Rejects only when the source does. */
export const recogniseSource = async (
  input: RecogniseInput,
  formats: readonly Format[] = knownFormats,
): Promise<readonly Candidate[]> => {
  const head = await input.source.read(0, Math.min(headSizeInBytes, input.source.sizeInBytes));
  const fileHead = { name: input.name, sizeInBytes: input.source.sizeInBytes, head };
  const candidates: Candidate[] = [];
  // In the registry's order, which still decides between equals once all have answered.
  for (const format of formats) {
    const recognition = format.recognise(fileHead);
    if (recognition.confidence === "none") continue;
    candidates.push(await confirm({ format, recognition }, input));
  }
  return inOrder(candidates);
};

/** The format that a file is parsed with. */
export const bestOf = (candidates: readonly Candidate[]): Candidate => candidates[0] ?? unknownFile;

const unknownFile: Candidate = {
  format: documentFormat,
  recognition: {
    confidence: "none",
    mediaType: "application/octet-stream",
    reasons: ["no_known_format"],
  },
};

const confirm = async (candidate: Candidate, input: ParseInput): Promise<Candidate> =>
  candidate.format.confirm === undefined
    ? candidate
    : { format: candidate.format, recognition: await candidate.format.confirm(input) };

const inOrder = (candidates: readonly Candidate[]): readonly Candidate[] => [
  ...candidates
    .filter((c) => c.format !== documentFormat && c.recognition.confidence !== "none")
    // `sort` is stable: between equals the registry's order stands.
    .sort((a, b) => rank[b.recognition.confidence] - rank[a.recognition.confidence]),
  unknownFile,
];
