import type { WireWorker } from "../wire/channel.ts";

/** A browser's worker as the wire has it. */
export const toWireWorker = (worker: Worker): WireWorker => ({
  port: {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
    postMessage: (message) => worker.postMessage(message),
    onMessage: (handler) =>
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => handler(data)),
  },
  terminate: () => worker.terminate(),
  onDeath: (handler) => {
    worker.addEventListener("error", handler);
    worker.addEventListener("messageerror", handler);
  },
});
