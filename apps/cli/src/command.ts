import type { ParseArgsConfig } from "node:util";

import type { Clock, Hasher, Random, ZoneOffsets } from "@holdfast/evidence";

import type { Problem } from "./contract/common.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** What a command may use of the world outside. Wired once, in main.ts. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by the first Ctrl-C: finish or undo what is in flight, then end. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly random: Random;
  readonly hasher: Hasher;
  readonly zones: ZoneOffsets;
  /** The version of the time zone database in use, for reports. */
  readonly tzdataVersion: string;
  readonly json: boolean;
}

export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

export interface CommandInput {
  readonly values: OptionValues;
  readonly positionals: readonly string[];
}

/** 0 done, 1 findings, 2 wrong usage, 3 cannot open. */
export type ExitCode = 0 | 1 | 2 | 3;

export type Outcome =
  /** `answer` is the --json answer, `text` the same for people. */
  | {
      readonly kind: "answered";
      readonly exitCode: 0 | 1;
      readonly answer: unknown;
      readonly text: string;
    }
  /** The answer went out piece by piece already. */
  | { readonly kind: "streamed"; readonly exitCode: 0 | 1 }
  | { readonly kind: "failed"; readonly exitCode: 1 | 2 | 3; readonly error: Problem };

export type CommandName =
  | "init"
  | "add"
  | "inspect"
  | "timeline"
  | "search"
  | "facts"
  | "words"
  | "export"
  | "verify"
  | "stamp"
  | "backup"
  | "restore"
  | "passphrase"
  | "shares"
  | "erase"
  | "assess"
  | "plan"
  | "serve";

export interface Command {
  readonly name: CommandName;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  readonly positionals: { readonly least: number; readonly most: number };
  readonly run: (context: CommandContext, input: CommandInput) => Promise<Outcome>;
}

export const textOption = (values: OptionValues, name: string): string | undefined => {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
};

/** Of an option that may be given more than once. */
export const textOptions = (values: OptionValues, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
};

export const flagOption = (values: OptionValues, name: string): boolean => values[name] === true;
