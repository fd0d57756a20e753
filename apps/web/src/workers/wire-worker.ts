import type { WireWorker } from "../wire/channel.ts";
import { followLife } from "../wire/life.ts";

/** A browser's worker as the wire has it. */
export const toWireWorker = (worker: Worker): WireWorker => {
  const life = followLife(
    {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
      postMessage: (message) => worker.postMessage(message),
      onMessage: (handler) =>
        worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => handler(data)),
    },
    navigator.locks,
  );
  return {
    port: life.port,
    terminate: () => {
      worker.terminate();
      life.letGo();
    },
    onDeath: (handler) => {
      worker.addEventListener("error", handler);
      worker.addEventListener("messageerror", handler);
      life.onEnd(handler);
    },
  };
};
