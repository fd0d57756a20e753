import type { NoteCode } from "@holdfast/evidence";

import { createSentences } from "./catalogue.ts";
import { noteMessages } from "./messages/en/notes.ts";

const say = createSentences("en", noteMessages);

/** `detail` comes from a stranger's file: show it isolated and never as markup. */
export interface NoteParameters {
  readonly detail?: string;
  /** The member of a zip or a mail that the note is about. */
  readonly place?: string;
}

/** The sentence of a note. A detail without a place in the sentence follows it in quotes, as a member's name does. */
export const noteSentence = (code: NoteCode, parameters: NoteParameters = {}): string => {
  const detail = parameters.detail;
  const wantsDetail = noteMessages[code].includes("{detail}");
  const sentence = say(code, { detail: detail ?? "not said" });
  const named = [
    ...(wantsDetail || detail === undefined ? [] : [detail]),
    ...(parameters.place === undefined ? [] : [parameters.place]),
  ];
  return named.length === 0
    ? sentence
    : `${sentence} (${named.map((name) => `“${name}”`).join(", ")})`;
};
