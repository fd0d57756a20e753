import { assert, err, ok, type RandomDep, type Result, type Secret } from "@holdfast/evidence";

import { paddedSize } from "./padded-size.ts";
import { type AeadDep, type AeadKey, type SealBuffers, tagLengthInBytes } from "./ports.ts";
import {
  createLayout,
  createNoncePrefix,
  defaultChunkSizeLog2,
  nonceOf,
  type SealedLayout,
  sealedSize,
  trailerSizeInBytes,
} from "./sealed-format.ts";

/** Where sealed bytes go, in order. They may be reused once the promise has settled. */
export interface SealedSink<E> {
  readonly write: (bytes: Uint8Array) => Promise<Result<void, E>>;
}

/**
 * One sealed stream being written. A few buffers go round: one is filled while another is encrypted and a third is
 * written, so memory is constant and two cores are busy.
 */
export interface StreamSealer<E> {
  /** How much one buffer of `acquire` takes. */
  readonly chunkSizeInBytes: number;
  /** Waits for a free buffer. An error is the sink's, and final. */
  readonly acquire: () => Promise<Result<Uint8Array, E>>;
  /** Seals the first `length` bytes of an acquired buffer; less than a whole chunk only in the last call. */
  readonly submit: (buffer: Uint8Array, length: number) => void;
  /** Padding, length, last flag; waits until the sink has taken everything. */
  readonly finish: () => Promise<Result<{ readonly sizeInBytes: number }, E>>;
  /** Waits until nothing is in flight, so that the sink can be closed. */
  readonly abort: () => Promise<void>;
}

export interface SealStreamOptions<E> {
  /** Used for this stream alone. */
  readonly key: Secret<Uint8Array<ArrayBuffer>>;
  /** Authenticated with every chunk, not stored. */
  readonly binding?: Uint8Array;
  readonly sink: SealedSink<E>;
  readonly chunkSizeLog2?: number;
}

/** One being read into, one being hashed, one at the cipher, one waiting for it, one being written. */
const ringSize = 5;

/** See [Note: sealed stream]. */
export const createStreamSealer = async <E>(
  deps: AeadDep & RandomDep,
  options: SealStreamOptions<E>,
): Promise<StreamSealer<E>> => {
  const layout = createLayout(
    createNoncePrefix(deps.random),
    options.binding ?? new Uint8Array(0),
    options.chunkSizeLog2 ?? defaultChunkSizeLog2,
  );
  const key = await deps.aead.importKey(options.key);
  const ring = createRing(
    layout.chunkSizeInBytes + tagLengthInBytes,
    deps.aead.buffers ?? anyBuffers,
  );
  const writer = createOrderedWriter(key, layout, options.sink, ring);
  let contentLength = 0;
  let rest: { readonly buffer: Uint8Array; readonly length: number } | undefined;

  const acquire = async (): Promise<Result<Uint8Array, E>> => {
    const buffer = await ring.take();
    const failure = writer.failure();
    return failure === undefined ? ok(buffer) : failure;
  };
  return {
    chunkSizeInBytes: layout.chunkSizeInBytes,
    acquire,
    submit: (buffer, length) => {
      assert(rest === undefined, "only the last chunk of content is not whole");
      contentLength += length;
      if (length < layout.chunkSizeInBytes) rest = { buffer, length };
      else writer.seal(buffer, length, false);
    },
    finish: async () => {
      const plainSize = paddedSize(contentLength + trailerSizeInBytes);
      let at = contentLength - (rest?.length ?? 0);
      for (let filled = rest; at < plainSize; filled = undefined) {
        const taken = filled === undefined ? await acquire() : ok(filled.buffer);
        if (!taken.ok) return taken;
        const length = Math.min(layout.chunkSizeInBytes, plainSize - at);
        const last = at + length === plainSize;
        taken.value.fill(0, filled?.length ?? 0, length);
        if (plainSize - at - length < trailerSizeInBytes) {
          writeLength(taken.value, plainSize - trailerSizeInBytes - at, length, contentLength);
        }
        writer.seal(taken.value, length, last);
        at += length;
      }
      await writer.drain();
      ring.dissolve();
      const failure = writer.failure();
      if (failure !== undefined) return failure;
      return ok({ sizeInBytes: sealedSize(plainSize, layout.chunkSizeInBytes) });
    },
    abort: async () => {
      await writer.drain();
      ring.dissolve();
    },
  };
};

