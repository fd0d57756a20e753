import { err, type Result } from "@holdfast/evidence";
import { z } from "zod";

import type { DoorError } from "../../door/door-error.ts";
import { lockNameOf } from "./describe-place.ts";
import { done, type Host } from "./host.ts";

const channelName = "places";
const giveUpSchema = z.strictObject({ kind: z.literal("give-up"), place: z.string() });

/** A tab that finishes a large file takes longer; then the person is told, and can try again. */
const patienceMs = 20_000;

/** Asks whichever tab has the place to lock it, and waits until its lock is free. */
export const takeOver = async (id: string): Promise<Result<undefined, DoorError>> => {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has none.
  channel.postMessage({ kind: "give-up", place: id } satisfies z.infer<typeof giveUpSchema>);
  channel.close();
  try {
    // Taken and let go of at once: opening takes it anew.
    await navigator.locks.request(
      lockNameOf(id),
      { signal: AbortSignal.timeout(patienceMs) },
      () => undefined,
    );
    return done;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "TimeoutError") {
      return err({ code: "place_not_released" });
    }
    throw failure;
  }
};

/** A page that sleeps or hangs writes nothing any more: after this its worker lets go without it. */
const pagePatienceMs = 2_000;

/**
 * Lets go of the open place when another tab asks for it. The page hears of it first and locks: half-written words are written
 * before. A place that keeps nothing is nobody else's.
 */
export const giveUpWhenAsked = (host: Host, onGivenUp: () => void): void => {
  new BroadcastChannel(channelName).addEventListener(
    "message",
    ({ data }: MessageEvent<unknown>) => {
      const asked = giveUpSchema.safeParse(data);
      const place = host.opened();
      if (!asked.success || place?.id !== asked.data.place || place.keeps === "nothing") return;
      host.tellAskedToClose();
      setTimeout(() => {
        if (host.opened() === place && !place.isClosing) void host.close().then(onGivenUp);
      }, pagePatienceMs);
    },
  );
};
