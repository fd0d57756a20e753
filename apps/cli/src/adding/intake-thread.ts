import { Worker } from "node:worker_threads";

import { createFileIntake, type FileIntake } from "@holdfast/acquire";
import type { IntakeWorker } from "@holdfast/intake";

import { parserLimits } from "./parser-limits.ts";

/** Without a word for so long it hangs: no parser reads a batch, or an entry of a zip, for a minute. */
const hangLimitMs = 60_000;

/** Everything that reads a stranger's bytes, on a thread that has no keys. */
export const createIntakeThread = (): FileIntake =>
  createFileIntake({ startWorker, startTimer, hangLimitMs });

const startTimer = (durationMs: number, elapsed: () => void): (() => void) => {
  const timer = setTimeout(elapsed, durationMs);
  return () => clearTimeout(timer);
};

/** The bundled program has its workers beside it. */
const workerFile = new URL("./intake-worker.mjs", import.meta.url);

const startWorker = (): IntakeWorker => {
  const worker = new Worker(workerFile, {
    // Nothing of ours is handed over: not the passphrase in the environment, not the command line.
    env: {},
    argv: [],
    execArgv: [],
    resourceLimits: parserLimits,
  });
  let hasEnded = false;
  return {
    port: {
      postMessage: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
      onMessage: (handler) => worker.on("message", handler),
    },
    terminate: () => {
      hasEnded = true;
      void worker.terminate();
    },
    onDeath: (handler) => {
      const die = (): void => {
        if (hasEnded) return;
        hasEnded = true;
        handler();
      };
      worker.on("error", die);
      worker.on("exit", die);
    },
  };
};
