import { type ByteSource, err, type Result } from "@holdfast/evidence";

import type { DoorError } from "../../door/door-error.ts";
import { type Channel, createChannel } from "../../wire/channel.ts";
import { memberContract } from "../member-contract.ts";
import { startMemberWorker, startTimer } from "./start-inner-workers.ts";

const hangLimitMs = 60_000;

/** How a call asks back for bytes while it runs. */
type Reading = Pick<NonNullable<Parameters<Channel["call"]>[2]>, "onQuestion">;

/** A zip or a mail is opened where there are no keys; the worker asks for the bytes that it needs, and ends. */
export const askMemberWorker = async <T>(
  source: ByteSource,
  signal: AbortSignal,
  ask: (channel: Channel, reading: Reading) => Promise<Result<T, DoorError>>,
): Promise<Result<T, DoorError>> => {
  const channel = createChannel({
    startWorker: startMemberWorker,
    onNews: () => undefined,
    onDeath: () => undefined,
  });
  const unreadable = { code: "member_unreadable", reason: "unreadable" } as const;
  const cancelTimer = startTimer(hangLimitMs, () => channel.end(unreadable));
  const abort = (): void => channel.end({ code: "cancelled" });
  signal.addEventListener("abort", abort, { once: true });
  try {
    const opened = await ask(channel, { onQuestion: (about) => readFor(source, about) });
    if (opened.ok) return opened;
    return err(opened.error.code === "worker_died" ? unreadable : opened.error);
  } finally {
    cancelTimer();
    signal.removeEventListener("abort", abort);
    channel.end(unreadable);
  }
};

const readFor = async (source: ByteSource, about: unknown): Promise<unknown> => {
  const { offset, length } = memberContract.readSchema.parse(about);
  return source.read(offset, length);
};
