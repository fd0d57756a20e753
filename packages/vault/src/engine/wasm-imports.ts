import type { Clock, Random } from "@holdfast/evidence";

import { webAssembly, type WasmImports, type WasmMemory } from "./web-assembly.ts";

const pageSizeInBytes = 65_536;
const initialPages = 256;
/** What the pinned build declares as its most: 2 GiB. */
const maximumPages = 32_768;
/** As in errno.h of the C library that the build is linked with. */
const ENOSYS = 52;
const ENOENT = 44;
const EBADF = 8;
const randomDeviceDescriptor = 3;

export interface EngineMemory {
  readonly memory: WasmMemory;
  readonly imports: WasmImports;
}

/**
 * What the engine finds outside itself: memory, the time, random bytes, and nothing else. There is no file system: the
 * one "file" that can be opened is /dev/urandom, since the ciphers seed the nonce of every page from it.
 */
export const createWasmImports = (deps: {
  readonly clock: Clock;
  readonly random: Random;
}): EngineMemory => {
  const memory = new (webAssembly().Memory)({ initial: initialPages, maximum: maximumPages });
  const bytes = (): Uint8Array => new Uint8Array(memory.buffer);
  const view = (): DataView => new DataView(memory.buffer);
  const fillRandom = (pointer: number, count: number): void =>
    bytes().set(deps.random.bytes(count), pointer);

  const env = {
    memory,
    emscripten_resize_heap: (sizeInBytes: number) => growTo(memory, sizeInBytes >>> 0),
    emscripten_date_now: () => deps.clock.now(),
    emscripten_get_now: () => deps.clock.now(),
    /** Only SQL's 'localtime' asks for a zone; the machine's zone is never read: it is UTC here. */
    _tzset_js: (zone: number, daylight: number) => {
      view().setInt32(zone, 0, true);
      view().setInt32(daylight, 0, true);
    },
    _abort_js: () => {
      throw new Error("The database engine aborted");
    },
    exit: () => {
      throw new Error("The database engine called exit");
    },
    __syscall_openat: (_folder: number, path: number) =>
      isRandomDevice(bytes(), path) ? randomDeviceDescriptor : -ENOENT,
    __syscall_getcwd: () => -ENOSYS,
    ...refusing(refusedSystemCalls, -ENOSYS),
  };
  const wasi = {
    random_get: (pointer: number, count: number) => {
      fillRandom(pointer, count);
      return 0;
    },
    clock_time_get: (_clock: number, _precision: bigint, out: number) => {
      view().setBigUint64(out, BigInt(Math.floor(deps.clock.now())) * 1_000_000n, true);
      return 0;
    },
    environ_sizes_get: (count: number, sizeInBytes: number) => {
      view().setUint32(count, 0, true);
      view().setUint32(sizeInBytes, 0, true);
      return 0;
    },
    environ_get: () => 0,
    fd_close: (descriptor: number) => (descriptor === randomDeviceDescriptor ? 0 : EBADF),
    fd_read: (descriptor: number, vectors: number, count: number, out: number) => {
      if (descriptor !== randomDeviceDescriptor) return EBADF;
      let total = 0;
      for (let i = 0; i < count; i += 1) {
        const length = view().getUint32(vectors + 8 * i + 4, true);
        fillRandom(view().getUint32(vectors + 8 * i, true), length);
        total += length;
      }
      view().setUint32(out, total, true);
      return 0;
    },
    ...refusing(["fd_write", "fd_sync", "fd_seek", "fd_fdstat_get"], ENOSYS),
  };
  return { memory, imports: { env, wasi_snapshot_preview1: wasi } };
};

/** Calls of the C library's file functions; only SQLite's own "unix" VFS makes them, and it is never opened. */
const refusedSystemCalls = [
  "__syscall_faccessat",
  "__syscall_fchmod",
  "__syscall_chmod",
  "__syscall_fchown32",
  "__syscall_fcntl64",
  "__syscall_ioctl",
  "__syscall_fstat64",
  "__syscall_stat64",
  "__syscall_newfstatat",
  "__syscall_lstat64",
  "__syscall_ftruncate64",
  "__syscall_mkdirat",
  "__syscall_readlinkat",
  "__syscall_rmdir",
  "__syscall_unlinkat",
  "__syscall_utimensat",
  "_localtime_js",
  "_munmap_js",
  "_mmap_js",
] as const;

const refusing = (names: readonly string[], answer: number): Record<string, () => number> =>
  Object.fromEntries(names.map((name) => [name, () => answer]));

/** 1 when the memory has grown. Grows by a fifth more than was asked, so that it seldom has to. */
const growTo = (memory: WasmMemory, sizeInBytes: number): number => {
  const current = memory.buffer.byteLength / pageSizeInBytes;
  const wanted = Math.ceil(sizeInBytes / pageSizeInBytes);
  if (wanted > maximumPages) return 0;
  const generous = Math.min(maximumPages, Math.max(wanted, Math.ceil(current * 1.2)));
  for (const pages of [generous, wanted]) {
    try {
      memory.grow(pages - current);
      return 1;
    } catch (error) {
      // The environment has no more memory to give: try the smaller step, then say so to the engine.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return 0;
};

const isRandomDevice = (bytes: Uint8Array, path: number): boolean => {
  const expected = new TextEncoder().encode("/dev/urandom\0");
  return expected.every((byte, i) => bytes[path + i] === byte);
};
