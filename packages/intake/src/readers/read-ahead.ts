import type { ByteSource } from "@holdfast/evidence";

/**
 * A source that is read from front to back in small pieces, asked for in large ones: each question to the thread that has
 * the file costs as much as parsing some kilobytes.
 */
export const readAhead = (source: ByteSource, windowInBytes: number): ByteSource => {
  let start = 0;
  let window: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {
    sizeInBytes: source.sizeInBytes,
    read: async (offset, length) => {
      const end = Math.min(offset + length, source.sizeInBytes);
      const windowEnd = Math.min(start + windowInBytes, source.sizeInBytes);
      if (window === undefined || offset < start || end > windowEnd) {
        start = offset;
        window = source.read(offset, Math.max(windowInBytes, length));
      }
      const from = offset - start;
      return (await window).subarray(from, from + length);
    },
  };
};
