export { createSentences, type MessageParameters } from "./catalogue.ts";
export { cliSentence, isCliMessageCode, progressSentence } from "./cli.ts";
export { formatBytes } from "./format-bytes.ts";
export { cliHelp, type CommandHelp, type CommandWithHelp } from "./messages/en/cli-help.ts";
export type { CliMessageCode } from "./messages/en/cli.ts";
