import { assert, type Clock, type Random } from "@holdfast/evidence";

import type { Pointer, SqliteExports } from "./sqlite-exports.ts";
import { SQLITE } from "./sqlite-codes.ts";
import {
  isDatabaseFileName,
  type SyncFile,
  SyncFileFailure,
  type SyncFileSystem,
} from "./sync-file.ts";
import { addToFunctionTable, type EngineCallback } from "./wasm-functions.ts";
import type { WasmHeap } from "./wasm-heap.ts";

/** The cipher's shim stands before our VFS under this name; opened by its own name, ours would write plain text. */
export const cipherVfsName = "multipleciphers-holdfast";
const vfsName = "holdfast";

/** A device writes a block of this size whole or not at all; flash and disks of today have 4 KiB. */
const sectorSizeInBytes = 4096;
const maximumPathInBytes = 64;

export interface VfsDeps {
  readonly exports: SqliteExports;
  readonly heap: WasmHeap;
  readonly files: SyncFileSystem;
  readonly clock: Clock;
  readonly random: Random;
}

export interface SqliteVfs {
  /** What went wrong in the device, or in our code, since the last call: the engine only knows "I/O error". */
  readonly takeFailure: () => unknown;
}

/**
 * Registers our own VFS, and the cipher's shim before it.
 *
 * [Note: one owner] The vault's lock keeps every other process and tab out, so that the lock methods have nothing to
 * do, and `xCheckReservedLock` says 0: nobody else holds a lock. The OPFS "sahpool" VFS that comes with the engine says
 * 1 there; then SQLite takes every journal for somebody else's, never rolls one back, and the database is corrupt after
 * a crash (docs/adr/0011-own-vfs.md).
 *
 * Source: https://www.sqlite.org/c3ref/vfs.html, https://www.sqlite.org/c3ref/io_methods.html; structures as laid out
 * for 32-bit WebAssembly.
 */
export const installVfs = (deps: VfsDeps): SqliteVfs => {
  const { exports, heap } = deps;
  const state: VfsState = { open: new Map(), failure: undefined };
  const guard = guardFor(state);

  const ioCallbacks = fileCallbacks(deps, state, guard);
  const vfsCallbacks = folderCallbacks(deps, state, guard, () => ioMethods);
  const indexes = addToFunctionTable(exports.__indirect_function_table, [
    ...ioCallbacks,
    ...vfsCallbacks,
  ]);
  const ioMethods = newStruct(deps, [1, ...indexes.slice(0, ioCallbacks.length)]);
  const [open, remove, access, fullPath, randomness, sleep, time, lastError, time64] =
    indexes.slice(ioCallbacks.length);
  const name = heap.newText(vfsName);
  const noExtensionsLoaded = [0, 0, 0, 0];
  const noSystemCallsReplaced = [0, 0, 0];
  const vfs = newStruct(
    deps,
    [
      [2, sizeOfFile, maximumPathInBytes, 0, name, 0],
      [open, remove, access, fullPath],
      noExtensionsLoaded,
      [randomness, sleep, time, lastError, time64],
      noSystemCallsReplaced,
    ].flat(),
  );
  // The default too: SQLite seeds its own random numbers from the default VFS.
  assert(exports.sqlite3_vfs_register(vfs, 1) === SQLITE.OK, "a VFS can be registered");
  assert(exports.sqlite3mc_vfs_create(name, 0) === SQLITE.OK, "the cipher's shim goes before it");

  return {
    takeFailure: () => {
      const { failure } = state;
      state.failure = undefined;
      return failure;
    },
  };
};

/** struct sqlite3_file: the pointer to its methods, nothing of ours; 8 bytes keep what follows aligned. */
const sizeOfFile = 8;

interface VfsState {
  /** By the address of the engine's file structure. */
  readonly open: Map<Pointer, SyncFile>;
  failure: unknown;
}

type Guard = (code: number, work: () => number | void) => number;

/**
 * An exception must not fly through the engine's frames: it would leave its structures half changed. It is kept, the
 * engine gets an error code, and whoever called the engine finds the exception afterwards.
 */
const guardFor =
  (state: VfsState): Guard =>
  (code, work) => {
    try {
      return work() ?? SQLITE.OK;
    } catch (error) {
      state.failure ??= error;
      const full = error instanceof SyncFileFailure && error.device.code === "disk_full";
      return full ? SQLITE.FULL : code;
    }
  };

