import { formatBytes, cliSentence } from "@holdfast/words";

import { type Command, textOption } from "../command.ts";
import { withVault } from "../open-vault.ts";
import { toProblem } from "../problem.ts";
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
      const { sizeInBytes, damaged } = written.value;
      const problems = damaged.map((id) =>
        toProblem({ code: "blob_damaged" }, vault.exhibit(id)?.originalName ?? id),
      );
      return {
        kind: "answered",
        exitCode: problems.length > 0 ? 1 : 0,
        answer: { holdfast: 1, command: "backup", out, sizeInBytes, problems },
        text: `${[
          cliSentence("backup_done", { out, size: formatBytes(sizeInBytes) }),
          ...problems.map(({ sentence }) => sentence),
        ].join("\n")}\n`,
      };
    });
  },
};
