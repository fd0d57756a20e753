import type { Answer, Order } from "./messages.ts";

declare global {
  interface Window {
    /** Called by the test through the browser's automation; one order at a time. */
    ask: (order: Order) => Promise<unknown>;
    /** Put there by the test: hears of each step before the worker goes on to the next. */
    hearReport?: (report: string) => Promise<void>;
  }
}

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

window.ask = (order) =>
  new Promise((resolve, reject) => {
    worker.addEventListener("message", function hear({ data }: MessageEvent<Answer>) {
      if (data.kind === "report") {
        void window.hearReport?.(JSON.stringify(data.report));
        return;
      }
      worker.removeEventListener("message", hear);
      if (data.kind === "done") resolve(data.value);
      else reject(new Error(data.error));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
    worker.postMessage(order);
  });
