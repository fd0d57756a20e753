import type { Progress } from "@holdfast/evidence";

import { createSentences } from "./catalogue.ts";
import { formatBytes } from "./amounts.ts";
import { cliMessages } from "./messages/en/cli.ts";

/** What the command line says. */
export const cliSentence = createSentences("en", cliMessages);

export const isCliMessageCode = (code: string): code is keyof typeof cliMessages =>
  Object.hasOwn(cliMessages, code);

/** How far long work has come; `subject` is the file's name where there is one. */
export const progressSentence = (progress: Progress, subject = ""): string => {
  const amount = (count: number): string =>
    progress.unit === "bytes"
      ? formatBytes(count)
      : cliSentence(progress.unit === "files" ? "amount_files" : "amount_messages", { count });
  return cliSentence(`progress_${progress.step}`, {
    subject,
    done: amount(progress.done),
    total: amount(progress.total),
  });
};
