import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";

import type { DoorError } from "../../door/door-error.ts";
import { createChannel } from "../../wire/channel.ts";
import { memberContract } from "../member-contract.ts";
import type { OpenedMember } from "../open-member.ts";
import { startMemberWorker, startTimer } from "./start-inner-workers.ts";

const hangLimitMs = 60_000;

/** A zip or a mail is opened where there are no keys; the worker asks for the bytes that it needs, and ends. */
export const readMember = async (
  source: ByteSource,
  member: readonly string[],
  maximumInBytes: number,
  signal: AbortSignal,
): Promise<Result<OpenedMember, DoorError>> => {
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
    const opened = await channel.call(
      memberContract.open,
      { sizeInBytes: source.sizeInBytes, member, maximumInBytes },
      { onQuestion: (about) => readFor(source, about) },
    );
    if (opened.ok) return ok(opened.value);
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
