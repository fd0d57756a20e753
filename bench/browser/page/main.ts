import type { ChatAnswer, ChatOrder, MeasuredChat } from "./messages.ts";

// The page starts the worker with keys; that worker starts the one that parses.
const worker = new Worker(new URL("./vault-worker.ts", import.meta.url), { type: "module" });

/** Puts the chosen file into a new vault. */
const putChosenFile = (): Promise<MeasuredChat> =>
  new Promise((resolve, reject) => {
    const input = document.querySelector("input");
    const file = input?.files?.[0];
    if (file === undefined) throw new Error("no file is chosen");
    worker.addEventListener("message", ({ data }: MessageEvent<ChatAnswer>) => {
      if (data.kind === "done") resolve(data.measured);
      else reject(new Error(data.error));
    });
    const order: ChatOrder = { file };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
    worker.postMessage(order);
  });

// Called by the bench through the browser's automation; another page of the same name takes other orders.
Object.assign(window, { ask: putChosenFile });
