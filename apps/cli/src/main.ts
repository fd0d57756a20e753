import { randomBytes } from "node:crypto";

import { createIntlZoneOffsets } from "@holdfast/evidence";

import { addCommand } from "./commands/add.ts";
import { backupCommand } from "./commands/backup.ts";
import { eraseCommand } from "./commands/erase.ts";
import { exportCommand } from "./commands/export.ts";
import { factsCommand } from "./commands/facts.ts";
import { initCommand } from "./commands/init.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { passphraseCommand } from "./commands/passphrase.ts";
import { restoreCommand } from "./commands/restore.ts";
import { searchCommand } from "./commands/search.ts";
import { serveCommand } from "./commands/serve.ts";
import { stampCommand } from "./commands/stamp.ts";
import { timelineCommand } from "./commands/timeline.ts";
import { verifyCommand } from "./commands/verify.ts";
import { createNodeHasher } from "./ports/node-crypto.ts";
import { runCommandLine, sayInternalError } from "./run-command.ts";
import { createTerminal } from "./terminal/terminal.ts";

const commands = [
  initCommand,
  addCommand,
  inspectCommand,
  timelineCommand,
  searchCommand,
  factsCommand,
  exportCommand,
  verifyCommand,
  stampCommand,
  backupCommand,
  restoreCommand,
  passphraseCommand,
  eraseCommand,
  serveCommand,
];

const terminal = createTerminal(process);
const cancelled = new AbortController();

// The first Ctrl-C asks to stop: what is in flight is undone and the case is closed. The second one does not wait;
// the case is whole even then, and the next opening clears away what was in flight.
process.on("SIGINT", () => {
  if (cancelled.signal.aborted) process.exit(1);
  cancelled.abort();
});
// `holdfast timeline … | head` closes the pipe: that is no error.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await runCommandLine(
    {
      terminal,
      environment: process.env,
      signal: cancelled.signal,
      clock: { now: () => Date.now() },
      random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
      hasher: createNodeHasher(),
      zones: createIntlZoneOffsets(),
      tzdataVersion: process.versions["tz"] ?? "",
    },
    commands,
    process.argv.slice(2),
  );
} catch (error) {
  sayInternalError({ terminal }, error);
  process.exitCode = 3;
}
