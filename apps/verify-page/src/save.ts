import type { ByteSource } from "@holdfast/evidence";
import { streamOf } from "@holdfast/evidence";

/** Hands a file to the browser's own saving. */
export const saveBlob = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the browser holds the bytes until it is done.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

const pieceSizeInBytes = 8 << 20;

/**
 * Collects a source into a blob, piece by piece: the browser moves large blobs to disk, where an array would fill the
 * memory.
 */
export const sourceToBlob = async (
  source: ByteSource,
  type: string,
  onBytes: (done: number) => void,
): Promise<Blob> => {
  const pieces: Blob[] = [];
  let done = 0;
  for await (const chunk of streamOf(source, pieceSizeInBytes)) {
    pieces.push(new Blob([chunk]));
    done += chunk.length;
    onBytes(done);
  }
  return new Blob(pieces, { type });
};
