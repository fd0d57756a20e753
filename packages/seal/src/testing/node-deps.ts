import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  hkdfSync,
  pbkdf2Sync,
} from "node:crypto";

import { type Clock, type Hasher, type Random, Secret, utcMsOf } from "@holdfast/evidence";

import type { Aead, Kdf, KeyAgreement } from "../ports.ts";

export interface TestDeps {
  readonly hasher: Hasher;
  readonly aead: Aead;
  readonly kdf: Kdf;
  readonly clock: Clock & { readonly set: (ms: number) => void };
  readonly random: Random;
  readonly keyAgreement: KeyAgreement;
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
  const random: Random = {
    bytes: (count) => {
      const bytes = new Uint8Array(count);
      for (let at = 0; at < count; at += 32) {
        counter += 1;
        const block = createHash("sha256").update(`${seed}/${counter}`).digest();
        bytes.set(block.subarray(0, Math.min(32, count - at)), at);
      }
      return bytes;
    },
  };
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
    random,
    keyAgreement: createTestKeyAgreement(random),
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

/** By OpenSSL through another door than WebCrypto's, so that the two check each other. */
const createTestKeyAgreement = (random: Random): KeyAgreement => ({
  createPair: () => {
    const ecdh = createECDH("prime256v1");
    const privateKey = random.bytes(32);
    // Below the order of the curve, which begins with 0xffffffff00000000.
    privateKey[0] = (privateKey[0] ?? 0) & 0x7f;
    ecdh.setPrivateKey(privateKey);
    const publicKey = new Uint8Array(ecdh.getPublicKey());
    return Promise.resolve({ publicKey, privateKey: new Secret(privateKey) });
  },
  agree: ({ own, publicKey, salt, info }) => {
    const ecdh = createECDH("prime256v1");
    ecdh.setPrivateKey(own.privateKey.reveal());
    try {
      const shared = ecdh.computeSecret(publicKey);
      return Promise.resolve(
        new Secret(new Uint8Array(hkdfSync("sha256", shared, salt, info, 32))),
      );
    } catch {
      // Not a point of the curve: the port's answer for it.
      return Promise.resolve(undefined);
    }
  },
});
