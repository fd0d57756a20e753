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
  /** Memory in which this cipher works fastest; without it, any memory is as good. */
  readonly buffers?: SealBuffers;
}

/** Buffers of a few sizes, used again and again. What is taken is given back once. */
export interface SealBuffers {
  readonly take: (sizeInBytes: number) => Uint8Array;
  readonly give: (buffer: Uint8Array) => void;
}

export interface AeadKey {
  /**
   * Encrypts `buffer`, whose last 16 bytes are spare room for the tag, and gives ciphertext and tag in the same length:
   * in the same memory, or in other memory. `buffer` is not touched by the caller until the answer is there.
   */
  readonly seal: (
    nonce: Uint8Array<ArrayBuffer>,
    additionalData: Uint8Array<ArrayBuffer>,
    buffer: Uint8Array,
  ) => Promise<Uint8Array>;
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
