import { rotateVault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import { type Command, flagOption, textOption, textOptions } from "../command.ts";
import { isVaultFolder } from "../making/vault-folder.ts";
import { readUnlockSecret, vaultDepsAt } from "../open-vault.ts";
import { toProblem } from "../problem.ts";
import { isSharesError, readShares, sharesProblem } from "../read-shares.ts";
import { readSecret } from "../secrets.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { cannotOpen, notDone } from "../usage.ts";

/** Always new keys throughout: a changed lock on the old keys would help against nobody who has them already. */
export const passphraseCommand: Command = {
  name: "passphrase",
  options: {
    "passphrase-file": { type: "string" },
    "new-passphrase-file": { type: "string" },
    cards: { type: "boolean" },
    "card-file": { type: "string", multiple: true },
  },
  positionals: { least: 1, most: 1 },
  run: async (context, input) => {
    const [path = ""] = input.positionals;
    if (!(await isVaultFolder(path))) return cannotOpen({ code: "not_a_vault" }, path);
    const cardFiles = textOptions(input.values, "card-file");
    const isByCards = flagOption(input.values, "cards") || cardFiles.length > 0;
    const secret = isByCards
      ? await readShares(context, cardFiles)
      : await readUnlockSecret(context, input, false);
    if (!secret.ok) {
      const { error } = secret;
      return isSharesError(error) ? sharesProblem(error) : cannotOpen(error, error.path ?? path);
    }
    const chosen = await readSecret(context, {
      file: textOption(input.values, "new-passphrase-file"),
      variable: "HOLDFAST_NEW_PASSPHRASE",
      question: cliSentence("ask_new_passphrase", {}),
      isNew: true,
    });
    if (!chosen.ok) return cannotOpen(chosen.error, path);
    const progress = createProgressLine(context);
    const rotated = await rotateVault(await vaultDepsAt(context, path), {
      secret: secret.value,
      newSecrets: [{ kind: "passphrase", passphrase: chosen.value }],
      onProgress: progress.report,
      signal: context.signal,
    });
    progress.end();
    if (!rotated.ok) {
      const { error } = rotated;
      if (isByCards && error.code === "wrong_passphrase") {
        return cannotOpen({ code: "cards_open_nothing" }, path);
      }
      if (isSharesError(error)) return sharesProblem(error);
      return rotated.error.code === "rotation_not_verified"
        ? notDone({ code: rotated.error.code, cause: rotated.error.detail }, path)
        : cannotOpen(rotated.error, path);
    }
    const { vault, damaged } = rotated.value;
    const problems = damaged.map((id) =>
      toProblem({ code: "blob_damaged" }, vault.exhibit(id)?.originalName ?? id),
    );
    const exhibits = vault.exhibits().length;
    await vault.close();
    return {
      kind: "answered",
      exitCode: problems.length > 0 ? 1 : 0,
      answer: { holdfast: 1, command: "passphrase", vault: path, exhibits, problems },
      text: `${[
        cliSentence("passphrase_done", { vault: path }),
        ...problems.map(({ sentence }) => sentence),
      ].join("\n")}\n`,
    };
  },
};
