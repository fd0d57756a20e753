import { isExhibitId } from "@holdfast/evidence";
import { cliSentence } from "@holdfast/words";

import { type Command, flagOption } from "../command.ts";
import { withVault } from "../open-vault.ts";
import { toTerminalText } from "../text-columns.ts";
import { notDone, wrongUsage } from "../usage.ts";

export const eraseCommand: Command = {
  name: "erase",
  options: { yes: { type: "boolean" }, "passphrase-file": { type: "string" } },
  positionals: { least: 2, most: 2 },
  run: (context, input) =>
    withVault(context, input, async (vault) => {
      const [vaultPath = "", id = ""] = input.positionals;
      const exhibit = isExhibitId(id) ? vault.exhibit(id) : undefined;
      if (exhibit === undefined)
        return wrongUsage("usage_exhibit", { value: id, vault: vaultPath });
      if (!flagOption(input.values, "yes")) {
        const name = toTerminalText(exhibit.originalName);
        const answer = await context.terminal.ask(
          cliSentence("erase_confirm", { exhibit: id, name }),
        );
        if (answer === undefined && !context.terminal.isInteractive)
          return wrongUsage("usage_not_interactive", {});
        if (answer?.trim().toLowerCase() !== "yes") {
          return {
            kind: "failed",
            exitCode: 1,
            error: {
              code: "erase_not_confirmed",
              name: id,
              sentence: cliSentence("erase_not_confirmed", {}),
            },
          };
        }
      }
      const erased = await vault.erase(exhibit.id);
      if (!erased.ok) return notDone(erased.error, id);
      return {
        kind: "answered",
        exitCode: 0,
        answer: { holdfast: 1, command: "erase", exhibit: id },
        text: `${cliSentence("erase_done", { exhibit: id })}\n`,
      };
    }),
};
