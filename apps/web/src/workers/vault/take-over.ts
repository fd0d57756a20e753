import { err, type Result } from "@holdfast/evidence";
import { z } from "zod";

import type { DoorError } from "../../door/door-error.ts";
import { lockNameOf } from "./describe-place.ts";
import { done, type Host } from "./host.ts";

const channelName = "places";
const saidSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("give-up"), place: z.string() }),
  z.strictObject({ kind: z.literal("changed") }),
]);
type Said = z.infer<typeof saidSchema>;

const say = (said: Said): void => {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has none.
  channel.postMessage(said);
  channel.close();
};

/** Tells all windows that a place was opened or closed, so that those who show its door know. */
export const announceChange = (): void => say({ kind: "changed" });

/** A tab that finishes a large file takes longer; then the person is told, and can try again. */
const patienceMs = 20_000;

/** Asks whichever tab has the place to lock it, and waits until its lock is free. */
export const takeOver = async (id: string): Promise<Result<undefined, DoorError>> => {
  say({ kind: "give-up", place: id });
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
 * Hears other windows, and lets go of the open place when one asks for it. The page hears of it first and locks: half-written words are written
 * before. A place that keeps nothing is nobody else's.
 */
export const hearOtherWindows = (host: Host, onGivenUp: () => void): void => {
  new BroadcastChannel(channelName).addEventListener(
    "message",
    ({ data }: MessageEvent<unknown>) => {
      const said = saidSchema.safeParse(data).data;
      if (said === undefined) return;
      if (said.kind === "changed") return host.tellPlacesChanged();
      const place = host.opened();
      if (place?.id !== said.place || place.keeps === "nothing") return;
      host.tellAskedToClose();
      setTimeout(() => {
        if (host.opened() === place && !place.isClosing) void host.close().then(onGivenUp);
      }, pagePatienceMs);
    },
  );
};
