import type { DeviceErrorCode } from "../driver.ts";
import { SyncFileFailure } from "../../engine/sync-file.ts";
import { createFaultPlan, type FaultPlan } from "./fault-plan.ts";
import { createMemoryFile, type MemoryFile } from "./memory-file.ts";
import { createMemoryFolder, type MemoryFolder } from "./memory-folder.ts";

/**
 * A device that lives in memory, for tests and for the mode that leaves nothing. It can be told to fail the way a real
 * one does. Every call throws `SyncFileFailure` for that, and for nothing else.
 */
export interface MemoryDisk {
  readonly names: () => readonly string[];
  readonly exists: (path: string) => boolean;
  readonly sizeInBytes: (path: string) => number;
  readonly read: (path: string, into: Uint8Array, offset: number) => number;
  readonly write: (path: string, bytes: Uint8Array, offset: number) => void;
  readonly truncate: (path: string, sizeInBytes: number) => void;
  readonly flush: (path: string) => void;
  readonly create: (path: string) => void;
  readonly remove: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Makes every create, remove and rename so far durable. */
  readonly flushFolder: () => void;

  /** What the files hold now, for a look at a locked vault or a disk to go on with: `createMemoryDisk({ files })`. */
  readonly snapshot: () => ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Writes, truncations, flushes, creates, removes, renames and folder flushes so far. */
  readonly operations: () => number;
  readonly faults: MemoryFaults;
  /** The vault's lock, held by at most one driver on this disk. */
  readonly lock: { held: boolean };
}

export interface MemoryFaults {
  /** Bytes that may still be added; `undefined` = as many as wanted. A write past it stores what fits, then fails. */
  readonly setRoom: (sizeInBytes: number | undefined) => void;
  /** The nth operation from now (1 = the next) fails with this code, once. A failing write stores nothing. */
  readonly failAt: (operation: number, code: DeviceErrorCode) => void;
  /** At the nth operation from now the power goes: it and all later calls fail with `device_failed`. */
  readonly cutPowerAt: (operation: number) => void;
  /**
   * A disk as it may look when the power is back: what was flushed is there; of everything later, any part.
   * `choose(n)` gives a whole number from 0 to n - 1. Needs a disk made with `remembersUnflushed`.
   */
  readonly afterPowerCut: (choose: (choices: number) => number) => MemoryDisk;
}

export interface MemoryDiskOptions {
  readonly files?: Iterable<readonly [string, Uint8Array]>;
  /** Keep what a power cut could take away: needed for `afterPowerCut`, costs memory. */
  readonly remembersUnflushed?: boolean;
}

export const createMemoryDisk = (options: MemoryDiskOptions = {}): MemoryDisk => {
  const remembers = options.remembersUnflushed ?? false;
  const folder = createMemoryFolder(
    [...(options.files ?? [])].map(
      ([path, bytes]) => [path, createMemoryFile(bytes, remembers)] as const,
    ),
    remembers,
  );
  const plan = createFaultPlan();
  const { setRoom, failAt, cutPowerAt } = plan;
  const afterPowerCut = (choose: (choices: number) => number): MemoryDisk =>
    createMemoryDisk({
      files: folder
        .surviving(choose)
        .map(([path, file]) => [path, file.surviving(choose)] as const),
      remembersUnflushed: remembers,
    });

  return {
    ...contentOperations(folder, plan),
    names: folder.names,
    exists: (path) => folder.get(path) !== undefined,
    create: (path) => {
      plan.next(path);
      if (folder.get(path) !== undefined) {
        throw new SyncFileFailure({ code: "not_permitted", path });
      }
      folder.set(path, createMemoryFile(new Uint8Array(), remembers));
    },
    remove: (path) => {
      const file = fileAt(folder, path);
      plan.next(path);
      plan.giveRoom(file.sizeInBytes());
      folder.remove(path);
    },
    rename: (from, to) => {
      const file = fileAt(folder, from);
      plan.next(from);
      plan.giveRoom(folder.get(to)?.sizeInBytes() ?? 0);
      folder.rename(from, to, file);
    },
    flushFolder: () => {
      plan.next("");
      folder.flush();
    },
    snapshot: () => new Map(folder.entries().map(([path, file]) => [path, file.copy()])),
    operations: plan.operations,
    faults: { setRoom, failAt, cutPowerAt, afterPowerCut },
    lock: { held: false },
  };
};

const contentOperations = (
  folder: MemoryFolder<MemoryFile>,
  plan: FaultPlan,
): Pick<MemoryDisk, "sizeInBytes" | "read" | "write" | "truncate" | "flush"> => ({
  sizeInBytes: (path) => fileAt(folder, path).sizeInBytes(),
  read: (path, into, offset) => {
    plan.assertPower(path);
    return fileAt(folder, path).read(into, offset);
  },
  write: (path, bytes, offset) => {
    const file = fileAt(folder, path);
    const store = (length: number): void =>
      file.change({ kind: "write", bytes: bytes.subarray(0, length), offset });
    // The write that the power cut meets may have reached the device in part.
    plan.next(path, () => store(bytes.length));
    const missing = plan.takeRoom(Math.max(0, offset + bytes.length - file.sizeInBytes()));
    store(bytes.length - missing);
    if (missing > 0) throw new SyncFileFailure({ code: "disk_full", path });
  },
  truncate: (path, sizeInBytes) => {
    const file = fileAt(folder, path);
    const made = { kind: "truncate", sizeInBytes } as const;
    plan.next(path, () => file.change(made));
    plan.giveRoom(Math.max(0, file.sizeInBytes() - sizeInBytes));
    file.change(made);
  },
  flush: (path) => {
    const file = fileAt(folder, path);
    plan.next(path);
    file.flush();
  },
});

const fileAt = (folder: MemoryFolder<MemoryFile>, path: string): MemoryFile => {
  const file = folder.get(path);
  if (file === undefined) throw new SyncFileFailure({ code: "not_found", path });
  return file;
};
