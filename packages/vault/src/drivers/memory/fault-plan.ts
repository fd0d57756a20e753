import { SyncFileFailure } from "../../engine/sync-file.ts";
import type { DeviceErrorCode } from "../driver.ts";

/** When the operations of a memory disk fail, and how much room it has left. */
export const createFaultPlan = () => {
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

export type FaultPlan = ReturnType<typeof createFaultPlan>;
