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

/** An uncompressed point of P-256: 4 · x · y. */
export const publicKeyLengthInBytes = 65;
export const privateKeyLengthInBytes = 32;

export interface AgreementPair {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly privateKey: Secret<Uint8Array<ArrayBuffer>>;
}

/**
 * ECDH over P-256 with HKDF-SHA-256 over the shared secret. WebCrypto has both in every browser that Holdfast runs in
 * and in Node 20, so that a service worker needs no code for it.
 */
export interface KeyAgreement {
  readonly createPair: () => Promise<AgreementPair>;
  /** 32 bytes that only the owners of the two pairs can compute. `undefined`: the other key is not a point of the curve. */
  readonly agree: (input: {
    readonly own: AgreementPair;
    readonly publicKey: Uint8Array<ArrayBuffer>;
    readonly salt: Uint8Array<ArrayBuffer>;
    readonly info: string;
  }) => Promise<Secret<Uint8Array<ArrayBuffer>> | undefined>;
}

export interface KeyAgreementDep {
  readonly keyAgreement: KeyAgreement;
}
