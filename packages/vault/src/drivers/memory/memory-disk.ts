import type { DeviceErrorCode } from "../driver.ts";
import { SyncFileFailure } from "../../engine/sync-file.ts";
import { createGrowableBytes, type GrowableBytes } from "./growable-bytes.ts";

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

interface MemoryFile {
  readonly live: GrowableBytes;
  readonly durable: GrowableBytes;
  unflushed: Change[];
}

type Change =
  | { readonly kind: "write"; readonly bytes: Uint8Array; readonly offset: number }
  | { readonly kind: "truncate"; readonly sizeInBytes: number };

type Names = ReadonlyMap<string, MemoryFile>;

export const createMemoryDisk = (options: MemoryDiskOptions = {}): MemoryDisk => {
  const remembers = options.remembersUnflushed ?? false;
  let names: Names = new Map(
    [...(options.files ?? [])].map(([path, bytes]) => [path, newFile(bytes)]),
  );
  /** The folder as it was flushed last, then after each change since. */
  let folderStates: Names[] = [names];
  const plan = createFaultPlan();

  const fileAt = (path: string): MemoryFile => {
    const file = names.get(path);
    if (file === undefined) throw new SyncFileFailure({ code: "not_found", path });
    return file;
  };
  const change = (file: MemoryFile, made: Change): void => {
    applyChange(file.live, made);
    if (remembers) file.unflushed.push(made);
  };
  const rememberFolder = (changed: Names): void => {
    names = changed;
    if (remembers) folderStates.push(changed);
  };

  return {
    names: () => [...names.keys()].sort(),
    exists: (path) => names.has(path),
    sizeInBytes: (path) => fileAt(path).live.sizeInBytes(),
    read: (path, into, offset) => {
      plan.assertPower(path);
      return fileAt(path).live.read(into, offset);
    },
    write: (path, bytes, offset) => {
      const file = fileAt(path);
      const write = (length: number): void =>
        change(file, { kind: "write", bytes: bytes.slice(0, length), offset });
      // The write that the power cut meets may have reached the device in part.
      plan.next(path, () => write(bytes.length));
      const grows = Math.max(0, offset + bytes.length - file.live.sizeInBytes());
      const missing = plan.takeRoom(grows);
      write(bytes.length - Math.min(missing, bytes.length));
      if (missing > 0) throw new SyncFileFailure({ code: "disk_full", path });
    },
    truncate: (path, sizeInBytes) => {
      const file = fileAt(path);
      const made: Change = { kind: "truncate", sizeInBytes };
      plan.next(path, () => change(file, made));
      plan.giveRoom(Math.max(0, file.live.sizeInBytes() - sizeInBytes));
      change(file, made);
    },
    flush: (path) => {
      const file = fileAt(path);
      plan.next(path);
      for (const made of file.unflushed) applyChange(file.durable, made);
      file.unflushed = [];
    },
    create: (path) => {
      plan.next(path);
      if (names.has(path)) throw new SyncFileFailure({ code: "not_permitted", path });
      rememberFolder(new Map([...names, [path, newFile(new Uint8Array())]]));
    },
    remove: (path) => {
      const file = fileAt(path);
      plan.next(path);
      plan.giveRoom(file.live.sizeInBytes());
      rememberFolder(new Map([...names].filter(([name]) => name !== path)));
    },
    rename: (from, to) => {
      const file = fileAt(from);
      plan.next(from);
      plan.giveRoom(names.get(to)?.live.sizeInBytes() ?? 0);
      const kept = [...names].filter(([name]) => name !== from && name !== to);
      rememberFolder(new Map([...kept, [to, file]]));
    },
    flushFolder: () => {
      plan.next("");
      folderStates = [names];
    },
    snapshot: () => new Map([...names].map(([path, file]) => [path, file.live.copy()])),
    operations: plan.operations,
    faults: {
      setRoom: plan.setRoom,
      failAt: plan.failAt,
      cutPowerAt: plan.cutPowerAt,
      afterPowerCut: (choose) => {
        const folder = folderStates[choose(folderStates.length)] ?? names;
        return createMemoryDisk({
          files: [...folder].map(([path, file]) => [path, survivingBytes(file, choose)]),
          remembersUnflushed: remembers,
        });
      },
    },
    lock: { held: false },
  };
};

const newFile = (bytes: Uint8Array): MemoryFile => ({
  live: createGrowableBytes(bytes),
  durable: createGrowableBytes(bytes),
  unflushed: [],
});

const applyChange = (target: GrowableBytes, change: Change): void => {
  if (change.kind === "truncate") target.truncate(change.sizeInBytes);
  else if (change.bytes.length > 0) target.write(change.bytes, change.offset);
};

/** Of the changes that were not flushed each is there, is missing, or (a write) is there up to some byte. */
const survivingBytes = (file: MemoryFile, choose: (choices: number) => number): Uint8Array => {
  const bytes = createGrowableBytes(file.durable.copy());
  for (const change of file.unflushed) {
    const fate = choose(3);
    if (fate === 0) continue;
    const torn = fate === 2 && change.kind === "write";
    applyChange(
      bytes,
      torn ? { ...change, bytes: change.bytes.slice(0, choose(change.bytes.length + 1)) } : change,
    );
  }
  return bytes.copy();
};

const createFaultPlan = () => {
  let operations = 0;
  let powerOffAt = Infinity;
  let room: number | undefined;
  const failures = new Map<number, DeviceErrorCode>();

  const assertPower = (path: string): void => {
    if (operations >= powerOffAt) {
      throw new SyncFileFailure({ code: "device_failed", path, cause: "power cut" });
    }
  };
  return {
    operations: () => operations,
    assertPower,
    /** Counts one operation, and fails it when its turn has come. */
    next: (path: string, onPowerCut?: () => void): void => {
      assertPower(path);
      operations += 1;
      if (operations >= powerOffAt) onPowerCut?.();
      assertPower(path);
      const code = failures.get(operations);
      if (code !== undefined) throw new SyncFileFailure({ code, path, cause: "injected" });
    },
    setRoom: (sizeInBytes: number | undefined) => {
      room = sizeInBytes;
    },
    /** How many of the bytes do not fit. */
    takeRoom: (sizeInBytes: number): number => {
      if (room === undefined) return 0;
      const missing = Math.max(0, sizeInBytes - room);
      room -= sizeInBytes - missing;
      return missing;
    },
    giveRoom: (sizeInBytes: number) => {
      if (room !== undefined) room += sizeInBytes;
    },
    failAt: (operation: number, code: DeviceErrorCode) => {
      failures.set(operations + operation, code);
    },
    cutPowerAt: (operation: number) => {
      powerOffAt = operations + operation;
    },
  };
};
