// @ts-check
import { rendererPeakInMb } from "../measure/renderer-peak.mjs";
import { watchProcessorTime } from "./processor-time.mjs";
import { openBrowser, pick, takeLongTasks, tap, watchLongTasks } from "./browser.mjs";

/** However slow: a bench that hangs is ended by hand. */
const patience = { timeout: 60 * 60_000 };

/**
 * Files into a new place by the app's own screens, from the tap that makes the place until the screen says that they are kept.
 * Without throttling. The page stays open, for what is measured next.
 *
 * @param {string} url
 * @param {readonly string[]} files
 */
export const importByScreens = async (url, files) => {
  const browser = await openBrowser();
  const page = await browser.context.newPage();
  await page.addInitScript(watchLongTasks);
  await page.goto(url);
  await tap(page, "Look around first");
  await tap(page, /^Keep something/);
  await pick(page, "Choose pictures or files", files);
  const here = page.getByRole("button", { name: "Keep it here", exact: true });
  await here.waitFor(patience);
  const endProcessorTime = await watchProcessorTime(page);
  await takeLongTasks(page);
  const startedAt = performance.now();
  await here.click();
  await page.locator(".keeping h2").waitFor(patience);
  const seconds = (performance.now() - startedAt) / 1_000;
  const tasks = await takeLongTasks(page);
  // Before the trace is read, which can take minutes: a place that nobody touches closes meanwhile.
  const said = await page.locator(".keeping h2").innerText();
  const costs = await endProcessorTime();
  return {
    browser,
    page,
    seconds,
    tasks,
    costs,
    said,
    peakInMb: () => rendererPeakInMb(browser.profile),
  };
};
