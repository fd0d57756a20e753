import { randomBytes } from "node:crypto";

import { createIntlZoneOffsets } from "@holdfast/evidence";

import type { Command, CommandName } from "./command.ts";
import { createNodeHasher } from "./ports/node-crypto.ts";
import { runCommandLine, sayInternalError } from "./run-command.ts";
import { createTerminal } from "./terminal/terminal.ts";

/** Each command brings its own code, and only that is loaded: 60 to 120 ms of processor time less for each command. */
const loaders: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => (await import("./commands/init.ts")).initCommand,
  add: async () => (await import("./commands/add.ts")).addCommand,
  inspect: async () => (await import("./commands/inspect.ts")).inspectCommand,
  timeline: async () => (await import("./commands/timeline.ts")).timelineCommand,
  search: async () => (await import("./commands/search.ts")).searchCommand,
  facts: async () => (await import("./commands/facts.ts")).factsCommand,
  words: async () => (await import("./commands/words.ts")).wordsCommand,
  export: async () => (await import("./commands/export.ts")).exportCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  stamp: async () => (await import("./commands/stamp.ts")).stampCommand,
  backup: async () => (await import("./commands/backup.ts")).backupCommand,
  restore: async () => (await import("./commands/restore.ts")).restoreCommand,
  passphrase: async () => (await import("./commands/passphrase.ts")).passphraseCommand,
  shares: async () => (await import("./commands/shares.ts")).sharesCommand,
  erase: async () => (await import("./commands/erase.ts")).eraseCommand,
  assess: async () => (await import("./commands/assess.ts")).assessCommand,
  plan: async () => (await import("./commands/plan.ts")).planCommand,
  serve: async () => (await import("./commands/serve.ts")).serveCommand,
};

const loadNamed = (name: string | undefined): Promise<Command[]> =>
  Promise.all(
    Object.entries(loaders)
      .filter(([known]) => known === name)
      .map(([, load]) => load()),
  );

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

const argv = process.argv.slice(2);
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
    await loadNamed(argv[0]),
    argv,
  );
} catch (error) {
  sayInternalError({ terminal }, error);
  process.exitCode = 3;
}
