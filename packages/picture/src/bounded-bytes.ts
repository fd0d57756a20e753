import type { ByteSource } from "@holdfast/evidence";

/** Reads numbers out of hostile bytes: what lies outside reads as `undefined`, never as an exception. */
export interface BoundedBytes {
  readonly length: number;
  readonly u8: (at: number) => number | undefined;
  readonly u16: (at: number) => number | undefined;
  readonly u32: (at: number) => number | undefined;
  /** Latin-1 text, cut at the end of the bytes. */
  readonly ascii: (at: number, length: number) => string;
}

export const toBoundedBytes = (bytes: Uint8Array, littleEndian: boolean): BoundedBytes => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  return {
    length: bytes.length,
    u8: (at) => (fits(at, 1) ? view.getUint8(at) : undefined),
    u16: (at) => (fits(at, 2) ? view.getUint16(at, littleEndian) : undefined),
    u32: (at) => (fits(at, 4) ? view.getUint32(at, littleEndian) : undefined),
    ascii: (at, length) => {
      let text = "";
      const end = Math.min(bytes.length, at + length);
      for (let i = Math.max(0, at); i < end; i += 1) text += String.fromCharCode(bytes[i] ?? 0);
      return text;
    },
  };
};

const windowSizeInBytes = 65_536;

/** Small reads here and there cost one read of the source for each 64 KiB window that they fall into. */
export const createWindowedReader = (source: ByteSource): ByteSource => {
  let windowStart = 0;
  let window: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (length > windowSizeInBytes) return source.read(offset, length);
    if (offset < windowStart || offset + length > windowStart + window.length) {
      if (offset >= source.sizeInBytes) return new Uint8Array(0);
      window = await source.read(offset, windowSizeInBytes);
      windowStart = offset;
    }
    return window.slice(offset - windowStart, offset - windowStart + length);
  };
  return { sizeInBytes: source.sizeInBytes, read };
};
