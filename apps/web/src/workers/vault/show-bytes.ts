import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import type { seeContract } from "../../door/contract/see-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { createChannel } from "../../wire/channel.ts";
import { memberContract } from "../member-contract.ts";
import type { Opened } from "./host.ts";
import { shownTypeOf } from "./shown-types.ts";
import { startMemberWorker, startTimer } from "./start-inner-workers.ts";
import { orDoorError } from "./to-door-error.ts";

type BytesIn = z.output<typeof seeContract.bytes.input>;
type BytesOut = z.input<typeof seeContract.bytes.output>;

/** A picture of a phone has five megabytes; a film that is longer is saved, not shown. */
const defaultMaximumInBytes = 64 * 1_048_576;

export const showBytes = async (
  { vault }: Opened,
  { exhibit: id, member, maximumSizeInBytes = defaultMaximumInBytes }: BytesIn,
  signal: AbortSignal,
): Promise<Result<BytesOut, DoorError>> => {
  const exhibit = vault.exhibit(id);
  if (exhibit === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  const blob = orDoorError(vault.openBlob(id));
  if (!blob.ok) return blob;
  if (member !== undefined && member.length > 0) {
    return showMember(blob.value, member, maximumSizeInBytes, signal);
  }
  const { sizeInBytes } = blob.value;
  if (sizeInBytes > maximumSizeInBytes) {
    return err({ code: "too_large_to_show", sizeInBytes, maximumInBytes: maximumSizeInBytes });
  }
  return ok(toShown(await blob.value.read(0, sizeInBytes), exhibit.mediaType));
};

const toShown = (bytes: Uint8Array<ArrayBuffer>, mediaType: string): BytesOut => {
  const { shownAs, type } = shownTypeOf(mediaType);
  return { blob: new Blob([bytes], { type }), shownAs };
};

const hangLimitMs = 60_000;

/** A zip or a mail is opened where there are no keys; the worker asks for the bytes that it needs, and ends. */
const showMember = async (
  source: ByteSource,
  member: readonly string[],
  maximumInBytes: number,
  signal: AbortSignal,
): Promise<Result<BytesOut, DoorError>> => {
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
    if (opened.ok) return ok(toShown(opened.value.bytes, opened.value.mediaType));
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
