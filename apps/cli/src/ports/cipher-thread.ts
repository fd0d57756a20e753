import { Worker } from "node:worker_threads";

export interface SealJob {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly additionalData: Uint8Array<ArrayBuffer>;
  /** Plaintext and 16 spare bytes. Shared memory is encrypted where it is; other memory is copied there and back. */
  readonly buffer: Uint8Array;
}

export interface CipherThread {
  readonly seal: (job: SealJob) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/**
 * The whole program of the thread. The cipher gives its answers in memory of its own, which the collector gets back late: in
 * pieces of 16 kB some 50 MB wait, in pieces of 64 kB some 70. Kept as text so that it needs no file of its own beside the
 * bundled command, and so short that nothing can hide in it. Jobs are answered in their order.
 */
const program = `
const { createCipheriv } = require("node:crypto");
const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ key, nonce, additionalData, buffer }) => {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(additionalData);
  const end = buffer.length - 16;
  for (let at = 0; at < end; at += 16384) {
    buffer.set(cipher.update(buffer.subarray(at, Math.min(end, at + 16384))), at);
  }
  cipher.final();
  buffer.set(cipher.getAuthTag(), end);
  parentPort.postMessage(buffer);
});
`;

interface Waiting {
  readonly resolve: (buffer: Uint8Array) => void;
  readonly reject: (cause: unknown) => void;
}

/** Starts with the first job: most commands encrypt nothing large. */
export const createCipherThread = (): CipherThread => {
  const workers: Worker[] = [];
  const waiting: Waiting[] = [];
  const start = (): Worker => {
    const started = new Worker(program, {
      eval: true,
      env: {},
      // The collector comes by sooner, and with it goes what the cipher has answered.
      resourceLimits: { maxYoungGenerationSizeMb: 1 },
    });
    started.on("message", (buffer: Uint8Array) => {
      waiting.shift()?.resolve(buffer);
      if (waiting.length === 0) started.unref();
    });
    started.on("error", (cause) => {
      for (const job of waiting.splice(0)) job.reject(cause);
    });
    workers.push(started);
    return started;
  };
  return {
    seal: (job) => {
      const thread = workers[0] ?? start();
      thread.ref();
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        thread.postMessage(job, []);
      });
    },
    close: async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
};
