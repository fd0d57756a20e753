import type { WireWorker } from "../wire/channel.ts";
import { toWireWorker } from "./wire-worker.ts";

/**
 * The workers that the page starts; the one with keys starts its own (vault/start-inner-workers.ts). Written so that the
 * build finds each script: the address must stand inside `new Worker`.
 */
export const startWorker = (kind: "vault" | "check" | "guide"): WireWorker => {
  switch (kind) {
    case "vault":
      return toWireWorker(
        new Worker(new URL("./vault-worker.ts", import.meta.url), { type: "module" }),
      );
    case "check":
      return toWireWorker(
        new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }),
      );
    case "guide":
      return toWireWorker(
        new Worker(new URL("./guide-worker.ts", import.meta.url), { type: "module" }),
      );
  }
};
