import type { ExhibitId } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import type { CommandContext } from "../command.ts";
import { type CodedError } from "../problem.ts";
import { toTerminalText } from "../text-columns.ts";

export interface ErasedLocked {
  readonly erased: readonly ExhibitId[];
  readonly error?: CodedError;
}

/** All that is locked, named before anything goes. `undefined`: the answer was not a yes, and nothing was removed. */
export const askAndEraseLocked = async (
  context: CommandContext,
  vault: Vault,
  isSure: boolean,
): Promise<ErasedLocked | undefined> => {
  const locked = vault.lockedExhibits();
  if (!isSure) {
    const names = locked.map(
      (id) => `  ${id}  ${toTerminalText(vault.exhibit(id)?.originalName ?? "")}`,
    );
    context.terminal.say([cliSentence("erase_locked_list", {}), ...names].join("\n"));
    const answer = await context.terminal.ask(
      cliSentence("erase_locked_confirm", { count: locked.length }),
    );
    if (answer?.trim().toLowerCase() !== "yes") return undefined;
  }
  const erased: ExhibitId[] = [];
  for (const id of locked) {
    if (context.signal.aborted) return { erased, error: { code: "cancelled_between" } };
    const done = await vault.erase(id);
    if (!done.ok) return { erased, error: done.error };
    erased.push(id);
  }
  return { erased };
};

/**
 * Care rule 3: the choice. Never made for anybody: nothing but a clear answer deletes, and everything else leaves it
 * locked.
 */
export const offerChoice = async (
  context: CommandContext,
  vault: Vault,
): Promise<ErasedLocked | undefined> => {
  if (vault.lockedExhibits().length === 0 || !context.terminal.isInteractive) return undefined;
  const answer = await context.terminal.ask(cliSentence("protected_ask", {}));
  if (!/^(?:d|delete)$/i.test(answer?.trim() ?? "")) {
    context.terminal.say(cliSentence("protected_left", {}));
    return undefined;
  }
  const erased = await askAndEraseLocked(context, vault, false);
  if (erased === undefined) context.terminal.say(cliSentence("protected_left", {}));
  return erased;
};
