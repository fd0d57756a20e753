import type { IntakeWorker } from "@holdfast/intake";

import type { WireWorker } from "../../wire/channel.ts";
import { toWireWorker } from "../wire-worker.ts";

/** The worker that parses files; it has neither keys nor storage. */
export const startIntakeWorker = (): IntakeWorker => {
  const worker = new Worker(new URL("../intake-worker.ts", import.meta.url), { type: "module" });
  const { port, terminate, onDeath } = toWireWorker(worker);
  return {
    port: {
      postMessage: (message, transfer) =>
        worker.postMessage(message, { transfer: [...(transfer ?? [])] }),
      onMessage: port.onMessage,
    },
    terminate,
    onDeath,
  };
};

/** The worker that opens what lies in a zip or a mail; it has neither keys nor storage. */
export const startMemberWorker = (): WireWorker =>
  toWireWorker(new Worker(new URL("../member-worker.ts", import.meta.url), { type: "module" }));

export const startTimer = (durationMs: number, elapsed: () => void): (() => void) => {
  const timer = setTimeout(elapsed, durationMs);
  return () => clearTimeout(timer);
};
