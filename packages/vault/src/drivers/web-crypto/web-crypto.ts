import { argon2id, createSHA256, createSHA512 } from "hash-wasm";

import {
  assert,
  type Clock,
  type Hasher,
  type Random,
  type StreamingHash,
} from "@holdfast/evidence";
import type { Aead, Kdf } from "@holdfast/seal";

/** AES-256-GCM by the browser itself, which encrypts outside of the JavaScript thread. */
export const createWebAead = (): Aead => ({
  importKey: async (secret) => {
    const key = await crypto.subtle.importKey("raw", secret.reveal(), "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]);
    return {
      seal: async (nonce, additionalData, buffer) =>
        new Uint8Array(
          await crypto.subtle.encrypt(
            { name: "AES-GCM", iv: nonce, additionalData },
            key,
            buffer.subarray(0, buffer.length - 16),
          ),
        ),
      open: async (nonce, additionalData, sealed) => {
        try {
          return new Uint8Array(
            await crypto.subtle.decrypt(
              { name: "AES-GCM", iv: nonce, additionalData },
              key,
              sealed,
            ),
          );
        } catch (cause) {
          // WebCrypto's only word for "not authentic"; anything else is a fault of ours.
          if (cause instanceof DOMException && cause.name === "OperationError") return undefined;
          throw cause;
        }
      },
    };
  },
});

/**
 * SHA-256 and SHA-512 that can be fed in pieces, which WebCrypto cannot. Loads the WebAssembly once.
 *
 * One instance computes one hash at a time and instances are made asynchronously: so each hash takes one from a pool
 * and gives it back with its digest. A hash that is begun must be ended.
 */
export const createWebHasher = async (): Promise<Hasher> => {
  const sha256 = await createPool(createSHA256);
  const sha512 = await createPool(createSHA512);
  return { sha256, sha512 };
};

type WasmHasher = Awaited<ReturnType<typeof createSHA256>>;

/** Hashes alive at one time: a draft's items, a source, a custody line, and the HMACs inside each other. */
const poolSize = 12;

const createPool = async (create: () => Promise<WasmHasher>): Promise<() => StreamingHash> => {
  const free = await Promise.all(Array.from({ length: poolSize }, create));
  return () => {
    const engine = free.pop();
    assert(engine !== undefined, "more hashes are open than the pool has");
    engine.init();
    return {
      update: (bytes) => {
        engine.update(bytes);
      },
      digest: () => {
        const digest = new Uint8Array(engine.digest("binary"));
        free.push(engine);
        return digest;
      },
    };
  };
};

export const createWebKdf = (): Kdf => ({
  argon2id: async (input) =>
    new Uint8Array(
      await argon2id({
        password: input.password,
        salt: input.salt,
        memorySize: input.memoryInKibibytes,
        iterations: input.passes,
        parallelism: input.lanes,
        hashLength: input.lengthInBytes,
        outputType: "binary",
      }),
    ),
});

/** What one call may give (Web Cryptography §10.1.1). */
const randomBytesPerCall = 65_536;

export const createWebRandom = (): Random => ({
  bytes: (count) => {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += randomBytesPerCall) {
      crypto.getRandomValues(bytes.subarray(at, at + randomBytesPerCall));
    }
    return bytes;
  },
});

export const createWebClock = (): Clock => ({ now: () => Date.now() });
