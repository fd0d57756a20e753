import { assert } from "@holdfast/evidence";

import type { Pointer } from "./sqlite-exports.ts";
import type { WasmMemory } from "./web-assembly.ts";

/**
 * The engine's memory. Growing it detaches every view made before, so views are taken anew whenever the buffer has
 * changed, and never kept over a call into the engine.
 */
export interface WasmHeap {
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  readonly view: () => DataView;
  readonly readText: (pointer: Pointer) => string;
  /** Zero-terminated UTF-8 in fresh memory; the caller frees it. */
  readonly newText: (text: string) => Pointer;
  readonly allocate: (sizeInBytes: number) => Pointer;
  readonly free: (pointer: Pointer) => void;
}

export const createWasmHeap = (
  memory: WasmMemory,
  allocator: {
    readonly malloc: (sizeInBytes: number) => Pointer;
    readonly free: (pointer: Pointer) => void;
  },
): WasmHeap => {
  let buffer = memory.buffer;
  let bytes = new Uint8Array(buffer);
  let view = new DataView(buffer);
  const refresh = (): void => {
    if (buffer === memory.buffer) return;
    buffer = memory.buffer;
    bytes = new Uint8Array(buffer);
    view = new DataView(buffer);
  };
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  const heap: WasmHeap = {
    bytes: () => {
      refresh();
      return bytes;
    },
    view: () => {
      refresh();
      return view;
    },
    readText: (pointer) => {
      refresh();
      const end = bytes.indexOf(0, pointer);
      return decoder.decode(bytes.subarray(pointer, end));
    },
    newText: (text) => {
      const encoded = encoder.encode(text);
      const pointer = heap.allocate(encoded.length + 1);
      refresh();
      bytes.set(encoded, pointer);
      bytes[pointer + encoded.length] = 0;
      return pointer;
    },
    allocate: (sizeInBytes) => {
      const pointer = allocator.malloc(sizeInBytes);
      assert(pointer !== 0, "the engine has memory left for its caller");
      return pointer;
    },
    free: allocator.free,
  };
  return heap;
};
