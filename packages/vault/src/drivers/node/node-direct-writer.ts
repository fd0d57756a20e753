import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

import type { FileWriter } from "../driver.ts";
import { errnoOf, orDeviceError } from "./node-errors.ts";
import { createPageAligned } from "./page-aligned.ts";

/**
 * [Note: past the page cache]
 * A sealed original of gigabytes is written once, must be on the device before its row commits, and is seldom read soon.
 * Through the page cache its bytes are copied into memory that the system first has to find, and wait there until the
 * flush; written past it (O_DIRECT) they are on their way at once, and the flush at the end has a file's tail left to
 * do. Direct writes want offset, length and memory in whole sectors: bytes are collected in blocks of WebAssembly
 * memory, which begins at a page. What is left at the end goes through the ordinary handle, and its flush covers all.
 * Where a file system has no such way, the ordinary one is taken: by `openDirect` at once, by a block when it is told.
 */
const blockSizeInBytes = 1_048_576;

/** A second handle of the file, past the page cache; `undefined` where there is no such way. */
export const openDirect = async (target: string): Promise<FileHandle | undefined> => {
  // Windows and macOS have no such flag, whatever the types say.
  const flag: number | undefined = constants.O_DIRECT;
  if (flag === undefined) return undefined;
  try {
    return await open(target, constants.O_WRONLY | flag);
  } catch (error) {
    if (errnoOf(error) === "EINVAL") return undefined;
    throw error;
  }
};

interface Block {
  readonly bytes: Uint8Array;
  filled: number;
}

const createBlocks = (): readonly [Block, Block] => {
  const memory = createPageAligned(2 * blockSizeInBytes);
  return [
    { bytes: memory.subarray(0, blockSizeInBytes), filled: 0 },
    { bytes: memory.subarray(blockSizeInBytes), filled: 0 },
  ];
};

/** Writes blocks in their order, one at a time, beside whatever the caller does. */
const createBlockWriter = (handle: FileHandle, direct: FileHandle) => {
  let way = direct;
  let pending = Promise.resolve();
  let failure: { readonly cause: unknown } | undefined;
  const writeWhole = async (bytes: Uint8Array, position: number): Promise<void> => {
    for (let done = 0; done < bytes.length;) {
      try {
        const left = bytes.length - done;
        done += (await way.write(bytes, done, left, position + done)).bytesWritten;
      } catch (cause) {
        if (way === handle || errnoOf(cause) !== "EINVAL") throw cause;
        way = handle;
      }
    }
  };
  const settle = async (): Promise<void> => {
    await pending;
    if (failure !== undefined) throw failure.cause;
  };
  return {
    /** The block belongs to the writer until the next `settle` is through. */
    start: (bytes: Uint8Array, position: number): void => {
      pending = writeWhole(bytes, position).catch((cause: unknown) => {
        failure ??= { cause };
      });
    },
    settle,
    /** The same without a word about how it went. */
    drain: () => pending,
  };
};

/** See [Note: past the page cache]. `handle` and `direct` are the same file. */
export const directFileWriter = (
  path: string,
  { handle, direct, flushName }: DirectFile,
): FileWriter => {
  let [block, other] = createBlocks();
  let position = 0;
  const writer = createBlockWriter(handle, direct);
  const handOver = async (): Promise<void> => {
    // Until then the other block is being written.
    await writer.settle();
    writer.start(block.bytes, position);
    position += block.filled;
    [block, other] = [other, block];
    block.filled = 0;
  };
  return {
    write: (bytes) =>
      orDeviceError(path, async () => {
        for (let at = 0; at < bytes.length;) {
          const length = Math.min(bytes.length - at, blockSizeInBytes - block.filled);
          block.bytes.set(bytes.subarray(at, at + length), block.filled);
          block.filled += length;
          at += length;
          if (block.filled === blockSizeInBytes) await handOver();
        }
      }),
    flush: () =>
      orDeviceError(path, async () => {
        await writer.settle();
        await writeTail(handle, block.bytes.subarray(0, block.filled), position);
        await handle.sync();
        flushName();
      }),
    close: async () => {
      await writer.drain();
      await direct.close();
      await handle.close();
    },
  };
};

interface DirectFile {
  readonly handle: FileHandle;
  readonly direct: FileHandle;
  readonly flushName: () => void;
}

const writeTail = async (
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> => {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
};
