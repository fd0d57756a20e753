import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { err, ok, type Result } from "@holdfast/evidence";
import { z } from "zod";

import type { DeviceError, VaultLock } from "../driver.ts";
import { errnoOf, toDeviceError } from "./node-errors.ts";
import { fileMode, makeFolder } from "./node-folder.ts";

/**
 * [Note: lock file] Node cannot ask the kernel for a lock that ends with the process, so the vault is held by a file
 * that says who holds it. A process that was killed leaves it behind; the next one takes it over when its holder is
 * certainly gone: another start of this computer, no such process, or one of that number that began at another time.
 * Who cannot be looked up (another container on the same computer) counts as alive.
 */
const ownerSchema = z.strictObject({
  pid: z.number().int().positive(),
  /** Tells two processes of one number apart. `undefined` where the system does not say. */
  startedAt: z.string().optional(),
  /** Which start of the computer, and which space of process numbers, `pid` belongs to. */
  system: z.string().optional(),
  /** Makes each taking different, so that a release never removes somebody else's lock. */
  token: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** A file without an owner in it is being written just now; one older than this was cut short. */
const unfinishedAfterMs = 10_000;

export const takeNodeLock = (root: string): Result<VaultLock, DeviceError> => {
  const path = join(root, "lock");
  const self = describeSelf();
  try {
    makeFolder(root);
    if (!writeNewFile(path, self) && !takeOver(path, self)) {
      return err({ code: "in_use", path: "lock" });
    }
  } catch (error) {
    return err(toDeviceError(error, "lock"));
  }
  return ok({
    release: () => {
      const holder = readOwner(path);
      if (holder !== "absent" && holder !== "unknown" && holder.token === self.token) {
        rmSync(path, { force: true });
      }
      return Promise.resolve();
    },
  });
};

/** False when there is such a file already. */
const writeNewFile = (path: string, owner: Owner): boolean => {
  let descriptor: number;
  try {
    descriptor = openSync(path, "wx", fileMode);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    writeFileSync(descriptor, JSON.stringify(owner));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return true;
};

/**
 * Replaces a lock whose holder is gone. Two processes may find that at the same moment, so only the one that makes the
 * guard file may act on it, after a second look; everything between is synchronous.
 */
const takeOver = (path: string, self: Owner): boolean => {
  if (!isAbandoned(path)) return false;
  const guard = `${path}.takeover`;
  if (isOlderThan(guard, unfinishedAfterMs)) rmSync(guard, { force: true });
  if (!writeNewFile(guard, self)) return false;
  try {
    if (!isAbandoned(path)) return false;
    const own = `${path}.${self.token}`;
    writeNewFile(own, self);
    renameSync(own, path);
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
};

const isAbandoned = (path: string): boolean => {
  const owner = readOwner(path);
  // Released between our first try and now: the guard's holder takes it.
  if (owner === "absent") return true;
  if (owner === "unknown") return isOlderThan(path, unfinishedAfterMs);
  const { system } = describeSelf();
  if (owner.system !== system) return bootOf(owner.system) !== bootOf(system);
  if (!isRunning(owner.pid)) return true;
  return owner.startedAt !== undefined && owner.startedAt !== startOf(owner.pid);
};

const readOwner = (path: string): Owner | "absent" | "unknown" => {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : "unknown";
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return "absent";
    if (error instanceof SyntaxError) return "unknown";
    throw error;
  }
};

const isOlderThan = (path: string, ageMs: number): boolean => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > ageMs;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: so it is there.
    return errnoOf(error) === "EPERM";
  }
};

const describeSelf = (): Owner => {
  const startedAt = startOf(process.pid);
  const system = describeSystem();
  return {
    pid: process.pid,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(system === undefined ? {} : { system }),
    token: randomUUID(),
  };
};

/** Field 22 of /proc/<pid>/stat: clock ticks since the computer started. The second field may hold spaces. */
const startOf = (pid: number): string | undefined => {
  const stat = readIfThere(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
};

const describeSystem = (): string | undefined => {
  const boot = readIfThere(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const space = readIfThere(() => readlinkSync("/proc/self/ns/pid"));
  return boot === undefined || space === undefined ? undefined : `${boot} ${space}`;
};

const bootOf = (system: string | undefined): string | undefined => system?.split(" ")[0];

/** Only Linux has these files. */
const readIfThere = (read: () => string): string | undefined => {
  try {
    return read();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
};
