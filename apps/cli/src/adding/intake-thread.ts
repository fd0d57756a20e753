import { Worker } from "node:worker_threads";

import type { ByteSource, ExhibitKind, Parsed, PicturesPolicy } from "@holdfast/evidence";
import {
  type AcquisitionDecision,
  type Confidence,
  createIntakeClient,
  decideAcquisition,
  defaultLimits,
  type IntakeWorker,
  type KeptWords,
} from "@holdfast/intake";

import { parserLimits } from "./parser-limits.ts";

/** What a file is, and what may become of it in this case. */
export interface Look {
  readonly formatId: string;
  readonly exhibitKind: ExhibitKind;
  readonly mediaType: string;
  readonly confidence: Confidence;
  readonly reasons: readonly string[];
  readonly decision: AcquisitionDecision;
}

export interface LookOptions {
  readonly pictures: PicturesPolicy;
  readonly withoutMedia: boolean;
  readonly signal: AbortSignal;
}

/** Everything that reads a stranger's bytes, on a thread that has no keys. */
export interface IntakeThread {
  /** Starts the thread, which takes a tenth of a second, while the passphrase is asked and its key derived. */
  readonly warmUp: () => void;
  readonly look: (source: ByteSource, name: string, options: LookOptions) => Promise<Look>;
  readonly parse: (
    source: ByteSource,
    name: string,
    options: { readonly wordsOnly: boolean; readonly signal: AbortSignal },
  ) => AsyncIterable<readonly Parsed[]>;
  readonly keepWords: (
    source: ByteSource,
    name: string,
    signal: AbortSignal,
  ) => AsyncIterable<KeptWords>;
  readonly close: () => Promise<void>;
}

/** Without a word for so long it hangs: no parser reads a batch, or an entry of a zip, for a minute. */
const hangLimitMs = 60_000;

export const createIntakeThread = (): IntakeThread => {
  const client = createIntakeClient({ startWorker, startTimer, hangLimitMs });
  // Words come one after the other out of a file that is still open, and each is looked at and parsed meanwhile.
  const wordsClient = createIntakeClient({ startWorker, startTimer, hangLimitMs });
  return {
    warmUp: client.warmUp,
    look: async (source, name, { pictures, withoutMedia, signal }) => {
      const job = { source, name, limits: defaultLimits, signal };
      const [best] = await client.recognise(job);
      const mayKeepAll = pictures === "all-adult" && !withoutMedia;
      const onlyWords = mayKeepAll ? false : await client.holdsOnlyWords(job);
      return {
        formatId: best.format.id,
        exhibitKind: best.format.exhibitKind,
        mediaType: best.recognition.mediaType,
        confidence: best.recognition.confidence,
        reasons: best.recognition.reasons,
        decision: decideAcquisition({ best, pictures, onlyWords, withoutMedia }),
      };
    },
    parse: (source, name, options) =>
      client.parse({ source, name, limits: defaultLimits, ...options }),
    keepWords: (source, name, signal) =>
      wordsClient.keepWords({ source, name, limits: defaultLimits, signal }),
    close: () => {
      client.close();
      wordsClient.close();
      return Promise.resolve();
    },
  };
};

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
