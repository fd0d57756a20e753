import type { ByteSource } from "@holdfast/evidence";

export interface OverlappingChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the chunk's first byte stands in the source. */
  readonly offset: number;
  readonly isLast: boolean;
}

/**
 * The source from front to back; each chunk begins `overlapInBytes` before the end of the one before it. Whoever needs
 * to see that many bytes ahead leaves the end of a chunk for the next one, and nothing has to be joined or copied.
 * The next chunk is already on its way while one is worked on.
 */
export async function* overlappingChunks(
  source: ByteSource,
  options: { readonly chunkSizeInBytes: number; readonly overlapInBytes: number },
): AsyncGenerator<OverlappingChunk> {
  const { overlapInBytes } = options;
  // At least one byte further each time, or it would never end.
  const sizeInBytes = Math.max(options.chunkSizeInBytes, overlapInBytes + 1);
  let offset = 0;
  let next = source.read(0, sizeInBytes);
  for (;;) {
    const bytes = await next;
    const isLast = offset + sizeInBytes >= source.sizeInBytes;
    const nextOffset = offset + sizeInBytes - overlapInBytes;
    if (!isLast) {
      next = source.read(nextOffset, sizeInBytes);
      // Awaited in the next turn; if the caller stops before that, its failure is nobody's concern.
      next.catch(() => undefined);
    }
    yield { bytes, offset, isLast };
    if (isLast) return;
    offset = nextOffset;
  }
}
