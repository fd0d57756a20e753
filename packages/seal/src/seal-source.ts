import { type ByteSource, err, ok, type RandomDep, type Result } from "@holdfast/evidence";

import type { AeadDep } from "./ports.ts";
import { createStreamSealer, type SealStreamOptions } from "./seal-stream.ts";

export type SealSourceError<E> =
  E | { readonly code: "source_failed"; readonly cause: string } | { readonly code: "cancelled" };

export interface SealSourceOptions<E, R> extends SealStreamOptions<E> {
  readonly source: ByteSource;
  /** Sees every byte once, in order, before it is encrypted: hashing and the picture rules. An answer stops the work. */
  readonly inspect: (plain: Uint8Array, done: number) => R | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Reads, inspects and encrypts a source in one pass; memory does not grow with it.
 *
 * Errors: the sink's own; `source_failed` when the source cannot be read or ends before its size; what `inspect` says.
 */
export const sealSource = async <E, R>(
  deps: AeadDep & RandomDep,
  options: SealSourceOptions<E, R>,
): Promise<Result<{ readonly sizeInBytes: number }, SealSourceError<E> | R>> => {
  const { source } = options;
  const sealer = await createStreamSealer<E>(deps, options);
  const stopWith = async <F>(error: F): Promise<Result<never, F>> => {
    await sealer.abort();
    return err(error);
  };
  const fill = async (offset: number): Promise<Filled<E>> => {
    const buffer = await sealer.acquire();
    if (!buffer.ok) return buffer;
    const length = Math.min(sealer.chunkSizeInBytes, source.sizeInBytes - offset);
    return readInto(source, offset, buffer.value, length);
  };
  let offset = 0;
  let next = source.sizeInBytes === 0 ? undefined : fill(0);
  while (next !== undefined) {
    const filled = await next;
    if (!filled.ok) return stopWith(filled.error);
    if (options.signal?.aborted === true) return stopWith({ code: "cancelled" } as const);
    const { buffer, length } = filled.value;
    offset += length;
    next = offset < source.sizeInBytes ? fill(offset) : undefined;
    const refusal = options.inspect(buffer.subarray(0, length), offset);
    if (refusal !== undefined) {
      await next;
      return stopWith(refusal);
    }
    sealer.submit(buffer, length);
  }
  return sealer.finish();
};

type Filled<E> = Result<
  { readonly buffer: Uint8Array; readonly length: number },
  E | { readonly code: "source_failed"; readonly cause: string }
>;

const readInto = async <E>(
  source: ByteSource,
  offset: number,
  buffer: Uint8Array,
  length: number,
): Promise<Filled<E>> => {
  try {
    const read = await readOnce(source, offset, buffer, length);
    if (read === length) return ok({ buffer, length });
    return err({ code: "source_failed", cause: "it ended before its size" });
  } catch (cause) {
    // A source is the outside world: what it throws is an expected outcome here.
    return err({
      code: "source_failed",
      cause: cause instanceof Error ? cause.message : String(cause),
    });
  }
};

const readOnce = async (
  source: ByteSource,
  offset: number,
  buffer: Uint8Array,
  length: number,
): Promise<number> => {
  if (source.readInto !== undefined) return source.readInto(offset, buffer.subarray(0, length));
  const bytes = await source.read(offset, length);
  buffer.set(bytes.subarray(0, length));
  return bytes.length;
};
