import { setImmediate } from "node:timers/promises";

import { keepWordsOfLocked, type MadeWords } from "@holdfast/acquire";
import type { Vault } from "@holdfast/vault";
import { cliSentence, labelsOfWords } from "@holdfast/words";

import type { CommandContext } from "../command.ts";
import type { Problem } from "../contract/common.ts";
import { toProblem } from "../problem.ts";

export interface KeptWords {
  readonly made: readonly MadeWords[];
  readonly notMade: readonly Problem[];
}

/** The words of what is locked, each once, with what hindered it in words. */
export const keepLockedWords = async (
  { signal }: Pick<CommandContext, "signal">,
  vault: Vault,
): Promise<KeptWords> => {
  const { made, notMade } = await keepWordsOfLocked(vault, {
    signal,
    labelsOf: ({ originalName }) => labelsOfWords(originalName),
    breathe: () => setImmediate(),
  });
  return {
    made,
    notMade: notMade.map(({ from, error }) => toProblem(error, from.originalName)),
  };
};

/** What was made and what was not, for people. */
export const wordsSentences = ({ made, notMade }: KeptWords): readonly string[] => [
  ...made.map(({ exhibit, from, name, items }) =>
    cliSentence("words_made", { exhibit, from, name, items }),
  ),
  ...notMade.map(({ sentence }) => sentence),
];