/** In the order of struct sqlite3_io_methods, version 1: no shared memory, no memory mapping. */
const fileCallbacks = (
  { heap }: VfsDeps,
  { open }: VfsState,
  guard: Guard,
): readonly EngineCallback[] => {
  const fileAt = (pointer: Pointer): SyncFile => {
    const file = open.get(pointer);
    assert(file !== undefined, "the engine uses files that it has opened");
    return file;
  };
  const slice = (pointer: Pointer, length: number): Uint8Array<ArrayBuffer> =>
    heap.bytes().subarray(pointer, pointer + length);

  const close = (pointer: Pointer): number =>
    guard(SQLITE.IOERR_CLOSE, () => {
      const file = fileAt(pointer);
      open.delete(pointer);
      file.close();
    });
  const read = (pointer: Pointer, into: Pointer, length: number, offset: bigint): number =>
    guard(SQLITE.IOERR_READ, () => {
      const target = slice(into, length);
      const count = fileAt(pointer).read(target, Number(offset));
      if (count === length) return SQLITE.OK;
      // The engine counts on zeros after the end.
      target.fill(0, count);
      return SQLITE.IOERR_SHORT_READ;
    });
  const write = (pointer: Pointer, from: Pointer, length: number, offset: bigint): number =>
    guard(SQLITE.IOERR_WRITE, () => {
      const bytes = slice(from, length);
      assert(offset !== 0n || !startsInPlainText(bytes), "the cipher stands before every write");
      fileAt(pointer).write(bytes, Number(offset));
    });
  const truncate = (pointer: Pointer, sizeInBytes: bigint): number =>
    guard(SQLITE.IOERR_TRUNCATE, () => fileAt(pointer).truncate(Number(sizeInBytes)));
  const sync = (pointer: Pointer): number =>
    guard(SQLITE.IOERR_FSYNC, () => fileAt(pointer).flush());
  const fileSize = (pointer: Pointer, out: Pointer): number =>
    guard(SQLITE.IOERR_FSTAT, () => {
      const size = fileAt(pointer).sizeInBytes();
      heap.view().setBigInt64(out, BigInt(size), true);
    });
  const done = (): number => SQLITE.OK;
  /** See [Note: one owner]. */
  const checkReservedLock = (_pointer: Pointer, out: Pointer): number => {
    heap.view().setInt32(out, 0, true);
    return SQLITE.OK;
  };
  const fileControl = (): number => SQLITE.NOTFOUND;
  const sectorSize = (): number => sectorSizeInBytes;
  // Power-safe overwriting is what SQLite's own "unix" VFS assumes: a write harms no byte beside it.
  const characteristics = (): number =>
    SQLITE.IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE.IOCAP_POWERSAFE_OVERWRITE;

  return [
    { parameters: "i", call: close },
    { parameters: "iiiI", call: read },
    { parameters: "iiiI", call: write },
    { parameters: "iI", call: truncate },
    { parameters: "ii", call: sync },
    { parameters: "ii", call: fileSize },
    { parameters: "ii", call: done },
    { parameters: "ii", call: done },
    { parameters: "ii", call: checkReservedLock },
    { parameters: "iii", call: fileControl },
    { parameters: "i", call: sectorSize },
    { parameters: "i", call: characteristics },
  ];
};

const plainHeader = new TextEncoder().encode("SQLite format 3\0");

/** How a database that nobody encrypts begins; opened past the cipher's shim, SQLite would write one without a word. */
const startsInPlainText = (bytes: Uint8Array): boolean =>
  plainHeader.every((byte, i) => bytes[i] === byte);

/** In the order in which `installVfs` puts them into struct sqlite3_vfs. */
const folderCallbacks = (
  { heap, files, clock, random }: VfsDeps,
  { open }: VfsState,
  guard: Guard,
  ioMethods: () => Pointer,
): readonly EngineCallback[] => {
  const setInt = (pointer: Pointer, value: number): void => {
    if (pointer !== 0) heap.view().setInt32(pointer, value, true);
  };
  const nameAt = (pointer: Pointer): string => (pointer === 0 ? "" : heap.readText(pointer));
  const openFile = (
    _vfs: Pointer,
    name: Pointer,
    file: Pointer,
    flags: number,
    flagsOut: Pointer,
  ): number =>
    guard(SQLITE.CANTOPEN, () => {
      setInt(file, 0);
      const known = nameAt(name);
      assert(isDatabaseFileName(known), "the engine opens no other file, and no temporary one");
      open.set(file, files.open(known));
      setInt(file, ioMethods());
      setInt(flagsOut, flags);
    });
  const remove = (_vfs: Pointer, name: Pointer): number =>
    guard(SQLITE.IOERR_DELETE, () => {
      const known = nameAt(name);
      if (isDatabaseFileName(known)) files.remove(known);
    });
  const access = (_vfs: Pointer, name: Pointer, _flags: number, out: Pointer): number =>
    guard(SQLITE.IOERR_ACCESS, () => {
      const known = nameAt(name);
      setInt(out, isDatabaseFileName(known) && files.exists(known) ? 1 : 0);
    });
  const fullPath = (_vfs: Pointer, name: Pointer, room: number, out: Pointer): number =>
    guard(SQLITE.CANTOPEN, () => {
      const bytes = heap.bytes();
      const end = bytes.indexOf(0, name) + 1;
      assert(end - name <= room, "the names of the database's files are short");
      bytes.copyWithin(out, name, end);
    });
  const randomness = (_vfs: Pointer, count: number, out: Pointer): number => {
    heap.bytes().set(random.bytes(count), out);
    return count;
  };
  const sleep = (): number => 0;
  const currentTime = (_vfs: Pointer, out: Pointer): number => {
    heap.view().setFloat64(out, clock.now() / dayInMs + julianDayOf1970, true);
    return SQLITE.OK;
  };
  const lastError = (): number => 0;
  const currentTime64 = (_vfs: Pointer, out: Pointer): number => {
    heap.view().setBigInt64(out, BigInt(Math.floor(clock.now() + julianDayOf1970 * dayInMs)), true);
    return SQLITE.OK;
  };
  return [
    { parameters: "iiiii", call: openFile },
    { parameters: "iii", call: remove },
    { parameters: "iiii", call: access },
    { parameters: "iiii", call: fullPath },
    { parameters: "iii", call: randomness },
    { parameters: "ii", call: sleep },
    { parameters: "ii", call: currentTime },
    { parameters: "iii", call: lastError },
    { parameters: "ii", call: currentTime64 },
  ];
};

const dayInMs = 86_400_000;
const julianDayOf1970 = 2_440_587.5;

/** 32-bit fields, one after the other; it lives as long as the engine does. */
const newStruct = (
  { exports, heap }: VfsDeps,
  fields: readonly (number | undefined)[],
): Pointer => {
  const pointer = exports.sqlite3_malloc(4 * fields.length);
  assert(pointer !== 0, "a fresh engine has memory");
  fields.forEach((field, i) => {
    assert(field !== undefined, "each field of the structure is given");
    heap.view().setUint32(pointer + 4 * i, field, true);
  });
  return pointer;
};
