import { parentPort } from "node:worker_threads";

import { assert } from "@holdfast/evidence";
import { serveIntake } from "@holdfast/intake";

// Parses strangers' bytes: it gets no key, opens no file and knows no path. What it reads comes by message.
assert(parentPort !== null, "this program runs as a worker");
const port = parentPort;
serveIntake({
  postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
  onMessage: (handler) => port.on("message", handler),
});
