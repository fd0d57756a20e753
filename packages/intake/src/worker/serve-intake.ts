import { assert, type ByteSource } from "@holdfast/evidence";

import { holdsOnlyWords } from "../decide-acquisition.ts";
import type { KeptWords } from "../format.ts";
import { bestOf, type Candidate, recogniseSource } from "../recognise.ts";
import { keepWords, takeIn, type TakeInInput } from "../take-in.ts";
import type { IntakePort } from "./port.ts";
import {
  type CandidateFacts,
  type FromWorker,
  initialCredits,
  type ToWorker,
  toWorkerSchema,
} from "./protocol.ts";
import { createRemoteSource } from "./remote-source.ts";

export interface ServeOptions {
  /** A parser that threw; its file got a note. For the developer's console of the worker, if it has one. */
  readonly onParserError?: (error: unknown) => void;
}

/** The worker's side: parses what the other side starts, one job at a time, without keys and without storage. */
export const serveIntake = (port: IntakePort, options: ServeOptions = {}): void => {
  let job: Job | undefined;
  port.onMessage((message) => {
    // The other side is our own code: a message that does not fit is a bug and ends this worker.
    const received = toWorkerSchema.parse(message);
    if (received.kind === "start") {
      job = createJob(port, received);
      void runJob(job, received, options);
    } else if (job?.id === received.job) {
      job.receive(received);
    }
  });
};

type Start = Extract<ToWorker, { readonly kind: "start" }>;

interface Job {
  readonly id: number;
  readonly source: ByteSource;
  readonly receive: (message: Exclude<ToWorker, Start>) => void;
  readonly send: (message: FromWorker, transfer?: readonly ArrayBuffer[]) => void;
  /** Waits until one more batch may be sent. */
  readonly takeCredit: () => Promise<void>;
}

interface PendingRead {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

const createJob = (port: IntakePort, start: Start): Job => {
  const reads = new Map<number, PendingRead>();
  let nextRequest = 0;
  let credits = initialCredits;
  let waiting: (() => void) | undefined;

  const send = (message: FromWorker, transfer?: readonly ArrayBuffer[]): void =>
    port.postMessage(message, transfer);

  const request = (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const id = nextRequest;
    nextRequest += 1;
    return new Promise((resolve, reject) => {
      reads.set(id, { resolve, reject });
      send({ kind: "read", job: start.job, request: id, offset, length });
    });
  };

  const receive: Job["receive"] = (message) => {
    if (message.kind === "credit") {
      credits += 1;
      waiting?.();
      waiting = undefined;
      return;
    }
    const read = reads.get(message.request);
    reads.delete(message.request);
    if (message.kind === "bytes") read?.resolve(message.bytes);
    else read?.reject(new Error("the source could not be read"));
  };

  const takeCredit = async (): Promise<void> => {
    if (credits === 0) {
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
    credits -= 1;
  };

  const source = createRemoteSource(start.sizeInBytes, request);
  return { id: start.job, source, receive, send, takeCredit };
};

const runJob = async (job: Job, start: Start, options: ServeOptions): Promise<void> => {
  const input: TakeInInput = {
    source: job.source,
    name: start.name,
    limits: start.limits,
    ...(start.wordsOnly ? { wordsOnly: true } : {}),
    ...(options.onParserError === undefined ? {} : { onParserError: options.onParserError }),
  };
  try {
    await runTask(job, start, input);
    job.send({ kind: "done", job: job.id });
  } catch (error) {
    options.onParserError?.(error);
    job.send({ kind: "failed", job: job.id });
  }
};

const runTask = async (job: Job, start: Start, input: TakeInInput): Promise<void> => {
  switch (start.task) {
    case "recognise":
      sendCandidates(job, await recogniseSource(input));
      return;
    case "only-words": {
      const best = bestOf(await recogniseSource(input));
      job.send({ kind: "only-words", job: job.id, value: await holdsOnlyWords(input, best) });
      return;
    }
    case "take-in": {
      const taken = await takeIn(input);
      sendCandidates(job, taken.candidates);
      for await (const batch of taken.parsed) {
        if (batch.length === 0) continue;
        await job.takeCredit();
        job.send({ kind: "parsed", job: job.id, batch });
      }
      return;
    }
    case "keep-words":
      for await (const kept of keepWords(input)) {
        await job.takeCredit();
        const own = ownBytes(kept);
        const transfer = own.kind === "words" ? [own.bytes.buffer] : [];
        job.send({ kind: "kept", job: job.id, kept: own }, transfer);
      }
  }
};

/** A copy that may be handed over: a format may still hold what it gave. */
const ownBytes = (kept: KeptWords): Extract<FromWorker, { readonly kind: "kept" }>["kept"] =>
  kept.kind === "words" ? { ...kept, bytes: new Uint8Array(kept.bytes) } : kept;

const sendCandidates = (job: Job, candidates: readonly Candidate[]): void => {
  assert(candidates.length > 0, "recognition always ends with the document");
  job.send({ kind: "recognised", job: job.id, candidates: candidates.map(toFacts) });
};

const toFacts = ({ format, recognition }: Candidate): CandidateFacts => ({
  format: {
    id: format.id,
    exhibitKind: format.exhibitKind,
    protectedClass: format.protectedClass,
  },
  recognition,
});
