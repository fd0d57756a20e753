import { assert, err, ok, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import type { DoorError } from "../door/door-error.ts";
import type { Work } from "../door/work.ts";
import type { Contract } from "./contract.ts";
import { type FromWorker, fromWorkerSchema, type ToWorker, type WirePort } from "./messages.ts";

/** A running worker, as the page holds it. */
export interface WireWorker {
  readonly port: WirePort;
  /** Ends it at once, whatever it is doing; its memory goes with it. */
  readonly terminate: () => void;
  /** Called when it ended, or failed outside of a call, by itself. */
  readonly onDeath: (handler: () => void) => void;
}

export interface ChannelDeps {
  /** Called at the first call, and at the first one after an end. */
  readonly startWorker: () => WireWorker;
  readonly onNews: (news: unknown) => void;
  /** The worker died by itself: every call was answered with `worker_died`. */
  readonly onDeath: () => void;
}

export interface Asking extends Work {
  readonly onQuestion?: (about: unknown) => Promise<unknown>;
}

/** The page's end: calls with checked answers, streams with back-pressure. Nothing of it waits on the page's thread. */
export interface Channel {
  readonly isRunning: () => boolean;
  readonly call: <In extends z.ZodType, Out extends z.ZodType>(
    contract: Contract<In, Out>,
    input: z.input<In>,
    work?: Asking,
  ) => Promise<Result<z.output<Out>, DoorError>>;
  /** Items as they come; at the end how it ended. Leaving the loop aborts the call, and waits until it has ended. */
  readonly stream: <In extends z.ZodType, Out extends z.ZodType, Item extends z.ZodType>(
    contract: Contract<In, Out, Item>,
    input: z.input<In>,
    work?: Asking,
  ) => AsyncGenerator<z.output<Item>, Result<z.output<Out>, DoorError>>;
  /** Ends the worker in this breath; every call is answered with `why`. */
  readonly end: (why: DoorError) => void;
}

interface Pending {
  readonly hear: (message: Exclude<FromWorker, { readonly kind: "news" }>) => void;
  readonly stop: (why: DoorError) => void;
}

export const createChannel = (deps: ChannelDeps): Channel => {
  const pending = new Map<number, Pending>();
  let worker: WireWorker | undefined;
  let next = 0;

  const end = (why: DoorError): void => {
    worker?.terminate();
    worker = undefined;
    const all = [...pending.values()];
    pending.clear();
    for (const one of all) one.stop(why);
  };

  const take = (): WireWorker => {
    if (worker !== undefined) return worker;
    const started = deps.startWorker();
    worker = started;
    const die = (): void => {
      if (worker !== started) return;
      end({ code: "worker_died" });
      deps.onDeath();
    };
    started.onDeath(die);
    started.port.onMessage((raw) => {
      if (worker !== started) return;
      const checked = fromWorkerSchema.safeParse(raw);
      // What does not fit comes from a worker that is no longer what we started.
      if (!checked.success) return die();
      const message = checked.data;
      if (message.kind === "news") deps.onNews(message.news);
      else pending.get(message.call)?.hear(message);
    });
    return started;
  };

  const begin = (name: string, input: unknown, asking: Asking, hear: Hear): Begun => {
    const call = next;
    next += 1;
    const { port } = take();
    const send = (message: ToWorker): void => {
      if (pending.has(call)) port.postMessage(message);
    };
    const abort = (): void => send({ kind: "abort", call });
    const finish = (ended: Ended): void => {
      pending.delete(call);
      asking.signal?.removeEventListener("abort", abort);
      hear.ended(ended);
    };
    pending.set(call, {
      stop: (error) => finish({ kind: "failed", error }),
      hear: (message) => {
        if (message.kind === "progress") asking.onProgress?.(message.progress);
        else if (message.kind === "item") hear.item(message.item);
        else if (message.kind === "question") {
          void answer(asking, message.about).then((reply) =>
            send({ kind: "reply", call, question: message.question, reply }),
          );
        } else finish(message);
      },
    });
    send({ kind: "call", call, name, input });
    asking.signal?.addEventListener("abort", abort, { once: true });
    return { abort, credit: () => send({ kind: "credit", call }) };
  };

  return {
    isRunning: () => worker !== undefined,
    end,
    call: async (contract, input, work = {}) => {
      if (work.signal?.aborted === true) return err({ code: "cancelled" });
      const ended = await new Promise<Ended>((resolve) => {
        begin(contract.name, input, work, { item: () => undefined, ended: resolve });
      });
      return toResult(contract, ended);
    },
    stream: (contract, input, work = {}) => streamOf(contract, input, work, begin),
  };
};

interface Hear {
  readonly item: (item: unknown) => void;
  readonly ended: (ended: Ended) => void;
}
interface Begun {
  readonly abort: () => void;
  readonly credit: () => void;
}
type Ended = Extract<FromWorker, { readonly kind: "done" | "broke" }> | Failed;
type Failed = { readonly kind: "failed"; readonly error: DoorError };
type Begin = (name: string, input: unknown, asking: Asking, hear: Hear) => Begun;

/** A question that nobody answers, or whose asking throws, is answered with nothing. */
const answer = async (asking: Asking, about: unknown): Promise<unknown> => {
  if (asking.onQuestion === undefined) return undefined;
  try {
    return await asking.onQuestion(about);
  } catch (failure) {
    // The screen's bug is the screen's to hear of; the worker must not wait for ever.
    reportError(failure);
    return undefined;
  }
};

const toResult = <Out extends z.ZodType>(
  contract: { readonly name: string; readonly output: Out },
  ended: Ended,
): Result<z.output<Out>, DoorError> => {
  if (ended.kind === "failed") return err(ended.error);
  if (ended.kind === "broke") throw new Error(`${contract.name} broke: ${ended.detail}`);
  const value = contract.output.safeParse(ended.value);
  assert(value.success, `what comes out fits ${contract.name}`);
  return ok(value.data);
};

async function* streamOf<In extends z.ZodType, Out extends z.ZodType, Item extends z.ZodType>(
  contract: Contract<In, Out, Item>,
  input: z.input<In>,
  work: Asking,
  begin: Begin,
): AsyncGenerator<z.output<Item>, Result<z.output<Out>, DoorError>> {
  if (work.signal?.aborted === true) return err({ code: "cancelled" });
  const items: unknown[] = [];
  let ended: Ended | undefined;
  let wake = (): void => undefined;
  const begun = begin(contract.name, input, work, {
    item: (item) => {
      items.push(item);
      wake();
    },
    ended: (how) => {
      ended = how;
      wake();
    },
  });
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const isEnded = (): boolean => ended !== undefined;
  try {
    for (;;) {
      const raw = items.shift();
      if (raw !== undefined) {
        const item = contract.item?.safeParse(raw);
        assert(item?.success === true, `an item fits ${contract.name}`);
        begun.credit();
        yield item.data;
      } else if (ended === undefined) await change();
      else return toResult(contract, ended);
    }
  } finally {
    if (!isEnded()) begun.abort();
    for (;;) {
      if (isEnded()) break;
      await change();
    }
  }
}
