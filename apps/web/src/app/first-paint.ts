/** Longer than that nothing is held back: a page that opens out of sight paints nothing. */
const patienceMs = 1_000;

/**
 * The browser has painted the first sentence. What comes after it, the engine first of all, is asked for only then, so that it
 * takes neither the line nor the processor of a slow phone before there is something to read.
 */
export const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === "hidden") return resolve();
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
    setTimeout(resolve, patienceMs);
  });
