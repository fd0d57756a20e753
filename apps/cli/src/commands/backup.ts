import { formatBytes, cliSentence } from "@holdfast/words";

import { type Command, textOption } from "../command.ts";
import { withVault } from "../open-vault.ts";
import { writeNewFile } from "../sources/write-new-file.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { cannotOpen, notDone, wrongUsage } from "../usage.ts";

export const backupCommand: Command = {
  name: "backup",
  options: { out: { type: "string" }, "passphrase-file": { type: "string" } },
  positionals: { least: 1, most: 1 },
  run: (context, input) => {
    const out = textOption(input.values, "out");
    if (out === undefined)
      return Promise.resolve(wrongUsage("usage_arguments", { command: "backup" }));
    return withVault(context, input, async (vault) => {
      const progress = createProgressLine(context);
      const written = await writeNewFile(out, (sink) =>
        vault.backup(sink, { onProgress: progress.report, signal: context.signal }),
      );
      progress.end();
      if (!written.ok) {
        return written.error.code === "file_exists" || written.error.code === "file_not_written"
          ? cannotOpen(written.error, out)
          : notDone(written.error);
      }
      const { sizeInBytes } = written.value;
      return {
        kind: "answered",
        exitCode: 0,
        answer: { holdfast: 1, command: "backup", out, sizeInBytes },
        text: `${cliSentence("backup_done", { out, size: formatBytes(sizeInBytes) })}\n`,
      };
    });
  },
};
