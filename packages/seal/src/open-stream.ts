import { type ByteSource, err, ok, type Result, type Secret } from "@holdfast/evidence";

import { paddedSize } from "./padded-size.ts";
import { type AeadDep, type AeadKey, tagLengthInBytes } from "./ports.ts";
import {
  nonceOf,
  readLayout,
  sealedHeaderSizeInBytes,
  type SealedLayout,
  trailerSizeInBytes,
} from "./sealed-format.ts";

/** Thrown by a read of an opened stream: these bytes are not what was sealed. One opaque code for every cause. */
export class SealedDataDamaged extends Error {
  readonly code = "sealed_data_damaged";

  constructor() {
    super("sealed_data_damaged");
    this.name = "SealedDataDamaged";
  }
}

export interface SealedDataError {
  readonly code: "sealed_data_damaged";
}

/**
 * Opens a sealed stream for reading at any place. The last chunk is opened at once, which proves key and length; the
 * others when they are read, and a read of a damaged one rejects with `SealedDataDamaged`.
 *
 * See [Note: sealed stream].
 */
export const openStream = async (
  deps: AeadDep,
  options: {
    readonly key: Secret<Uint8Array<ArrayBuffer>>;
    readonly binding?: Uint8Array;
    readonly sealed: ByteSource;
  },
): Promise<Result<ByteSource, SealedDataError>> => {
  const { sealed } = options;
  const damaged = err({ code: "sealed_data_damaged" } as const);
  const layout = readLayout(
    await sealed.read(0, sealedHeaderSizeInBytes),
    options.binding ?? new Uint8Array(0),
  );
  if (layout === undefined) return damaged;
  const stepSize = layout.chunkSizeInBytes + tagLengthInBytes;
  const bodySize = sealed.sizeInBytes - sealedHeaderSizeInBytes;
  const chunks = Math.ceil(bodySize / stepSize);
  const plainSize = bodySize - chunks * tagLengthInBytes;
  if (chunks < 1 || plainSize < trailerSizeInBytes) return damaged;
  const key = await deps.aead.importKey(options.key);
  const chunkAt = createChunkReader(key, layout, sealed, chunks);
  const length = await readLength(chunkAt, layout.chunkSizeInBytes, plainSize);
  if (length === undefined || paddedSize(length + trailerSizeInBytes) !== plainSize) return damaged;
  return ok({
    sizeInBytes: length,
    read: (offset, wanted) =>
      readPlain(chunkAt, layout.chunkSizeInBytes, offset, Math.min(offset + wanted, length)),
  });
};

type ChunkAt = (index: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Keeps the last chunks that were read: neighbours are read in small pieces. */
const createChunkReader = (
  key: AeadKey,
  layout: SealedLayout,
  sealed: ByteSource,
  chunks: number,
): ChunkAt => {
  const kept = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const open = async (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const stepSize = layout.chunkSizeInBytes + tagLengthInBytes;
    const bytes = await sealed.read(sealedHeaderSizeInBytes + index * stepSize, stepSize);
    const nonce = nonceOf(layout, index, index === chunks - 1);
    const plain = await key.open(nonce, layout.additionalData, bytes);
    if (plain === undefined) throw new SealedDataDamaged();
    return plain;
  };
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const opening = open(index);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - 1))) kept.delete(oldest);
    kept.set(index, opening);
    return opening;
  };
};

/** `undefined` when the last chunks do not open or the length cannot be. */
const readLength = async (
  chunkAt: ChunkAt,
  chunkSizeInBytes: number,
  plainSize: number,
): Promise<number | undefined> => {
  try {
    // The very last chunk first: it alone proves where the stream ends.
    await chunkAt(Math.ceil(plainSize / chunkSizeInBytes) - 1);
    const bytes = await readPlain(
      chunkAt,
      chunkSizeInBytes,
      plainSize - trailerSizeInBytes,
      plainSize,
    );
    const length = Number(new DataView(bytes.buffer).getBigUint64(0));
    return Number.isSafeInteger(length) ? length : undefined;
  } catch (cause) {
    if (cause instanceof SealedDataDamaged) return undefined;
    throw cause;
  }
};

const readPlain = async (
  chunkAt: ChunkAt,
  chunkSizeInBytes: number,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(Math.max(0, to - from));
  for (let at = from; at < to;) {
    const index = Math.floor(at / chunkSizeInBytes);
    const chunk = await chunkAt(index);
    const inChunk = at - index * chunkSizeInBytes;
    const length = Math.min(chunk.length - inChunk, to - at);
    bytes.set(chunk.subarray(inChunk, inChunk + length), at - from);
    at += length;
  }
  return bytes;
};
