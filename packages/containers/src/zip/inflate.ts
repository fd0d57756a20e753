import type { ByteSource } from "@holdfast/evidence";

import { ZipEntryFailure } from "./zip-entry.ts";

/**
 * Small pieces in: some inflaters give out everything that one piece expands to before they look at whether anybody
 * still reads, so a piece of a bomb must not be large. 32 KiB expand to 33 MB at most.
 */
const inputPieceInBytes = 32_768;

/**
 * Inflates a stretch of the source; reading stops, and with it the inflating, as soon as the caller stops.
 *
 * Errors: throws `ZipEntryFailure` `archive_damaged` on bytes that are not deflate or end too early; what the source
 * throws passes through.
 */
export async function* inflateRange(
  source: ByteSource,
  offset: number,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let at = 0;
  let sourceError: { readonly cause: unknown } | undefined;
  const input = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        if (at >= length) {
          controller.close();
          return;
        }
        try {
          const piece = await source.read(offset + at, Math.min(inputPieceInBytes, length - at));
          if (piece.length === 0) controller.close();
          else controller.enqueue(piece);
          at += piece.length;
        } catch (error) {
          sourceError = { cause: error };
          controller.error(error);
        }
      },
    },
    { highWaterMark: 0 },
  );
  const reader = input
    .pipeThrough<Uint8Array<ArrayBuffer>>(new DecompressionStream("deflate-raw"))
    .getReader();
  try {
    for (;;) {
      const next = await readOrFail(reader, () => sourceError);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // After an error there is nothing left to cancel, and `cancel` says so by rejecting.
    await reader.cancel().catch(() => undefined);
  }
}

const readOrFail = async (
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  sourceError: () => { readonly cause: unknown } | undefined,
) => {
  try {
    return await reader.read();
  } catch (error) {
    const fromSource = sourceError();
    if (fromSource !== undefined) throw fromSource.cause;
    throw new ZipEntryFailure("archive_damaged", error);
  }
};
