import type { LockTimer } from "../../app/lock-timer.ts";

/**
 * The place stays open while something outside of this page is used: a save dialog, a share sheet, a form that words are
 * copied into (care.md 13). It ends when the page is touched again.
 */
export const holdUntilBack = (lockTimer: LockTimer): void => {
  const release = lockTimer.hold();
  const stopping = new AbortController();
  const end = (): void => {
    stopping.abort();
    release();
  };
  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, end, { signal: stopping.signal, capture: true });
  }
};

/** Hands a file to the browser's own saving. */
export const saveFile = (file: File): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has begun by then; the browser holds the bytes until it is done.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Whether this browser has a share sheet that takes such a file. */
export const canShareFile = (file: File): boolean =>
  "canShare" in navigator && navigator.canShare({ files: [file] });

/** Nothing but the file goes: no title and no words that would stand in the other app. */
export const shareFile = async (file: File): Promise<"shared" | "closed" | "failed"> => {
  try {
    await navigator.share({ files: [file] });
    return "shared";
  } catch (failure) {
    // Closing the sheet is an answer like any other.
    return failure instanceof DOMException && failure.name === "AbortError" ? "closed" : "failed";
  }
};
