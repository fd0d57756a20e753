import { assert } from "./assert.ts";

/**
 * Bytes that can be read at any place without holding them all.
 *
 * `read` gives exactly the bytes from `offset` to `offset + length`, fewer only at the end of the source.
 */
export interface ByteSource {
  readonly sizeInBytes: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** The same into memory that the caller has already: fills `target`, gives how much of it. For large copies. */
  readonly readInto?: (offset: number, target: Uint8Array) => Promise<number>;
}

export const bytesToSource = (bytes: Uint8Array): ByteSource => ({
  sizeInBytes: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
});

/** A stretch of another source, addressed from 0. */
export const sliceSource = (source: ByteSource, offset: number, length: number): ByteSource => {
  assert(offset >= 0 && offset + length <= source.sizeInBytes, "a slice lies within its source");
  return {
    sizeInBytes: length,
    read: (at, wanted) =>
      source.read(offset + Math.min(at, length), Math.max(0, Math.min(wanted, length - at))),
  };
};

const defaultChunkSizeInBytes = 1 << 20;

/**
 * The source from its beginning to its end; memory holds one chunk and the next one on its way. An empty source is read once,
 * too: what checks itself when it is read says then that it is damaged.
 */
export async function* streamOf(
  source: ByteSource,
  chunkSizeInBytes: number = defaultChunkSizeInBytes,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  let next = source.read(0, chunkSizeInBytes);
  if (source.sizeInBytes === 0) await next;
  while (offset < source.sizeInBytes) {
    const chunk = await next;
    assert(chunk.length > 0, "a byte source gives bytes until its end");
    offset += chunk.length;
    if (offset < source.sizeInBytes) {
      next = source.read(offset, chunkSizeInBytes);
      // Whoever stops listening in between never awaits it: its failure is then nobody's, and ends no process.
      next.catch(() => undefined);
    }
    yield chunk;
  }
}

/** The whole source in memory: only for what a limit has already bounded. */
export const readAll = (source: ByteSource): Promise<Uint8Array<ArrayBuffer>> =>
  source.read(0, source.sizeInBytes);
