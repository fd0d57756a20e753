import { bytesToHex, type ByteSource, type Hasher, streamOf } from "@holdfast/evidence";

export interface Digests {
  readonly sha256: string;
  readonly sha512: string;
}

export interface HashFileOptions {
  /** Called with the number of bytes that were taken in since the last call. */
  readonly onBytes: (count: number) => void;
  /** Checked between chunks; an aborted hash rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Both digests of a source, read once. The command line puts them on two cores, a browser asks WebCrypto for small files.
 *
 * Errors: rejects with what the source throws; several run at a time.
 */
export type HashFile = (source: ByteSource, options: HashFileOptions) => Promise<Digests>;

/** On the one thread that calls it. */
export const createHashFile =
  (hasher: Hasher): HashFile =>
  async (source, { onBytes, signal }) => {
    const sha256 = hasher.sha256();
    const sha512 = hasher.sha512();
    for await (const chunk of streamOf(source)) {
      if (signal?.aborted === true) throw signal.reason;
      sha256.update(chunk);
      sha512.update(chunk);
      onBytes(chunk.length);
    }
    return { sha256: bytesToHex(sha256.digest()), sha512: bytesToHex(sha512.digest()) };
  };
