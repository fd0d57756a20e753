import { createSHA256, createSHA512 } from "hash-wasm";

import {
  assert,
  type Clock,
  type Hasher,
  type Random,
  type StreamingHash,
} from "@holdfast/evidence";
import type { Aead } from "@holdfast/seal";

export { createWasmKdf as createWebKdf } from "../argon2id.ts";
export { createWebKeyAgreement } from "./web-key-agreement.ts";

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
            notShared(buffer.subarray(0, buffer.length - 16)),
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

/** WebCrypto refuses memory that threads share; the buffers of the ring are none here. */
const notShared = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes);

/**
 * SHA-256 and SHA-512 that can be fed in pieces, which WebCrypto cannot. Loads the WebAssembly once.
 *
 * One engine computes one hash at a time, and engines are made asynchronously: so there are a few, and where more
 * hashes are open than that, they take turns. A hash that is never ended costs its state and nothing else.
 */
export const createWebHasher = async (): Promise<Hasher> => {
  const sha256 = await createTurns(createSHA256);
  const sha512 = await createTurns(createSHA512);
  return { sha256, sha512 };
};

type WasmHasher = Awaited<ReturnType<typeof createSHA256>>;

/** As many as are usually open at one time: a draft's items, a source, and a custody line with its two HMACs. */
const engineCount = 6;

/** An engine and the hash that is in it. */
interface Engine {
  readonly wasm: WasmHasher;
  occupant: Occupant | undefined;
}
interface Occupant {
  /** The state of a hash whose turn is over. */
  saved: Uint8Array | undefined;
}

const createTurns = async (create: () => Promise<WasmHasher>): Promise<() => StreamingHash> => {
  const made = await Promise.all(Array.from({ length: engineCount }, create));
  // The one whose hash has waited longest comes first.
  const engines: Engine[] = made.map((wasm) => ({ wasm, occupant: undefined }));

  const moveToEnd = (engine: Engine): void => {
    engines.splice(engines.indexOf(engine), 1);
    engines.push(engine);
  };
  const enter = (occupant: Occupant): Engine => {
    const own = engines.find((engine) => engine.occupant === occupant);
    if (own !== undefined) return own;
    const engine = engines.find((one) => one.occupant === undefined) ?? engines[0];
    assert(engine !== undefined, "there is an engine");
    if (engine.occupant !== undefined) engine.occupant.saved = engine.wasm.save();
    if (occupant.saved === undefined) engine.wasm.init();
    else engine.wasm.load(occupant.saved);
    engine.occupant = occupant;
    return engine;
  };
  return () => {
    const occupant: Occupant = { saved: undefined };
    return {
      update: (bytes) => {
        const engine = enter(occupant);
        engine.wasm.update(bytes);
        moveToEnd(engine);
      },
      digest: () => {
        const engine = enter(occupant);
        engine.occupant = undefined;
        return new Uint8Array(engine.wasm.digest("binary"));
      },
    };
  };
};

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
