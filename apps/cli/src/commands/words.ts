import { cliSentence } from "@holdfast/words";

import type { Command } from "../command.ts";
import { withVault } from "../open-vault.ts";
import { keepLockedWords, wordsSentences } from "../protected/say-words.ts";

export const wordsCommand: Command = {
  name: "words",
  options: { "passphrase-file": { type: "string" } },
  positionals: { least: 1, most: 1 },
  run: (context, input) =>
    withVault(context, input, async (vault) => {
      const kept = await keepLockedWords(context, vault);
      const indexed = await vault.indexPending({ signal: context.signal });
      const nothing = kept.made.length === 0 && kept.notMade.length === 0;
      const cancelled = context.signal.aborted;
      return {
        kind: "answered",
        exitCode: kept.notMade.length > 0 || cancelled ? 1 : 0,
        answer: { holdfast: 1, command: "words", vault: input.positionals[0], ...kept, cancelled },
        text: `${[
          ...wordsSentences(kept),
          ...(nothing && !cancelled ? [cliSentence("words_none", {})] : []),
          ...(kept.made.length > 0 ? [cliSentence("words_kept", {})] : []),
          ...(cancelled ? [cliSentence("cancelled_between", {})] : []),
          ...(indexed.ok || cancelled ? [] : [cliSentence("add_index_unfinished", {})]),
        ].join("\n")}\n`,
      };
    }),
};
