/** Bytes that can be written at any place and grow as needed; a gap reads as zeros. */
export interface GrowableBytes {
  readonly sizeInBytes: () => number;
  readonly read: (into: Uint8Array, offset: number) => number;
  readonly write: (bytes: Uint8Array, offset: number) => void;
  readonly truncate: (sizeInBytes: number) => void;
  readonly copy: () => Uint8Array<ArrayBuffer>;
}

export const createGrowableBytes = (initial: Uint8Array = new Uint8Array()): GrowableBytes => {
  let bytes = Uint8Array.from(initial);
  let size = bytes.length;
  return {
    sizeInBytes: () => size,
    read: (into, offset) => {
      const count = Math.max(0, Math.min(into.length, size - offset));
      into.set(bytes.subarray(offset, offset + count));
      return count;
    },
    write: (written, offset) => {
      const end = offset + written.length;
      if (end > bytes.length) {
        const larger = new Uint8Array(Math.max(end, 2 * bytes.length));
        larger.set(bytes.subarray(0, size));
        bytes = larger;
      }
      bytes.set(written, offset);
      size = Math.max(size, end);
    },
    truncate: (wanted) => {
      if (wanted < size) bytes.fill(0, wanted, size);
      size = Math.min(size, wanted);
    },
    copy: () => bytes.slice(0, size),
  };
};
