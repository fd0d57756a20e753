import type { Secret } from "@holdfast/evidence";

/** Length of an AES-256-GCM tag; a sealed message is this much longer than its plaintext. */
export const tagLengthInBytes = 16;
export const nonceLengthInBytes = 12;
export const keyLengthInBytes = 32;

/**
 * AES-256-GCM. WebCrypto in the browser; in Node a worker thread with node:crypto, so that hashing and encrypting
 * run on two cores.
 */
export interface Aead {
  readonly importKey: (key: Secret<Uint8Array<ArrayBuffer>>) => Promise<AeadKey>;
}

export interface AeadKey {
  /**
   * Encrypts `buffer`, whose last 16 bytes are spare room for the tag, and gives ciphertext and tag in the same length.
   *
   * `buffer` must be the whole of its ArrayBuffer and is given away: it may come back as the answer (encrypted in
   * place on another thread), or be detached, or be left as it is. Use the answer's memory instead.
   */
  readonly seal: (
    nonce: Uint8Array<ArrayBuffer>,
    additionalData: Uint8Array<ArrayBuffer>,
    buffer: Uint8Array<ArrayBuffer>,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** `undefined`: wrong key, or a changed nonce, additional data, ciphertext or tag. Which one is not told. */
  readonly open: (
    nonce: Uint8Array<ArrayBuffer>,
    additionalData: Uint8Array<ArrayBuffer>,
    sealed: Uint8Array<ArrayBuffer>,
  ) => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

export interface AeadDep {
  readonly aead: Aead;
}

export interface Argon2idInput {
  readonly password: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly memoryInKibibytes: number;
  readonly passes: number;
  readonly lanes: number;
  readonly lengthInBytes: number;
}

/** Slow on purpose: makes each guess at a passphrase expensive. RFC 9106. */
export interface Kdf {
  readonly argon2id: (input: Argon2idInput) => Promise<Uint8Array<ArrayBuffer>>;
}

export interface KdfDep {
  readonly kdf: Kdf;
}
