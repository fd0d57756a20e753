import { createCipheriv, createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";

import { type Clock, type Hasher, type Random, utcMsOf } from "@holdfast/evidence";

import type { Aead, Kdf } from "../ports.ts";

export interface TestDeps {
  readonly hasher: Hasher;
  readonly aead: Aead;
  readonly kdf: Kdf;
  readonly clock: Clock & { readonly set: (ms: number) => void };
  readonly random: Random;
}

const hashOf = (algorithm: string) => () => {
  const hash = createHash(algorithm);
  return {
    update: (bytes: Uint8Array) => {
      hash.update(bytes);
    },
    digest: () => new Uint8Array(hash.digest()),
  };
};

/** Real hashes and ciphers, a quick stand-in for Argon2id, a clock that ticks, and bytes that repeat for one seed. */
export const createTestDeps = (seed = "seed"): TestDeps => {
  let counter = 0;
  let now = utcMsOf(2026, 11, 22, 9, 0, 0);
  return {
    hasher: { sha256: hashOf("sha256"), sha512: hashOf("sha512") },
    kdf: {
      argon2id: (input) =>
        Promise.resolve(
          new Uint8Array(
            pbkdf2Sync(
              Buffer.from(input.password),
              Buffer.concat([
                Buffer.from(input.salt),
                Buffer.from(`${input.memoryInKibibytes}/${input.passes}/${input.lanes}`),
              ]),
              1,
              input.lengthInBytes,
              "sha256",
            ),
          ),
        ),
    },
    clock: {
      now: () => (now += 1_000),
      set: (ms) => {
        now = ms;
      },
    },
    random: {
      bytes: (count) => {
        const bytes = new Uint8Array(count);
        for (let at = 0; at < count; at += 32) {
          counter += 1;
          const block = createHash("sha256").update(`${seed}/${counter}`).digest();
          bytes.set(block.subarray(0, Math.min(32, count - at)), at);
        }
        return bytes;
      },
    },
    aead: createTestAead(),
  };
};

const createTestAead = (): Aead => ({
  importKey: (secret) =>
    Promise.resolve({
      seal: (nonce, additionalData, buffer) => {
        const cipher = createCipheriv("aes-256-gcm", secret.reveal(), nonce);
        cipher.setAAD(additionalData);
        const sealed = cipher.update(buffer.subarray(0, -16));
        cipher.final();
        return Promise.resolve(new Uint8Array(Buffer.concat([sealed, cipher.getAuthTag()])));
      },
      open: (nonce, additionalData, sealed) => {
        if (sealed.length < 16) return Promise.resolve(undefined);
        const decipher = createDecipheriv("aes-256-gcm", secret.reveal(), nonce);
        decipher.setAAD(additionalData);
        decipher.setAuthTag(sealed.subarray(-16));
        const plain = decipher.update(sealed.subarray(0, -16));
        try {
          decipher.final();
        } catch {
          // A wrong tag: the port's answer for it.
          return Promise.resolve(undefined);
        }
        return Promise.resolve(new Uint8Array(plain));
      },
    }),
});
