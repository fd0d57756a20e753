import { noteWeights } from "@holdfast/acquire";
import { cliSentence, formatBytes, noteSentence } from "@holdfast/words";

import type { AddedOrNot } from "../adding/add-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { toTerminalText } from "../text-columns.ts";

const notesShown = 5;

/** Says at once what became of a file: a long list that ends in a failure must not swallow what went well. */
export const sayFile = (terminal: Terminal, outcome: AddedOrNot): void => {
  if (outcome.kind === "not-added") {
    const { name = "", sentence } = outcome.problem;
    terminal.say(cliSentence("add_not_taken", { name: toTerminalText(name), why: sentence }));
    return;
  }
  const { file } = outcome;
  const words = {
    exhibit: file.exhibit,
    name: toTerminalText(file.name),
    format: file.format,
    size: formatBytes(file.sizeInBytes),
    items: file.items,
    already: file.alreadyKept ? "yes" : "no",
  };
  terminal.say(cliSentence(file.origin === "words-only" ? "add_words_file" : "add_file", words));
  const told = file.notes.filter((note) => noteWeights[note.code] !== "quiet");
  for (const note of told.slice(0, notesShown)) {
    const place = note.span.member?.join(" > ");
    const sentence = noteSentence(note.code, {
      ...(note.detail === undefined ? {} : { detail: note.detail }),
      ...(place === undefined ? {} : { place }),
    });
    terminal.say(`         - ${toTerminalText(sentence)}`);
  }
  const more = told.length - Math.min(notesShown, told.length);
  if (more > 0) terminal.say(`         ${cliSentence("add_more_notes", { count: more })}`);
};
