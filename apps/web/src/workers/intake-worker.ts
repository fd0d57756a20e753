import "./configure-zod.ts";

import { serveIntake } from "@holdfast/intake";

import { holdOwnLife } from "./hold-own-life.ts";

// Parses, without keys and without storage.
serveIntake({
  postMessage: (message, transfer) =>
    self.postMessage(message, { transfer: [...(transfer ?? [])] }),
  onMessage: (handler) =>
    self.addEventListener("message", ({ data }: MessageEvent<unknown>) => handler(data)),
});
holdOwnLife();
