import { restoreVault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import { type Command, textOption } from "../command.ts";
import { makeIn } from "../making/make-in.ts";
import { readUnlockSecret, vaultDepsAt } from "../open-vault.ts";
import { openFileSource } from "../sources/file-source.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { cannotOpen, notDone, wrongUsage } from "../usage.ts";

export const restoreCommand: Command = {
  name: "restore",
  options: { out: { type: "string" }, "passphrase-file": { type: "string" } },
  positionals: { least: 1, most: 1 },
  run: async (context, input) => {
    const [path = ""] = input.positionals;
    const out = textOption(input.values, "out");
    if (out === undefined) return wrongUsage("usage_arguments", { command: "restore" });
    const backup = await openFileSource(path);
    if (!backup.ok) return cannotOpen(backup.error, path);
    try {
      const secret = await readUnlockSecret(context, input, false);
      if (!secret.ok) return cannotOpen(secret.error);
      const deps = await vaultDepsAt(context, out);
      const progress = createProgressLine(context);
      const restored = await makeIn({ ...context, deps }, out, () =>
        restoreVault(deps, {
          backup: backup.value.source,
          secret: secret.value,
          signal: context.signal,
          onProgress: progress.report,
        }),
      );
      progress.end();
      if (!restored.ok) {
        if (restored.error.code === "cancelled") return notDone({ code: "restore_cancelled" });
        const isAboutTarget =
          restored.error.code === "vault_exists" || restored.error.code === "vault_in_use";
        return cannotOpen(restored.error, isAboutTarget ? out : path);
      }
      const vault = restored.value;
      const exhibits = vault.exhibits().length;
      const { instance } = vault.readCase();
      await vault.close();
      return {
        kind: "answered",
        exitCode: 0,
        answer: { holdfast: 1, command: "restore", vault: out, exhibits, instance },
        text: `${cliSentence("restore_done", { vault: out, exhibits })}\n`,
      };
    } finally {
      await backup.value.close();
    }
  },
};
