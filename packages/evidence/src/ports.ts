/** Milliseconds since 1970 UTC. */
export interface Clock {
  readonly now: () => number;
}

/** Cryptographically strong random bytes. */
export interface Random {
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
}

/** A hash that is fed in pieces. One instance, one digest. */
export interface StreamingHash {
  readonly update: (bytes: Uint8Array) => void;
  readonly digest: () => Uint8Array<ArrayBuffer>;
}

/** SHA-256 and SHA-512: node:crypto in Node, hash-wasm in the browser (WebCrypto cannot be fed in pieces). */
export interface Hasher {
  readonly sha256: () => StreamingHash;
  readonly sha512: () => StreamingHash;
}

export interface ClockDep {
  readonly clock: Clock;
}
export interface RandomDep {
  readonly random: Random;
}
export interface HasherDep {
  readonly hasher: Hasher;
}

/** How far a long piece of work has come, in the unit that it names. */
export interface Progress {
  readonly step:
    "sealing" | "reading" | "indexing" | "exporting" | "verifying" | "backing-up" | "restoring";
  readonly done: number;
  readonly total: number;
  readonly unit: "bytes" | "messages" | "files";
}
export type ReportProgress = (progress: Progress) => void;
