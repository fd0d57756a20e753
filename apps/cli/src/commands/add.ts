import { cliSentence } from "@holdfast/words";
import { exhibitOriginSchema, type ExhibitOrigin } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";

import { addFile, type AddContext, type AddedOrNot } from "../adding/add-file.ts";
import { createIntakeThread } from "../adding/intake-thread.ts";
import {
  type Command,
  type CommandContext,
  type CommandInput,
  flagOption,
  type Outcome,
  textOption,
} from "../command.ts";
import type { AddedFile } from "../contract/answers.ts";
import type { Problem } from "../contract/common.ts";
import { withVault } from "../open-vault.ts";
import { toProblem } from "../problem.ts";
import { walkPaths } from "../sources/walk-paths.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { toTerminalText } from "../text-columns.ts";
import { wrongUsage } from "../usage.ts";
import { sayFile } from "./add-text.ts";

const origins: readonly string[] = [
  "imported",
  "received-export",
  "from-other-person",
  "captured-here",
];

export const addCommand: Command = {
  name: "add",
  options: {
    origin: { type: "string" },
    "words-only": { type: "boolean" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 2, most: Number.POSITIVE_INFINITY },
  run: async (context, input) => {
    const origin = readOrigin(textOption(input.values, "origin"));
    if (origin === "wrong") return wrongUsage("usage_origin", {});
    const intake = createIntakeThread();
    intake.warmUp();
    try {
      return await withVault(context, input, (vault) =>
        addPaths({ ...context, vault, intake, origin }, input),
      );
    } finally {
      intake.close();
    }
  },
};

const readOrigin = (text: string | undefined): ExhibitOrigin | undefined | "wrong" => {
  if (text === undefined) return undefined;
  const origin = exhibitOriginSchema.safeParse(text);
  return origin.success && origins.includes(origin.data) ? origin.data : "wrong";
};

interface Taken {
  readonly added: AddedFile[];
  readonly notTaken: Problem[];
}

const addPaths = async (
  context: Omit<AddContext, "withoutMedia">,
  input: CommandInput,
): Promise<Outcome> => {
  const { vault } = context;
  const startedAt = context.clock.now();
  const taken: Taken = { added: [], notTaken: [] };
  const take = (outcome: AddedOrNot): void => {
    if (outcome.kind === "added") taken.added.push(outcome.file);
    else taken.notTaken.push(outcome.problem);
    if (!context.json) sayFile(context.terminal, outcome);
  };
  const adding: AddContext = {
    ...context,
    withoutMedia:
      flagOption(input.values, "words-only") || vault.readCase().facts.strangers === true,
  };
  for await (const found of walkPaths(input.positionals.slice(1))) {
    if (context.signal.aborted) break;
    if (found.kind === "skipped") {
      take({ kind: "not-added", problem: toProblem({ ...found, path: "" }, found.name) });
    } else {
      for await (const outcome of addFile(adding, found)) take(outcome);
    }
  }
  context.intake.close();
  const keptAt = context.clock.now();
  const indexComplete = await completeIndex(context, vault);
  return answerOf(context, input, taken, {
    indexComplete,
    keptSeconds: (keptAt - startedAt) / 1_000,
    indexedSeconds: (context.clock.now() - keptAt) / 1_000,
  });
};

/** Search works without it, by reading everything; an index that was cut short is completed by the next command. */
const completeIndex = async (context: CommandContext, vault: Vault): Promise<boolean> => {
  if (context.signal.aborted) return false;
  const progress = createProgressLine(context);
  const indexed = await vault.indexPending({ onProgress: progress.report, signal: context.signal });
  progress.end();
  return indexed.ok;
};

const answerOf = (
  context: CommandContext,
  { positionals }: CommandInput,
  { added, notTaken }: Taken,
  work: {
    readonly indexComplete: boolean;
    readonly keptSeconds: number;
    readonly indexedSeconds: number;
  },
): Outcome => {
  const cancelled = context.signal.aborted;
  const items = added.reduce((sum, file) => sum + file.items, 0);
  const nothing = added.length === 0 && notTaken.length === 0;
  const withFindings = added.filter((file) => file.findings > 0).length;
  const lines = [
    "",
    ...(nothing && !cancelled ? [cliSentence("add_nothing_given", {})] : []),
    ...(cancelled ? [cliSentence("add_cancelled", { count: added.length })] : []),
    ...(nothing ? [] : [cliSentence("add_summary", { files: added.length, items }).trim()]),
    ...(added.length > 0 ? [cliSentence("add_unchanged", {})] : []),
    ...(notTaken.length > 0
      ? [cliSentence("add_not_taken_summary", { count: notTaken.length })]
      : []),
    ...(withFindings > 0 ? [cliSentence("add_findings_summary", { count: withFindings })] : []),
    ...(work.indexComplete ? [] : [cliSentence("add_index_unfinished", {})]),
  ];
  return {
    kind: "answered",
    exitCode: notTaken.length > 0 || cancelled || nothing || withFindings > 0 ? 1 : 0,
    answer: {
      holdfast: 1,
      command: "add",
      vault: positionals[0],
      added,
      notTaken,
      searchIndexComplete: work.indexComplete,
      cancelled,
      seconds: { kept: work.keptSeconds, indexed: work.indexedSeconds },
    },
    text: `${lines.map(toLine).join("\n")}\n`,
  };
};

const toLine = (line: string): string => toTerminalText(line);
