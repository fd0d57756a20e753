import { MessageChannel } from "node:worker_threads";

import { bytesToSource, type ByteSource, type Parsed } from "@holdfast/evidence";
import { afterEach, describe, expect, test } from "vitest";

import { defaultLimits } from "../limits.ts";
import { takeInAll, toBytes } from "../testing/take-in-all.ts";
import { createIntakeClient, type IntakeJob, type IntakeWorker } from "./intake-client.ts";
import type { IntakePort } from "./port.ts";
import { serveIntake } from "./serve-intake.ts";

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** A worker's two ports without the worker: messages are cloned and transferred as between threads. */
const startInProcess = (serve: (port: IntakePort) => void = serveIntake) => {
  const started: { terminated: boolean; kill: () => void }[] = [];
  const startWorker = (): IntakeWorker => {
    const { port1, port2 } = new MessageChannel();
    const wrap = (port: typeof port1): IntakePort => ({
      postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
      onMessage: (handler) => void port.on("message", handler),
    });
    opened.push(() => {
      port1.close();
      port2.close();
    });
    let died: () => void = () => undefined;
    const state = { terminated: false, kill: () => died() };
    started.push(state);
    serve(wrap(port2));
    return {
      port: wrap(port1),
      terminate: () => {
        state.terminated = true;
        port2.close();
      },
      onDeath: (handler) => {
        died = handler;
      },
    };
  };
  return { startWorker, started };
};

const startTimer = (durationMs: number, elapsed: () => void) => {
  const timer = setTimeout(elapsed, durationMs);
  return () => clearTimeout(timer);
};

const chat = Array.from(
  { length: 12_000 },
  (_, i) => `13/03/2017, 10:${String(i % 60).padStart(2, "0")} - Ann: message ${i}\n`,
).join("");

const job = (content: string | Uint8Array, name = "a.txt"): IntakeJob => ({
  source: bytesToSource(toBytes(content)),
  name,
  limits: defaultLimits,
});

const all = async <T>(things: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = [];
  for await (const thing of things) list.push(thing);
  return list;
};

describe("through a worker", () => {
  test("a file gives what it gives without one", async () => {
    const client = createIntakeClient({ ...startInProcess(), startTimer });
    const parsed = (await all(client.parse(job(chat)))).flat();
    expect(parsed).toEqual((await takeInAll(chat, "a.txt")).parsed);
  });

  test("recognition and the question of words come back as facts", async () => {
    const client = createIntakeClient({ ...startInProcess(), startTimer });
    const [best] = await client.recognise(job(chat));
    expect([best.format.id, best.format.protectedClass]).toEqual(["whatsapp-txt", "text"]);
    expect(await client.holdsOnlyWords(job(chat))).toBe(true);
    expect(await client.holdsOnlyWords(job(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)))).toBe(false);
  });

  test("words are kept through it", async () => {
    const client = createIntakeClient({ ...startInProcess(), startTimer });
    const kept = await all(client.keepWords(job(chat)));
    expect(kept.map((k) => [k.kind, k.name])).toEqual([["words", "a.txt"]]);
  });

  test("one worker serves many jobs, and no batch is sent before the last ones were taken", async () => {
    const { startWorker, started } = startInProcess();
    const client = createIntakeClient({ startWorker, startTimer });
    let sent = 0;
    const counting: ByteSource = job(chat).source;
    for await (const batch of client.parse({ ...job(chat), source: counting })) {
      sent += batch.length;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await client.recognise(job("x"));
    expect([sent > 12_000, started.length]).toEqual([true, 1]);
  });
});

describe("a worker that fails", () => {
  const rest = async (serve: (port: IntakePort) => void, hangLimitMs = 50) => {
    const { startWorker, started } = startInProcess(serve);
    const client = createIntakeClient({ startWorker, startTimer, hangLimitMs });
    const parsed: readonly Parsed[] = (await all(client.parse(job("hello")))).flat();
    return { parsed, started };
  };

  test("by silence is ended, and the rest is noted", async () => {
    const { parsed, started } = await rest((port) => port.onMessage(() => undefined));
    expect(parsed).toEqual([
      { kind: "note", note: { code: "parser_timed_out", span: { offset: 0, length: 5 } } },
    ]);
    expect(started[0]?.terminated).toBe(true);
  });

  test("by nonsense is ended, and the rest is noted", async () => {
    const { parsed, started } = await rest((port) =>
      port.onMessage(() => port.postMessage({ kind: "parsed", job: 0, batch: [{ kind: "evil" }] })),
    );
    expect(parsed.map((p) => p.kind === "note" && p.note.code)).toEqual(["parser_stopped"]);
    expect(started[0]?.terminated).toBe(true);
  });

  test("by dying leaves a note over what it had not covered, and the next job gets a new one", async () => {
    let count = 0;
    const { startWorker, started } = startInProcess((port) => {
      count += 1;
      if (count > 1) return serveIntake(port);
      port.onMessage(() => {
        const item = {
          kind: "document",
          span: { offset: 0, length: 2 },
          time: { kind: "unknown" },
        };
        port.postMessage({ kind: "parsed", job: 0, batch: [{ kind: "item", item }] });
        setTimeout(() => started[0]?.kill(), 10);
      });
      return undefined;
    });
    const client = createIntakeClient({ startWorker, startTimer });
    const parsed = (await all(client.parse(job("hello")))).flat();
    expect(parsed.at(-1)).toEqual({
      kind: "note",
      note: { code: "parser_stopped", span: { offset: 2, length: 3 } },
    });
    expect((await client.recognise(job(chat)))[0].format.id).toBe("whatsapp-txt");
  });

  test("time in which the source is read does not count", async () => {
    const slow: ByteSource = {
      sizeInBytes: 5,
      read: async () => {
        await new Promise((resolve) => setTimeout(resolve, 120));
        return new Uint8Array(toBytes("hello"));
      },
    };
    const client = createIntakeClient({ ...startInProcess(), startTimer, hangLimitMs: 60 });
    const parsed = (await all(client.parse({ ...job(""), source: slow }))).flat();
    expect(parsed.some((p) => p.kind === "note" && p.note.code === "parser_timed_out")).toBe(false);
  });

  test("a source that fails becomes a note over the file", async () => {
    const broken: ByteSource = { sizeInBytes: 9, read: () => Promise.reject(new Error("gone")) };
    const client = createIntakeClient({ ...startInProcess(), startTimer });
    const parsed = (await all(client.parse({ ...job(""), source: broken }))).flat();
    expect(parsed).toEqual([
      { kind: "note", note: { code: "parser_stopped", span: { offset: 0, length: 9 } } },
    ]);
  });
});

test("an abort ends the worker and the batches at once", async () => {
  const { startWorker, started } = startInProcess();
  const client = createIntakeClient({ startWorker, startTimer });
  const controller = new AbortController();
  let items = 0;
  for await (const batch of client.parse({ ...job(chat), signal: controller.signal })) {
    items += batch.length;
    if (items > 0) controller.abort();
  }
  expect([items < 12_000, started[0]?.terminated]).toEqual([true, true]);
});