/** The length's bytes may lie across two chunks: writes those that fall into this one. `from` may be negative. */
const writeLength = (
  buffer: Uint8Array,
  from: number,
  chunkLength: number,
  contentLength: number,
): void => {
  const bytes = new Uint8Array(trailerSizeInBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(contentLength));
  for (const [index, byte] of bytes.entries()) {
    const at = from + index;
    if (at >= 0 && at < chunkLength) buffer[at] = byte;
  }
};

interface Ring {
  readonly take: () => Promise<Uint8Array>;
  readonly give: (buffer: Uint8Array) => void;
  /** After the last one: the buffers can serve another stream. */
  readonly dissolve: () => void;
}

const createRing = (bufferSizeInBytes: number, buffers: SealBuffers): Ring => {
  const made: Uint8Array[] = [];
  const free: Uint8Array[] = [];
  const waiting: ((buffer: Uint8Array) => void)[] = [];
  return {
    take: () => {
      const buffer = free.pop();
      if (buffer !== undefined) return Promise.resolve(buffer);
      if (made.length < ringSize) {
        const fresh = buffers.take(bufferSizeInBytes);
        made.push(fresh);
        return Promise.resolve(fresh);
      }
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    give: (buffer) => {
      const next = waiting.shift();
      if (next === undefined) free.push(buffer);
      else next(buffer);
    },
    dissolve: () => {
      for (const buffer of made.splice(0)) buffers.give(buffer);
    },
  };
};

/** The collector's own buffers. */
const anyBuffers: SealBuffers = {
  take: (sizeInBytes) => new Uint8Array(sizeInBytes),
  give: () => undefined,
};

interface OrderedWriter<E> {
  readonly seal: (buffer: Uint8Array, length: number, last: boolean) => void;
  readonly drain: () => Promise<void>;
  readonly failure: () => Result<never, E> | undefined;
}

/** Chunks may be encrypted side by side; they reach the sink in their order, the header before them. */
const createOrderedWriter = <E>(
  key: AeadKey,
  layout: SealedLayout,
  sink: SealedSink<E>,
  ring: Ring,
): OrderedWriter<E> => {
  let failure: Result<never, E> | undefined;
  let index = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (failure !== undefined) return;
    const written = await sink.write(bytes);
    if (!written.ok) failure = err(written.error);
  };
  let tail = write(layout.header);
  return {
    seal: (buffer, length, last) => {
      const nonce = nonceOf(layout, index, last);
      index += 1;
      const message = buffer.subarray(0, length + tagLengthInBytes);
      const sealing = key.seal(nonce, layout.additionalData, message);
      const before = tail;
      tail = (async () => {
        const sealed = await sealing;
        await before;
        await write(sealed);
        ring.give(buffer);
      })();
    },
    drain: () => tail,
    failure: () => failure,
  };
};

/** Cuts a stream of any pieces into the sealer's chunks. */
export interface StreamFiller<E> {
  readonly write: (bytes: Uint8Array) => Promise<Result<void, E>>;
  /** Hands over what is left; `finish` of the sealer comes next. */
  readonly flush: () => void;
}

export const createStreamFiller = <E>(sealer: StreamSealer<E>): StreamFiller<E> => {
  let buffer: Uint8Array | undefined;
  let filled = 0;
  return {
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        if (buffer === undefined) {
          const taken = await sealer.acquire();
          if (!taken.ok) return taken;
          buffer = taken.value;
          filled = 0;
        }
        const length = Math.min(bytes.length - at, sealer.chunkSizeInBytes - filled);
        buffer.set(bytes.subarray(at, at + length), filled);
        filled += length;
        at += length;
        if (filled === sealer.chunkSizeInBytes) {
          sealer.submit(buffer, filled);
          buffer = undefined;
        }
      }
      return ok(undefined);
    },
    flush: () => {
      if (buffer !== undefined && filled > 0) sealer.submit(buffer, filled);
      buffer = undefined;
    },
  };
};
