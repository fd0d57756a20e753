import { assert, type ByteSource, type Parsed } from "@holdfast/evidence";

import type { KeptWords } from "../format.ts";
import type { Limits } from "../limits.ts";
import type { IntakePort } from "./port.ts";
import type { CandidateFacts, IntakeTask } from "./protocol.ts";
import { type Answer, Run, type RunDeps } from "./run.ts";

/** A running worker, wrapped by the app. */
export interface IntakeWorker {
  readonly port: IntakePort;
  /** Ends it at once, whatever it is doing. */
  readonly terminate: () => void;
  /** Called when the worker died by itself: out of memory, or an error outside a job. */
  readonly onDeath: (handler: () => void) => void;
}

export interface IntakeClientDeps extends RunDeps {
  /** Called when a worker is needed: at the first job, and after one was ended. */
  readonly startWorker: () => IntakeWorker;
}

export interface IntakeJob {
  readonly source: ByteSource;
  readonly name: string;
  readonly limits: Limits;
  readonly signal?: AbortSignal;
  readonly wordsOnly?: boolean;
}

/**
 * The holder's side: one file at a time, parsed elsewhere. It never throws for what a file or a worker does: a hang is
 * `parser_timed_out`, a death or nonsense is `parser_stopped`, each over what was not covered yet.
 */
export interface IntakeClient {
  /** Starts the worker that the first job will need, beside whatever else there is to do. */
  readonly warmUp: () => void;
  /** What the file is, the surest first. Of a file whose recognition died nothing is known: an unknown document. */
  readonly recognise: (job: IntakeJob) => Promise<readonly [CandidateFacts, ...CandidateFacts[]]>;
  /** False also when the worker failed: then it is not known to be only words. */
  readonly holdsOnlyWords: (job: IntakeJob) => Promise<boolean>;
  /** Items and notes in bounded batches; ends early after an abort. */
  readonly parse: (job: IntakeJob) => AsyncIterable<readonly Parsed[]>;
  /** For cases that keep words only; a failure is one more file that was not kept. */
  readonly keepWords: (job: IntakeJob) => AsyncIterable<KeptWords>;
  readonly close: () => void;
}

const unknownDocument: CandidateFacts = {
  format: { id: "document", exhibitKind: "file", protectedClass: "not-words" },
  recognition: { confidence: "none", mediaType: "application/octet-stream", reasons: [] },
};

export const createIntakeClient = (deps: IntakeClientDeps): IntakeClient => {
  const runner = createRunner(deps);

  const recognise: IntakeClient["recognise"] = async (job) => {
    let found: readonly [CandidateFacts, ...CandidateFacts[]] = [unknownDocument];
    // Heard to the end: a worker that is left in the middle of a job has to be started anew.
    for await (const message of runner.run("recognise", job)) {
      if (message.kind !== "recognised") continue;
      const [best, ...others] = message.candidates;
      if (best !== undefined) found = [best, ...others];
    }
    return found;
  };

  const holdsOnlyWords = async (job: IntakeJob): Promise<boolean> => {
    let onlyWords = false;
    for await (const message of runner.run("only-words", job)) {
      if (message.kind === "only-words") onlyWords = message.value;
    }
    return onlyWords;
  };

  async function* parse(job: IntakeJob): AsyncGenerator<readonly Parsed[]> {
    let coveredUpTo = 0;
    for await (const message of runner.run("take-in", job)) {
      if (message.kind === "parsed") {
        coveredUpTo = Math.max(coveredUpTo, endOf(message.batch));
        yield message.batch;
      } else if (message.kind === "ended-badly") {
        const length = Math.max(0, job.source.sizeInBytes - coveredUpTo);
        const span = { offset: coveredUpTo, length };
        yield [{ kind: "note", note: { code: message.code, span } }];
      }
    }
  }

  async function* keepWords(job: IntakeJob): AsyncGenerator<KeptWords> {
    for await (const message of runner.run("keep-words", job)) {
      if (message.kind === "kept") yield message.kept;
      else if (message.kind === "ended-badly") {
        yield { kind: "not-kept", name: job.name, code: "file_not_kept" };
      }
    }
  }

  return {
    warmUp: runner.warmUp,
    recognise,
    holdsOnlyWords,
    parse,
    keepWords,
    close: runner.close,
  };
};

const endOf = (batch: readonly Parsed[]): number => {
  let end = 0;
  for (const parsed of batch) {
    const { span } = parsed.kind === "item" ? parsed.item : parsed.note;
    if (span.member === undefined) end = Math.max(end, span.offset + span.length);
  }
  return end;
};

const createRunner = (deps: IntakeClientDeps) => {
  let worker: IntakeWorker | undefined;
  let current: Run | undefined;
  let nextJob = 0;

  const dropWorker = (): void => {
    worker?.terminate();
    worker = undefined;
  };

  const takeWorker = (): IntakeWorker => {
    if (worker !== undefined) return worker;
    const started = deps.startWorker();
    worker = started;
    started.port.onMessage((message) => {
      if (worker === started) current?.receive(message);
    });
    started.onDeath(() => {
      if (worker !== started) return;
      worker = undefined;
      current?.end("parser_stopped");
    });
    return started;
  };

  async function* run(task: IntakeTask, job: IntakeJob): AsyncGenerator<Answer> {
    assert(current === undefined, "a worker does one job at a time");
    const id = nextJob;
    nextJob += 1;
    const started = new Run(deps, takeWorker().port, { id, job, dropWorker });
    current = started;
    const abort = (): void => started.end(undefined);
    job.signal?.addEventListener("abort", abort, { once: true });
    try {
      if (job.signal?.aborted === true) return;
      started.start(task);
      yield* started.answers();
    } finally {
      job.signal?.removeEventListener("abort", abort);
      // Whoever stops listening in the middle leaves a worker in the middle: the next job gets a new one.
      if (!started.isDone) dropWorker();
      started.end(undefined);
      current = undefined;
    }
  }

  return { run, warmUp: () => void takeWorker(), close: dropWorker };
};
