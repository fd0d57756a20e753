import type { LockTimer } from "../../app/lock-timer.ts";

/** A browser tells nobody when its save dialog was closed: the page is in front again, or a minute has passed. */
const longestDialogMs = 60_000;

/** Hands bytes to the browser to be saved under a name. */
export const saveBlob = (lockTimer: LockTimer, blob: Blob, name: string): void => {
  const release = lockTimer.hold();
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name.split("/").at(-1) ?? name;
  link.click();
  const end = (): void => {
    clearTimeout(timer);
    removeEventListener("focus", end);
    URL.revokeObjectURL(url);
    release();
  };
  const timer = setTimeout(end, longestDialogMs);
  addEventListener("focus", end);
};
