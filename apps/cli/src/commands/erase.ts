import { lockedWithoutWords } from "@holdfast/acquire";
import { type Exhibit, type ExhibitId, isExhibitId } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import {
  type Command,
  type CommandContext,
  type CommandInput,
  flagOption,
  type Outcome,
} from "../command.ts";
import { withVault } from "../open-vault.ts";
import { askAndEraseLocked } from "../protected/erase-locked.ts";
import { toTerminalText } from "../text-columns.ts";
import { notDone, wrongUsage } from "../usage.ts";

export const eraseCommand: Command = {
  name: "erase",
  options: {
    yes: { type: "boolean" },
    locked: { type: "boolean" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 2 },
  run: (context, input) => {
    const [vaultPath = "", id] = input.positionals;
    const isAllLocked = flagOption(input.values, "locked");
    if (isAllLocked === (id !== undefined)) {
      return Promise.resolve(wrongUsage("usage_arguments", { command: "erase" }));
    }
    return withVault(context, input, (vault) => {
      if (!flagOption(input.values, "yes") && !context.terminal.isInteractive) {
        return Promise.resolve(wrongUsage("usage_not_interactive", {}));
      }
      if (id === undefined) return eraseLocked(context, input, vault);
      const exhibit = isExhibitId(id) ? vault.exhibit(id) : undefined;
      return exhibit === undefined
        ? Promise.resolve(wrongUsage("usage_exhibit", { value: id, vault: vaultPath }))
        : eraseOne(context, input, vault, exhibit);
    });
  },
};

const eraseOne = async (
  context: CommandContext,
  input: CommandInput,
  vault: Vault,
  exhibit: Exhibit,
): Promise<Outcome> => {
  if (!flagOption(input.values, "yes")) {
    sayWordsGoToo(context, vault, [exhibit]);
    const name = toTerminalText(exhibit.originalName);
    const answer = await context.terminal.ask(
      cliSentence("erase_confirm", { exhibit: exhibit.id, name }),
    );
    if (answer?.trim().toLowerCase() !== "yes") return notConfirmed(exhibit.id);
  }
  const erased = await vault.erase(exhibit.id);
  return erased.ok ? answerOf([exhibit.id]) : notDone(erased.error, exhibit.id);
};

const eraseLocked = async (
  context: CommandContext,
  input: CommandInput,
  vault: Vault,
): Promise<Outcome> => {
  if (vault.lockedExhibits().length === 0) return notDone({ code: "nothing_locked" });
  const isSure = flagOption(input.values, "yes");
  if (!isSure) sayWordsGoToo(context, vault, lockedWithoutWords(vault));
  const done = await askAndEraseLocked(context, vault, isSure);
  if (done === undefined) return notConfirmed();
  return done.error === undefined ? answerOf(done.erased) : notDone(done.error);
};

/** Words that stand nowhere else go with the file: said before, with what keeps them. */
const sayWordsGoToo = (
  context: CommandContext,
  vault: Vault,
  exhibits: readonly Exhibit[],
): void => {
  const without = new Set(lockedWithoutWords(vault).map(({ id }) => id));
  const count = exhibits.filter(({ id }) => without.has(id)).length;
  if (count > 0) context.terminal.say(cliSentence("erase_words_too", { count }));
};

const notConfirmed = (name?: string): Outcome => ({
  kind: "failed",
  exitCode: 1,
  error: {
    code: "erase_not_confirmed",
    ...(name === undefined ? {} : { name }),
    sentence: cliSentence("erase_not_confirmed", {}),
  },
});

const answerOf = (exhibits: readonly ExhibitId[]): Outcome => ({
  kind: "answered",
  exitCode: 0,
  answer: { holdfast: 1, command: "erase", exhibits },
  text: `${exhibits.map((exhibit) => cliSentence("erase_done", { exhibit })).join("\n")}\n`,
});
