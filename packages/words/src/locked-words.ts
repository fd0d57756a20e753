import type { Item } from "@holdfast/evidence";

import { createSentences } from "./catalogue.ts";
import { lockedWordsMessages } from "./messages/en/locked-words.ts";

const sentence = createSentences("en", lockedWordsMessages);

/**
 * What `writeWords` puts between the words of the file of this name. The app and the command line say the same: the text is
 * proof, and the same words twice are one source.
 */
export const labelsOfWords = (name: string) => ({
  head: sentence("head", { name }),
  timeNotKnown: sentence("time_not_known", {}),
  fileNotHere: (kind: Item["kind"], file: string): string =>
    sentence(kind === "picture" || kind === "recording" ? kind : "file", { name: file }),
});
