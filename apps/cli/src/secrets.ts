import { readFile } from "node:fs/promises";

import { err, ok, type Result, Secret } from "@holdfast/evidence";
import { cliSentence } from "@holdfast/words";

import { messageOf } from "./sources/file-source.ts";
import type { Terminal } from "./terminal/terminal.ts";

export interface SecretError {
  readonly code:
    | "passphrase_missing"
    | "passphrase_file_not_readable"
    | "passphrases_differ"
    | "passphrase_empty";
  readonly cause?: string;
}

export interface SecretRequest {
  readonly file: string | undefined;
  readonly variable: "HOLDFAST_PASSPHRASE" | "HOLDFAST_NEW_PASSPHRASE" | "HOLDFAST_AGE_PASSPHRASE";
  readonly question: string;
  /** Asked twice when it is being chosen: a slip of the finger would lock the person out. */
  readonly isNew: boolean;
}

interface SecretDeps {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Never from an argument: arguments stand in the shell's history and in the list of processes. */
export const readSecret = async (
  deps: SecretDeps,
  request: SecretRequest,
): Promise<Result<Secret<string>, SecretError>> => {
  if (request.file !== undefined) {
    try {
      return notEmpty((await readFile(request.file, "utf8")).replace(/\r?\n$/, ""));
    } catch (error) {
      return err({ code: "passphrase_file_not_readable", cause: messageOf(error) });
    }
  }
  const fromEnvironment = deps.environment[request.variable];
  if (fromEnvironment !== undefined) return notEmpty(fromEnvironment);
  const typed = await deps.terminal.askSecret(request.question);
  if (typed === undefined) return err({ code: "passphrase_missing" });
  if (request.isNew) {
    const again = await deps.terminal.askSecret(cliSentence("ask_passphrase_again", {}));
    if (again !== typed) return err({ code: "passphrases_differ" });
  }
  return notEmpty(typed);
};

const notEmpty = (text: string): Result<Secret<string>, SecretError> =>
  text === "" ? err({ code: "passphrase_empty" }) : ok(new Secret(text));
