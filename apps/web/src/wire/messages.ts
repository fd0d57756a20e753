import { z } from "zod";

import { doorErrorSchema } from "../door/door-error.ts";

const call = z.int().nonnegative();

const progressSchema = z
  .strictObject({
    step: z.enum([
      "sealing",
      "reading",
      "indexing",
      "exporting",
      "verifying",
      "backing-up",
      "restoring",
    ]),
    done: z.number(),
    total: z.number(),
    unit: z.enum(["bytes", "messages", "files"]),
  })
  .readonly();

/** From the page to a worker. `input`, `reply` and the like are checked by the call's own contract. */
export const toWorkerSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("call"), call, name: z.string(), input: z.unknown() })
    .readonly(),
  z.strictObject({ kind: z.literal("abort"), call }).readonly(),
  /** One more item may be sent. */
  z.strictObject({ kind: z.literal("credit"), call }).readonly(),
  z
    .strictObject({ kind: z.literal("reply"), call, question: z.int(), reply: z.unknown() })
    .readonly(),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** From a worker to the page. */
export const fromWorkerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("done"), call, value: z.unknown() }).readonly(),
  z.strictObject({ kind: z.literal("failed"), call, error: doorErrorSchema }).readonly(),
  /** A bug: something threw. `detail` holds no content of a case. */
  z.strictObject({ kind: z.literal("broke"), call, detail: z.string() }).readonly(),
  z.strictObject({ kind: z.literal("progress"), call, progress: progressSchema }).readonly(),
  z.strictObject({ kind: z.literal("item"), call, item: z.unknown() }).readonly(),
  z
    .strictObject({ kind: z.literal("question"), call, question: z.int(), about: z.unknown() })
    .readonly(),
  /** Something that nobody asked for: what is open, and that it was taken over. */
  z.strictObject({ kind: z.literal("news"), news: z.unknown() }).readonly(),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;

/** Items that may be on their way unasked for. */
export const initialCredits = 8;

/** One end of a channel; a worker, its own global scope and Node's ports are wrapped into it. */
export interface WirePort {
  readonly postMessage: (message: unknown) => void;
  readonly onMessage: (handler: (message: unknown) => void) => void;
}
