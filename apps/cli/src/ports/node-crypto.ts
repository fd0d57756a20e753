import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

import type { Clock, Hasher, Random, StreamingHash } from "@holdfast/evidence";
import { type Aead, type SealBuffers, tagLengthInBytes } from "@holdfast/seal";
import { createPageAligned } from "@holdfast/vault/node";

import { createCipherThread } from "./cipher-thread.ts";

const createStreamingHash = (algorithm: "sha256" | "sha512"): StreamingHash => {
  const hash = createHash(algorithm);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => new Uint8Array(hash.digest()),
  };
};

/** OpenSSL: ten times as fast as WebAssembly. */
export const createNodeHasher = (): Hasher => ({
  sha256: () => createStreamingHash("sha256"),
  sha512: () => createStreamingHash("sha512"),
});

export const createNodeRandom = (): Random => ({
  bytes: (count) => new Uint8Array(randomBytes(count)),
});

export const createSystemClock = (): Clock => ({ now: () => Date.now() });

/** Below this a message to the other thread costs more than the cipher. */
const threadThresholdInBytes = 65_536;

export interface NodeAead extends Aead {
  readonly buffers: SealBuffers;
  /** Ends the cipher thread, which otherwise ends with the process. */
  readonly close: () => Promise<void>;
}

/**
 * AES-256-GCM by OpenSSL. Large buffers go to a worker thread, which encrypts those of `buffers` where they are, so that
 * the main thread can hash the next one meanwhile.
 */
export const createNodeAead = (): NodeAead => {
  const thread = createCipherThread();
  return {
    buffers: createSharedBuffers(),
    importKey: (secret) => {
      const key = secret.reveal();
      return Promise.resolve({
        seal: (nonce, additionalData, buffer) => {
          if (buffer.length >= threadThresholdInBytes) {
            return thread.seal({ key, nonce, additionalData, buffer });
          }
          const cipher = createCipheriv("aes-256-gcm", key, nonce);
          cipher.setAAD(additionalData);
          const end = buffer.length - tagLengthInBytes;
          buffer.set(cipher.update(buffer.subarray(0, end)));
          cipher.final();
          buffer.set(cipher.getAuthTag(), end);
          return Promise.resolve(buffer);
        },
        open: (nonce, additionalData, sealed) => {
          if (sealed.length < tagLengthInBytes) return Promise.resolve(undefined);
          const end = sealed.length - tagLengthInBytes;
          const decipher = createDecipheriv("aes-256-gcm", key, nonce, {
            authTagLength: tagLengthInBytes,
          });
          decipher.setAAD(additionalData);
          decipher.setAuthTag(sealed.subarray(end));
          const plain = decipher.update(sealed.subarray(0, end));
          return Promise.resolve(
            isAuthentic(() => decipher.final()) ? new Uint8Array(plain) : undefined,
          );
        },
      });
    },
    close: thread.close,
  };
};

/** Memory that both threads see. What was given back is kept: there are never more than one stream's at a time. */
const createSharedBuffers = (): SealBuffers => {
  const kept = new Map<number, Uint8Array[]>();
  const keptOf = (sizeInBytes: number): Uint8Array[] => {
    const known = kept.get(sizeInBytes) ?? [];
    kept.set(sizeInBytes, known);
    return known;
  };
  return {
    take: (sizeInBytes) => keptOf(sizeInBytes).pop() ?? createPageAligned(sizeInBytes),
    give: (buffer) => {
      keptOf(buffer.length).push(buffer);
    },
  };
};

const isAuthentic = (final: () => unknown): boolean => {
  try {
    final();
    return true;
  } catch {
    // node:crypto has one error for every wrong tag, and so have we.
    return false;
  }
};
