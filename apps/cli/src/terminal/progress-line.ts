import type { Progress } from "@holdfast/evidence";
import { progressSentence } from "@holdfast/words";

import type { Terminal } from "./terminal.ts";

const quietForMs = 1_000;
const redrawEveryMs = 200;
/** Where stderr is a file, a line now and then instead of one that is redrawn. */
const lineEveryMs = 10_000;

export interface ProgressLine {
  readonly report: (progress: Progress) => void;
  readonly end: () => void;
}

/** Shows how far long work has come: nothing in the first second, then a line that is redrawn in place. */
export const createProgressLine = (
  deps: { readonly terminal: Terminal; readonly clock: { readonly now: () => number } },
  subject?: string,
): ProgressLine => {
  const startedAt = deps.clock.now();
  let shownAt = startedAt + quietForMs - redrawEveryMs;
  let lineAt = startedAt;
  return {
    report: (progress) => {
      const now = deps.clock.now();
      if (now - shownAt < redrawEveryMs) return;
      shownAt = now;
      const sentence = progressSentence(progress, subject);
      if (deps.terminal.isInteractive) {
        deps.terminal.showStatus(sentence);
      } else if (now - lineAt >= lineEveryMs) {
        lineAt = now;
        deps.terminal.say(sentence);
      }
    },
    end: () => deps.terminal.showStatus(""),
  };
};
