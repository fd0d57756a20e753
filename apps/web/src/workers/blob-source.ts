import type { ByteSource } from "@holdfast/evidence";

/** Reads a file piece by piece, where it lies. Reads reject when it is gone. */
export const blobSource = (blob: Blob): ByteSource => ({
  sizeInBytes: blob.size,
  read: async (offset, length) =>
    new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
});
