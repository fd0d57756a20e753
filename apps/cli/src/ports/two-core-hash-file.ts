import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";

import { bytesToHex, type ByteSource, type Hasher } from "@holdfast/evidence";
import {
  createHashFile,
  type Digests,
  type HashFile,
  type HashFileOptions,
} from "@holdfast/verify";

/** Below this a second thread costs more than it saves. */
const largeFromBytes = 8 * 1_048_576;
/** Few hand-overs: each costs about as much as hashing 100 kB. */
const chunkSizeInBytes = 4 * 1_048_576;
/** Chunks that may wait for the other thread, of all files together: it is the slower of the two. */
const maximumWaiting = 4;

/** The whole program of the thread; kept as text so that it needs no file of its own beside the bundled command. */
const program = `
const { createHash } = require("node:crypto");
const { parentPort } = require("node:worker_threads");
const hashes = new Map();
parentPort.on("message", ({ id, chunk, drop }) => {
  if (drop) { hashes.delete(id); return; }
  let hash = hashes.get(id);
  if (hash === undefined) hashes.set(id, (hash = createHash("sha512")));
  if (chunk === undefined) {
    hashes.delete(id);
    parentPort.postMessage({ id, sha512: hash.digest("hex") });
  } else {
    hash.update(chunk);
    parentPort.postMessage({ id });
  }
});
`;

export interface TwoCoreHash {
  readonly hashFile: HashFile;
  readonly close: () => Promise<void>;
}

/** Both digests of a file in one reading: SHA-256 on this thread, SHA-512, which takes twice as long, on another. */
export const createTwoCoreHash = (hasher: Hasher): TwoCoreHash => {
  const onOneCore = createHashFile(hasher);
  let thread: HashThread | undefined;
  return {
    hashFile: (source, options) => {
      if (source.sizeInBytes < largeFromBytes) return onOneCore(source, options);
      thread ??= startThread();
      return hashLarge(thread, source, options);
    },
    close: async () => {
      await thread?.worker.terminate();
      thread = undefined;
    },
  };
};

interface HashThread {
  readonly worker: Worker;
  readonly nextId: () => number;
  /** Settles when one more chunk may be sent. */
  readonly takeTurn: () => Promise<void>;
  readonly digestOf: (id: number) => Promise<string>;
}

const startThread = (): HashThread => {
  const worker = new Worker(program, { eval: true, env: {} });
  const turns: (() => void)[] = [];
  const digests = new Map<number, (digest: string) => void>();
  let waiting = 0;
  let id = 0;
  worker.on("message", (message: { readonly id: number; readonly sha512?: string }) => {
    if (message.sha512 !== undefined) {
      digests.get(message.id)?.(message.sha512);
      digests.delete(message.id);
      return;
    }
    const next = turns.shift();
    if (next === undefined) waiting -= 1;
    else next();
  });
  return {
    worker,
    nextId: () => {
      id += 1;
      return id;
    },
    takeTurn: async () => {
      if (waiting < maximumWaiting) {
        waiting += 1;
        return;
      }
      // The place of a chunk that is done goes to whoever waits: the count stays.
      await new Promise<void>((resolve) => {
        turns.push(resolve);
      });
    },
    digestOf: (file) =>
      new Promise((resolve) => {
        digests.set(file, resolve);
      }),
  };
};

const hashLarge = async (
  thread: HashThread,
  source: ByteSource,
  { onBytes, signal }: HashFileOptions,
): Promise<Digests> => {
  const id = thread.nextId();
  const sha256 = createHash("sha256");
  let offset = 0;
  let next = source.read(0, chunkSizeInBytes);
  try {
    while (offset < source.sizeInBytes) {
      const chunk = await next;
      if (signal?.aborted === true) throw signal.reason;
      if (chunk.length === 0) throw new Error("the file became shorter while it was read");
      offset += chunk.length;
      if (offset < source.sizeInBytes) next = source.read(offset, chunkSizeInBytes);
      await thread.takeTurn();
      sha256.update(chunk);
      onBytes(chunk.length);
      thread.worker.postMessage({ id, chunk }, [chunk.buffer]);
    }
  } catch (error) {
    thread.worker.postMessage({ id, drop: true }, []);
    throw error;
  }
  const sha512 = thread.digestOf(id);
  thread.worker.postMessage({ id }, []);
  return { sha256: bytesToHex(sha256.digest()), sha512: await sha512 };
};
