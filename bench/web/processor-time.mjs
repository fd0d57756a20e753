// @ts-check
/** @typedef {import("playwright-core").Page} Page */

/**
 * The page's tasks by what they cost its own thread. On a machine that is shared, a task that waits for a processor is long
 * by the clock although it did nothing: this tells the two apart.
 *
 * @param {Page} page
 */
export const watchProcessorTime = async (page) => {
  const session = await page.context().newCDPSession(page);
  /** @type {{ name: string, pid: number, tid: number, tdur?: number, args?: { name?: string } }[]} */
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of /** @type {typeof events} */ (/** @type {unknown} */ (value))) {
      if (event.name === "thread_name" || event.name === taskName) events.push(event);
    }
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      recordMode: "recordAsMuchAsPossible",
      includedCategories: ["toplevel", "__metadata"],
    },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    const mains = new Set(
      events
        .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
        .map(threadOf),
    );
    const costsMs = events
      .filter((event) => event.name === taskName && mains.has(threadOf(event)))
      .map(({ tdur = 0 }) => tdur / 1_000);
    return {
      count: costsMs.filter((costMs) => costMs > 50).length,
      longest: costsMs.reduce((longest, costMs) => Math.max(longest, costMs), 0),
    };
  };
};

const taskName = "ThreadControllerImpl::RunTask";

/** @param {{ pid: number, tid: number }} event */
const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
