import type { Page } from "playwright-core";

/**
 * Presses "Stop this" in the moment in which it comes onto the page: a hand would be too late for short work. To be called
 * before the work is begun.
 */
export const stopAtOnce = (page: Page): Promise<unknown> =>
  page.evaluate(`new MutationObserver((_, observer) => {
    const stop = [...document.querySelectorAll("button")].find((button) => button.textContent === "Stop this");
    if (stop === undefined) return;
    observer.disconnect();
    stop.click();
  }).observe(document.body, { childList: true, subtree: true })`);

/** How far the work was said to be, in hundredths, each time that it was said anew. */
export const hearProgress = async (page: Page): Promise<() => Promise<readonly number[]>> => {
  await page.evaluate(`
    globalThis.saidProgress = [];
    new MutationObserver(() => {
      const said = document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
      if (said !== null && said !== undefined && said !== globalThis.saidProgress.at(-1)) globalThis.saidProgress.push(said);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  `);
  return async () => {
    const said: unknown = await page.evaluate("globalThis.saidProgress");
    return Array.isArray(said) ? said.map(Number) : [];
  };
};
