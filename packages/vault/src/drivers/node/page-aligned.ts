import { webAssembly } from "../../engine/web-assembly.ts";

const wasmPageSizeInBytes = 65_536;

/**
 * Memory that begins at a page, and that threads can share: as the memory of WebAssembly does, and as nothing else does
 * that Node can be asked for. Direct writes need it. Reading a file into it takes a quarter of the time here: a large
 * buffer of Node's own begins 16 bytes after a page, and copies by the kernel to such a place are slow on the processor that was
 * measured (an AMD EPYC).
 *
 * Each call reserves much address space, so it is for a few large buffers that are used again and again.
 */
export const createPageAligned = (sizeInBytes: number): Uint8Array => {
  const pages = Math.ceil(sizeInBytes / wasmPageSizeInBytes);
  const { Memory } = webAssembly();
  const { buffer } = new Memory({ initial: pages, maximum: pages, shared: true });
  return new Uint8Array(buffer, 0, sizeInBytes);
};
