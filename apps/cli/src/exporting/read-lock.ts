import { err, ok, type Result } from "@holdfast/evidence";
import { type CliMessageCode, cliSentence } from "@holdfast/words";

import { type CommandContext, flagOption, type OptionValues, textOption } from "../command.ts";
import { readSecret } from "../secrets.ts";
import { checkRecipient, type Lock } from "./encrypt-stream.ts";

/** How the copy is to leave has to be said: nothing leaves readable by oversight. */
export const readLock = async (
  context: Pick<CommandContext, "terminal" | "environment">,
  values: OptionValues,
): Promise<Result<Lock, { readonly code: CliMessageCode; readonly cause?: string }>> => {
  const recipient = textOption(values, "age-recipient");
  const withPassphrase = flagOption(values, "age-passphrase");
  const plain = flagOption(values, "plain");
  const chosen = [recipient !== undefined, withPassphrase, plain].filter(Boolean).length;
  if (chosen > 1) return err({ code: "usage_encryption_one" });
  if (chosen === 0) return err({ code: "usage_encryption" });
  if (plain) return ok({ kind: "plain" });
  if (recipient !== undefined) {
    const checked = checkRecipient(recipient);
    return checked.ok ? ok({ kind: "recipient", recipient }) : checked;
  }
  const passphrase = await readSecret(context, {
    file: undefined,
    variable: "HOLDFAST_AGE_PASSPHRASE",
    question: cliSentence("ask_new_bag_passphrase", {}),
    isNew: true,
  });
  return passphrase.ok ? ok({ kind: "passphrase", passphrase: passphrase.value }) : passphrase;
};
