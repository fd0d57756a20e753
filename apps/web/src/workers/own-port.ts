import type { WirePort } from "../wire/messages.ts";

/** This worker's own end of the channel to whoever started it. */
export const ownPort: WirePort = {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
  postMessage: (message) => self.postMessage(message),
  onMessage: (handler) =>
    self.addEventListener("message", ({ data }: MessageEvent<unknown>) => handler(data)),
};
