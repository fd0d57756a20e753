import { err, ok, type Result } from "@holdfast/evidence";

import type { DeviceError, VaultLock } from "../driver.ts";

/** One tab holds the vault. The browser lets go of the lock when that tab is closed, killed or crashes. */
export const takeOpfsLock = (name: string): Promise<Result<VaultLock, DeviceError>> =>
  new Promise((resolve, reject) => {
    const held = navigator.locks.request(
      `holdfast-vault/${name}`,
      { ifAvailable: true },
      (lock) => {
        if (lock === null) {
          resolve(err({ code: "in_use", path: "lock" }));
          return undefined;
        }
        return new Promise<void>((letGo) => {
          const release = async (): Promise<void> => {
            letGo();
            // Only then can the next owner have it.
            await held;
          };
          resolve(ok({ release }));
        });
      },
    );
    held.catch(reject);
  });
