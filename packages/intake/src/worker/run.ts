import type { ByteSource, NoteCode } from "@holdfast/evidence";

import type { Limits } from "../limits.ts";
import type { IntakePort } from "./port.ts";
import { type FromWorker, fromWorkerSchema, type IntakeTask, type ToWorker } from "./protocol.ts";

/** What comes out of a job: the worker's answers, and at the end perhaps that it ended badly. */
export type Answer =
  | Exclude<FromWorker, { readonly kind: "read" | "done" | "failed" }>
  | { readonly kind: "ended-badly"; readonly code: BadEnd };

type BadEnd = Extract<NoteCode, "parser_stopped" | "parser_timed_out">;

export interface RunDeps {
  /** Calls `elapsed` once after that time unless cancelled; gives the way to cancel. */
  readonly startTimer: (durationMs: number, elapsed: () => void) => () => void;
  /** A worker that owes an answer and says nothing for so long hangs. */
  readonly hangLimitMs?: number;
}

interface RunContext {
  readonly id: number;
  readonly job: {
    readonly source: ByteSource;
    readonly name: string;
    readonly limits: Limits;
    readonly wordsOnly?: boolean;
  };
  readonly dropWorker: () => void;
}

const defaultHangLimitMs = 60_000;

/** One job in a worker: serves its reads, checks what it says, and watches that it says something. */
export class Run {
  readonly #deps: RunDeps;
  readonly #port: IntakePort;
  readonly #context: RunContext;
  readonly #queue: Answer[] = [];
  #wake: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;
  #readsUnderWay = 0;
  #isOver = false;
  #isDone = false;

  constructor(deps: RunDeps, port: IntakePort, context: RunContext) {
    this.#deps = deps;
    this.#port = port;
    this.#context = context;
  }

  /** True when the worker itself ended the job, and can take another one. */
  get isDone(): boolean {
    return this.#isDone;
  }

  start(task: IntakeTask): void {
    const { id, job } = this.#context;
    this.#send({
      kind: "start",
      job: id,
      task,
      name: job.name,
      sizeInBytes: job.source.sizeInBytes,
      limits: job.limits,
      wordsOnly: job.wordsOnly === true,
    });
    this.#watch();
  }

  receive(message: unknown): void {
    const checked = fromWorkerSchema.safeParse(message);
    if (!checked.success) {
      this.#context.dropWorker();
      this.end("parser_stopped");
      return;
    }
    const answer = checked.data;
    if (answer.job !== this.#context.id || this.#isOver) return;
    switch (answer.kind) {
      case "read":
        void this.#serveRead(answer);
        return;
      case "done":
        this.#isDone = true;
        this.end(undefined);
        return;
      case "failed":
        this.#isDone = true;
        this.end("parser_stopped");
        return;
      case "recognised":
      case "parsed":
      case "kept":
      case "only-words":
        this.#push(answer);
        this.#watch();
    }
  }

  /** `undefined`: by our own wish, or well: nothing to report. */
  end(code: BadEnd | undefined): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#cancelTimer?.();
    if (code !== undefined) this.#push({ kind: "ended-badly", code });
    this.#wake?.();
  }

  async *answers(): AsyncGenerator<Answer> {
    for (;;) {
      const answer = this.#queue.shift();
      if (answer !== undefined) {
        yield answer;
        if (answer.kind === "parsed" || answer.kind === "kept") {
          this.#send({ kind: "credit", job: this.#context.id });
        }
        this.#watch();
      } else if (this.#isOver) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #send(message: ToWorker, transfer?: readonly ArrayBuffer[]): void {
    if (!this.#isOver) this.#port.postMessage(message, transfer);
  }

  #push(answer: Answer): void {
    this.#queue.push(answer);
    this.#wake?.();
  }

  /** Time counts only while it is the worker's turn: not while we read for it, nor while its batches wait for us. */
  #watch(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#isOver || this.#readsUnderWay > 0 || this.#queue.length > 0) return;
    const limit = this.#deps.hangLimitMs ?? defaultHangLimitMs;
    this.#cancelTimer = this.#deps.startTimer(limit, () => {
      this.#context.dropWorker();
      this.end("parser_timed_out");
    });
  }

  async #serveRead(read: Extract<FromWorker, { readonly kind: "read" }>): Promise<void> {
    const { id, job } = this.#context;
    this.#readsUnderWay += 1;
    this.#watch();
    try {
      // A copy that may be handed over: the source may still hold what it gave.
      const bytes = (await job.source.read(read.offset, read.length)).slice();
      this.#send({ kind: "bytes", job: id, request: read.request, bytes }, [bytes.buffer]);
    } catch {
      // The worker ends its job with a note over the rest; a source that fails shows itself to its owner too.
      this.#send({ kind: "bytes-failed", job: id, request: read.request });
    } finally {
      this.#readsUnderWay -= 1;
      this.#watch();
    }
  }
}
