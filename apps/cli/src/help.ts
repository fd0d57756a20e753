import { cliHelp, cliSentence, type CommandHelp } from "@holdfast/words";

import type { CommandName } from "./command.ts";

export const version = "0.1.0";

const allCommands: Readonly<Record<CommandName, CommandHelp>> = cliHelp;

export const mainHelp = (): string =>
  [
    cliSentence("help_head", { version }),
    "",
    `${cliSentence("help_commands", {})}:`,
    ...Object.entries(allCommands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`),
    "",
    cliSentence("help_more", {}),
    cliSentence("help_exit_codes", {}),
    "",
  ].join("\n");

export const commandHelp = (name: CommandName): string => {
  const { usage, summary, text, options, examples } = allCommands[name];
  return [
    summary,
    "",
    `${cliSentence("help_usage", {})}: ${usage}`,
    "",
    text,
    "",
    `${cliSentence("help_options", {})}:`,
    ...options.map(([flag, meaning]) => `  ${flag.padEnd(32)} ${meaning}`),
    "",
    `${cliSentence("help_examples", {})}:`,
    ...examples.map(
      ([command, meaning]) => `  ${command}${meaning === "" ? "" : `\n      ${meaning}`}`,
    ),
    "",
  ].join("\n");
};
