import type { ByteSource } from "@holdfast/evidence";

/** One message for each small read would cost more than the bytes. */
const blockSizeInBytes = 1 << 20;
/** A format that jumps between a list at the end and data in front finds both still here. */
const maximumBlocks = 4;

/**
 * A source whose bytes are asked for elsewhere, in blocks; when it is read from front to back the next block is asked
 * for before it is needed. Reads of more than a few blocks go through as they are.
 */
export const createRemoteSource = (
  sizeInBytes: number,
  request: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>,
): ByteSource => {
  const blocks = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  let lastIndex = -1;

  const block = (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const known = blocks.get(index);
    if (known !== undefined) {
      // Used last, let go last.
      blocks.delete(index);
      blocks.set(index, known);
      return known;
    }
    const offset = index * blockSizeInBytes;
    const asked = request(offset, Math.min(blockSizeInBytes, sizeInBytes - offset));
    // Asked for ahead and never awaited when the parser stops before it.
    asked.catch(() => blocks.delete(index));
    blocks.set(index, asked);
    const [oldest] = blocks.keys();
    if (blocks.size > maximumBlocks && oldest !== undefined) blocks.delete(oldest);
    return asked;
  };

  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const end = Math.min(offset + length, sizeInBytes);
    if (end <= offset) return new Uint8Array(0);
    if (end - offset > 2 * blockSizeInBytes) return request(offset, end - offset);
    const out = new Uint8Array(end - offset);
    for (let at = offset; at < end;) {
      const index = Math.floor(at / blockSizeInBytes);
      const asked = block(index);
      if (index === lastIndex + 1 && (index + 1) * blockSizeInBytes < sizeInBytes) {
        void block(index + 1);
      }
      lastIndex = index;
      const bytes = await asked;
      const from = at - index * blockSizeInBytes;
      const part = bytes.subarray(from, from + end - at);
      if (part.length === 0) throw new Error("the holder gave fewer bytes than the source has");
      out.set(part, at - offset);
      at += part.length;
    }
    return out;
  };

  return { sizeInBytes, read };
};
