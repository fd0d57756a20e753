import type { ByteSource } from "@holdfast/evidence";

/**
 * Reads a file piece by piece, where it lies. Reads reject when it is gone, also when it was gone before anybody asked how
 * long it is: a browser then calls it empty, and a piece of nothing is read without a look.
 */
export const blobSource = (blob: Blob): ByteSource => ({
  sizeInBytes: blob.size,
  read: async (offset, length) => {
    const piece = blob.size === 0 ? blob : blob.slice(offset, offset + length);
    return new Uint8Array(await piece.arrayBuffer());
  },
});
