import { findBase64Files } from "./base64-marks.ts";
import { findBase85Files } from "./base85-marks.ts";
import { findByteLists } from "./byte-lists.ts";
import type { FindStretches, Stretch } from "./file-beginnings.ts";
import { findSuspectStretches } from "./suspect-stretches.ts";
import { findTextPictures } from "./text-pictures.ts";

/** The one list of how a file can be written in a text: both doors of a protected case go by it. */
const ways: readonly FindStretches[] = [
  findTextPictures,
  findBase64Files,
  findBase85Files,
  findByteLists,
];

/** Whether a stretch that `findSuspectStretches` gave holds a written file. */
export const isWrittenFile = (stretch: string): boolean =>
  ways.some((find) => {
    for (const _ of find(stretch)) return true;
    return false;
  });

/**
 * Whether a picture, a recording or a file that may hold some is written out in a text, by the mark of its beginning.
 */
export const holdsWrittenFile = (text: string): boolean => {
  const suspects = findSuspectStretches(toBytes(text));
  if (suspects === undefined) return isWrittenFile(text);
  return suspects.some(([from, to]) => isWrittenFile(text.slice(from, to)));
};

/** One byte a character, so that places are the same: all that is looked for is ASCII. */
const toBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = Math.min(text.charCodeAt(at), 0x80);
  return bytes;
};

/** All such stretches, in order and apart from each other. */
export const findWrittenFiles = (text: string): readonly Stretch[] => {
  if (!holdsWrittenFile(text)) return [];
  const found = ways.flatMap((find) => [...find(text)]).toSorted((a, b) => a.start - b.start);
  const apart: Stretch[] = [];
  for (const { start, end } of found) {
    const last = apart.at(-1);
    if (last === undefined || start > last.end) apart.push({ start, end });
    else if (end > last.end) apart[apart.length - 1] = { start: last.start, end };
  }
  return apart;
};
