import { z } from "zod";

import type { WirePort } from "./messages.ts";

/**
 * [Note: a worker's life] A browser tells nobody that a worker has ended: not when it closes itself, and not when the system
 * takes it away. A Web Lock does: it is let go of when whoever holds it is gone, whatever took it. So each worker holds one for as
 * long as it lives, and whoever started it waits for that lock. Messages cannot show the same: a worker that is busy for
 * a minute is as silent as a dead one.
 * Source: w3.org/TR/web-locks, "Termination of locks"; tried in Chromium by e2e/worker-death.browser.test.ts.
 */
export interface Locks {
  readonly request: (
    name: string,
    options: { readonly signal?: AbortSignal },
    held: () => Promise<unknown> | undefined,
  ) => Promise<unknown>;
}

const aliveSchema = z.strictObject({ kind: z.literal("alive"), lock: z.string() }).readonly();

/** For the worker: takes its lock for good, and tells its starter which one it is. */
export const holdLife = (port: WirePort, locks: Locks, lock: string): void => {
  const forEver = new Promise<never>(() => undefined);
  void locks.request(lock, {}, () => {
    port.postMessage({ kind: "alive", lock } satisfies z.infer<typeof aliveSchema>);
    return forEver;
  });
};

export interface FollowedLife {
  /** The port without what a worker says of its life. */
  readonly port: WirePort;
  /** Called once, when the worker has ended. Not after `letGo`. */
  readonly onEnd: (handler: () => void) => void;
  /** Waits no longer: whoever ends a worker knows that it ended. */
  readonly letGo: () => void;
}

/** For whoever started a worker. */
export const followLife = (port: WirePort, locks: Locks): FollowedLife => {
  const handlers = new Set<() => void>();
  const waiting = new AbortController();
  const { signal } = waiting;
  let isKnown = false;
  const wait = async (lock: string): Promise<void> => {
    try {
      await locks.request(lock, { signal }, () => undefined);
    } catch (failure) {
      if (signal.aborted) return;
      throw failure;
    }
    if (!signal.aborted) handlers.forEach((handler) => handler());
  };
  return {
    port: {
      postMessage: port.postMessage,
      onMessage: (handler) =>
        port.onMessage((message) => {
          const alive = isKnown ? undefined : aliveSchema.safeParse(message).data;
          if (alive === undefined) return handler(message);
          isKnown = true;
          void wait(alive.lock);
        }),
    },
    onEnd: (handler) => handlers.add(handler),
    letGo: () => waiting.abort(),
  };
};
