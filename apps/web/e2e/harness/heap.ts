import type { Page } from "playwright-core";

/**
 * Whether a text lies anywhere in the memory of the page's own thread, after everything that can be thrown away was.
 * Whoever asks must not have handed the text to the page in a question before.
 */
export const isInHeap = async (page: Page, text: string): Promise<boolean> => {
  const session = await page.context().newCDPSession(page);
  let snapshot = "";
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
    snapshot += chunk;
  });
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return snapshot.includes(text);
};
