import { type CliMessageCode, cliSentence, type MessageParameters } from "@holdfast/words";

import type { Outcome } from "./command.ts";
import { type CodedError, toProblem } from "./problem.ts";

/** The command was called in a way that it does not know: exit 2. */
export const wrongUsage = (code: CliMessageCode, parameters: MessageParameters): Outcome => ({
  kind: "failed",
  exitCode: 2,
  error: { code, sentence: cliSentence(code, parameters) },
});

/** What was named cannot be opened: exit 3. */
export const cannotOpen = (error: CodedError, name?: string): Outcome => ({
  kind: "failed",
  exitCode: 3,
  error: toProblem(error, name),
});

/** It was opened, and what was asked for could not be done: exit 1. */
export const notDone = (error: CodedError, name?: string): Outcome => ({
  kind: "failed",
  exitCode: 1,
  error: toProblem(error, name),
});
