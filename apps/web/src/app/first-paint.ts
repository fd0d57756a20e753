/** Longer than that nothing is held back: a page that opens out of sight paints nothing. */
const patienceMs = 1_000;

/**
 * The first screen stands in the root and the browser has painted it; what stood there before the script (ADR 0133) does not
 * count. What comes after it, the engine first of all, is asked for only then, so that it takes neither the line nor the
 * processor of a slow phone before there is something to press.
 */
export const firstPaint = (root: Element): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === "hidden") return resolve();
    const observer = new MutationObserver(() => {
      if (root.querySelector(".shell:not([data-before-script])") === null) return;
      observer.disconnect();
      // A task after a frame has begun comes when the frame was painted.
      requestAnimationFrame(() => setTimeout(resolve));
    });
    observer.observe(root, { childList: true });
    setTimeout(resolve, patienceMs);
  });
