import { MessageChannel, type MessagePort } from "node:worker_threads";

import { err, ok } from "@holdfast/evidence";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";

import { type Channel, createChannel } from "./channel.ts";
import type { WirePort } from "./messages.ts";
import { type CallContext, serve, serveCalls, type Served } from "./serve-calls.ts";

const runs = { numRuns: process.env["SLOW"] === "1" ? 1_000 : 20 };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const wrap = (port: MessagePort): WirePort => ({
  postMessage: (message) => port.postMessage(message),
  onMessage: (handler) => void port.on("message", handler),
});

interface Started {
  readonly channel: Channel;
  readonly news: unknown[];
  readonly deaths: () => number;
  readonly die: () => void;
  readonly tell: (news: unknown) => void;
}

/** Both ends in this thread; messages are cloned as between threads. */
const start = (table: readonly Served[]): Started => {
  const news: unknown[] = [];
  let died = 0;
  let die = (): void => undefined;
  let tell: (news: unknown) => void = () => undefined;
  const channel = createChannel({
    startWorker: () => {
      const { port1, port2 } = new MessageChannel();
      ({ tell } = serveCalls(wrap(port2), table, () => performance.now()));
      const terminate = (): void => {
        port1.close();
        port2.close();
      };
      ends.push(terminate);
      return {
        port: wrap(port1),
        terminate,
        onDeath: (handler) => {
          die = handler;
        },
      };
    },
    onNews: (heard) => news.push(heard),
    onDeath: () => {
      died += 1;
    },
  });
  return { channel, news, deaths: () => died, die: () => die(), tell: (said) => tell(said) };
};

const echo = { name: "echo", input: z.unknown(), output: z.unknown() } as const;
const count = {
  name: "count",
  input: z.int(),
  output: z.undefined(),
  item: z.int(),
} as const;
const refuse = { name: "refuse", input: z.undefined(), output: z.undefined() } as const;
const ask = { name: "ask", input: z.undefined(), output: z.unknown() } as const;
const wait = { name: "wait", input: z.undefined(), output: z.undefined() } as const;
const bug = { name: "bug", input: z.undefined(), output: z.undefined() } as const;

const untilAborted = ({ signal }: Pick<CallContext<never>, "signal">): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

const table = (given: number[] = []): readonly Served[] => [
  serve(echo, (value) => ok(value)),
  serve(count, async (upTo, context) => {
    for (let n = 0; n < upTo && !context.signal.aborted; n += 1) {
      given.push(n);
      await context.give(n);
    }
    return context.signal.aborted ? err({ code: "cancelled" }) : ok(undefined);
  }),
  serve(refuse, () => err({ code: "recovery_words_unknown", places: [3, 7] })),
  serve(ask, async (_, context) => ok(await context.ask({ name: "a.png" }))),
  serve(wait, async (_, context) => {
    await untilAborted(context);
    return err({ code: "cancelled" });
  }),
  serve(bug, () => {
    throw new Error("a bug of ours");
  }),
];

describe("what goes over the wire", () => {
  test("comes back as it went, whatever it is, many calls at a time", async () => {
    const { channel } = start(table());
    const value = fc.jsonValue().map((one) => structuredClone(one));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 8 }), async (values) => {
        const answers = await Promise.all(values.map((one) => channel.call(echo, one)));
        expect(answers).toEqual(values.map((one) => ok(one)));
      }),
      runs,
    );
  });

  test("comes in its order, every item of it, and never more than the page has room for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), async (upTo) => {
        const given: number[] = [];
        const { channel } = start(table(given));
        const heard: number[] = [];
        for await (const n of channel.stream(count, upTo)) {
          heard.push(n);
          // Whoever listens slowly is waited for: eight may be on their way, and one is in hand.
          expect(given.length).toBeLessThanOrEqual(heard.length + 9);
          await new Promise((resolve) => setTimeout(resolve));
        }
        expect(heard).toEqual(Array.from({ length: upTo }, (_, n) => n));
      }),
      runs,
    );
  });

  test("is a coded error where one was expected, and a rejection where there is a bug", async () => {
    const { channel } = start(table());
    expect(await channel.call(refuse, undefined)).toEqual(
      err({ code: "recovery_words_unknown", places: [3, 7] }),
    );
    await expect(channel.call(bug, undefined)).rejects.toThrow("a bug of ours");
  });

  test("carries a question back; one that nobody answers, or that breaks, is answered with nothing", async () => {
    const { channel } = start(table());
    const onQuestion = (about: unknown): Promise<unknown> => Promise.resolve([about, "yes"]);
    expect(await channel.call(ask, undefined, { onQuestion })).toEqual(
      ok([{ name: "a.png" }, "yes"]),
    );
    expect(await channel.call(ask, undefined)).toEqual(ok(undefined));
  });

  test("tells what nobody asked for", async () => {
    const { channel, news, tell } = start(table());
    await channel.call(echo, 1);
    tell({ kind: "changed" });
    await expect.poll(() => news).toEqual([{ kind: "changed" }]);
  });
});

describe("work that is cut short", () => {
  test("is aborted by its signal, before it began too", async () => {
    const { channel } = start(table());
    const controller = new AbortController();
    const waiting = channel.call(wait, undefined, { signal: controller.signal });
    controller.abort();
    expect(await waiting).toEqual(err({ code: "cancelled" }));
    expect(await channel.call(wait, undefined, { signal: controller.signal })).toEqual(
      err({ code: "cancelled" }),
    );
  });

  test("is aborted by leaving its loop, which waits until it has ended", async () => {
    const given: number[] = [];
    const { channel } = start(table(given));
    for await (const n of channel.stream(count, 1_000)) if (n === 3) break;
    const ended = given.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(given).toHaveLength(ended);
    expect(ended).toBeLessThan(30);
  });

  test("is answered when the worker is ended, and when it dies; the next call starts a new one", async () => {
    const { channel, die, deaths } = start(table());
    const waiting = channel.call(wait, undefined);
    channel.end({ code: "place_locked" });
    expect(await waiting).toEqual(err({ code: "place_locked" }));
    expect(channel.isRunning()).toBe(false);
    const other = channel.call(wait, undefined);
    die();
    expect(await other).toEqual(err({ code: "worker_died" }));
    expect(deaths()).toBe(1);
    expect(await channel.call(echo, "again")).toEqual(ok("again"));
  });

  test("a worker that says what does not fit the wire is taken for dead", async () => {
    const { port1, port2 } = new MessageChannel();
    ends.push(() => port1.close());
    const channel = createChannel({
      startWorker: () => ({
        port: wrap(port1),
        terminate: () => undefined,
        onDeath: () => undefined,
      }),
      onNews: () => undefined,
      onDeath: () => undefined,
    });
    const waiting = channel.call(echo, 1);
    port2.postMessage({ kind: "done", call: "0" });
    expect(await waiting).toEqual(err({ code: "worker_died" }));
  });
});
