import { parseArgs } from "node:util";

import { cliSentence } from "@holdfast/words";

import type { Command, CommandContext, CommandInput, ExitCode, Outcome } from "./command.ts";
import { commandHelp, mainHelp, version } from "./help.ts";
import { messageOf } from "./sources/file-source.ts";
import { toTerminalLines } from "./text-columns.ts";
import { wrongUsage } from "./usage.ts";

/** Parses the command line, runs one command, prints its answer, and gives the exit code. */
export const runCommandLine = async (
  context: Omit<CommandContext, "json">,
  commands: readonly Command[],
  argv: readonly string[],
): Promise<ExitCode> => {
  const [name, ...rest] = argv;
  const json = rest.includes("--json");
  const { terminal } = context;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.answer(mainHelp());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    terminal.answer(`${version}\n`);
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    return finish(context, json, name, wrongUsage("usage_unknown_command", { name }));
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.answer(commandHelp(command.name));
    return 0;
  }
  const input = parseInput(command, rest);
  if ("kind" in input) return finish(context, json, name, input);
  return finish(context, json, name, await command.run({ ...context, json }, input));
};

const parseInput = (command: Command, args: readonly string[]): CommandInput | Outcome => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: "boolean" } },
      allowPositionals: true,
      strict: true,
    });
    const { least, most } = command.positionals;
    if (positionals.length < least || positionals.length > most) {
      return wrongUsage("usage_arguments", { command: command.name });
    }
    return { values, positionals };
  } catch (error) {
    return wrongUsage("usage_wrong", { detail: messageOf(error), command: command.name });
  }
};

const finish = (
  { terminal }: Pick<CommandContext, "terminal">,
  json: boolean,
  command: string,
  outcome: Outcome,
): ExitCode => {
  switch (outcome.kind) {
    case "streamed":
      return outcome.exitCode;
    case "answered":
      if (json) terminal.answer(`${JSON.stringify(outcome.answer)}\n`);
      else terminal.answer(toTerminalLines(outcome.text));
      return outcome.exitCode;
    case "failed":
      if (json)
        terminal.answer(`${JSON.stringify({ holdfast: 1, command, error: outcome.error })}\n`);
      terminal.say(outcome.error.sentence);
      return outcome.exitCode;
  }
};

/** What a bug looks like to the person: calm words, then the lines that a report needs. */
export const sayInternalError = (
  { terminal }: Pick<CommandContext, "terminal">,
  error: unknown,
): void => {
  terminal.say(cliSentence("internal_error", {}));
  terminal.say(error instanceof Error ? (error.stack ?? error.message) : messageOf(error));
};
