import { assert, type Progress, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import type { DoorError } from "../door/door-error.ts";
import type { Contract } from "./contract.ts";
import { type FromWorker, initialCredits, toWorkerSchema, type WirePort } from "./messages.ts";

/** What a handler has while it works. */
export interface CallContext<Item> {
  readonly signal: AbortSignal;
  /** At most ten a second go out. */
  readonly report: (progress: Progress) => void;
  /** Waits until the page has room for it; after an abort it goes out at once, so that the page hears how it ended. */
  readonly give: (item: Item) => Promise<void>;
  /** The page's answer, unchecked; `undefined` after an abort. */
  readonly ask: (about: unknown) => Promise<unknown>;
}

/** A contract with what fulfils it, so that a table of them has one type. */
export interface Served {
  readonly name: string;
  readonly run: (
    input: unknown,
    context: CallContext<unknown>,
  ) => Promise<Result<unknown, DoorError>>;
}

export const serve = <In extends z.ZodType, Out extends z.ZodType, Item extends z.ZodType>(
  contract: Contract<In, Out, Item>,
  handler: (
    input: z.output<In>,
    context: CallContext<z.input<Item>>,
  ) => Promise<Result<z.input<Out>, DoorError>> | Result<z.input<Out>, DoorError>,
): Served => ({
  name: contract.name,
  run: async (input, context) => {
    const checked = contract.input.safeParse(input);
    assert(checked.success, `what comes in fits ${contract.name}`);
    return handler(checked.data, context);
  },
});

export interface Calls {
  /** Tells the page something that it did not ask for. */
  readonly tell: (news: unknown) => void;
  /** Aborts the running calls of these names, as the page would. */
  readonly abort: (isMeant: (name: string) => boolean) => void;
}

const progressEveryMs = 100;

/** Answers the page's calls, several at a time. `now`: milliseconds of any clock that only goes on. */
export const serveCalls = (port: WirePort, table: readonly Served[], now: () => number): Calls => {
  const served = new Map(table.map((one) => [one.name, one]));
  const running = new Map<number, RunningCall & { readonly name: string }>();
  const send = (message: FromWorker): void => port.postMessage(message);

  const start = async (call: number, name: string, input: unknown): Promise<void> => {
    const one = served.get(name);
    const state = createRunningCall(call, send, now);
    running.set(call, { ...state, name });
    try {
      assert(one !== undefined, `${name} is served here`);
      const result = await one.run(input, state.context);
      if (result.ok) send({ kind: "done", call, value: result.value });
      else send({ kind: "failed", call, error: result.error });
    } catch (failure) {
      // The worker's root handler: the page's promise rejects, and its own root handler says so.
      send({ kind: "broke", call, detail: detailOf(failure) });
    } finally {
      running.delete(call);
    }
  };

  port.onMessage((raw) => {
    const checked = toWorkerSchema.safeParse(raw);
    if (!checked.success) return;
    const message = checked.data;
    const state = running.get(message.call);
    switch (message.kind) {
      case "call":
        void start(message.call, message.name, message.input);
        return;
      case "abort":
        state?.abort();
        return;
      case "credit":
        state?.credit();
        return;
      case "reply":
        state?.reply(message.question, message.reply);
    }
  });
  return {
    tell: (news) => send({ kind: "news", news }),
    abort: (isMeant) => {
      for (const state of running.values()) if (isMeant(state.name)) state.abort();
    },
  };
};

const detailOf = (failure: unknown): string =>
  failure instanceof Error ? `${failure.name}: ${failure.message}\n${failure.stack ?? ""}` : "";

interface RunningCall {
  readonly context: CallContext<unknown>;
  readonly abort: () => void;
  readonly credit: () => void;
  readonly reply: (question: number, reply: unknown) => void;
}

const createRunningCall = (
  call: number,
  send: (message: FromWorker) => void,
  now: () => number,
): RunningCall => {
  const controller = new AbortController();
  const questions = new Map<number, (reply: unknown) => void>();
  let asked = 0;
  let credits = initialCredits;
  let waiting: (() => void)[] = [];
  let reportedAt = Number.NEGATIVE_INFINITY;
  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  const { signal } = controller;
  const mustWait = (): boolean => credits === 0 && !signal.aborted;
  return {
    abort: () => {
      controller.abort();
      for (const answer of questions.values()) answer(undefined);
      questions.clear();
      wake();
    },
    credit: () => {
      credits += 1;
      wake();
    },
    reply: (question, reply) => {
      questions.get(question)?.(reply);
      questions.delete(question);
    },
    context: {
      signal,
      report: (progress) => {
        const at = now();
        if (at - reportedAt < progressEveryMs && progress.done < progress.total) return;
        reportedAt = at;
        send({ kind: "progress", call, progress });
      },
      give: async (item) => {
        while (mustWait()) {
          await new Promise<void>((resolve) => waiting.push(resolve));
        }
        credits -= 1;
        send({ kind: "item", call, item });
      },
      ask: (about) => {
        if (signal.aborted) return Promise.resolve(undefined);
        const question = asked;
        asked += 1;
        return new Promise((resolve) => {
          questions.set(question, resolve);
          send({ kind: "question", call, question, about });
        });
      },
    },
  };
};
