import { setTimeout } from "node:timers/promises";

import type { Page } from "playwright-core";

/**
 * Waits until the plain page has come. It is shown out of memory at once, and then comes once more as a page of its own:
 * whoever reads or goes elsewhere before that is interrupted by it.
 */
export const plainPageCame = async (page: Page, face = "notes"): Promise<void> => {
  const patience = AbortSignal.timeout(30_000);
  while (!(await whatWasLoaded(page)).endsWith(`/p/${face}.html`)) {
    await setTimeout(50, undefined, { signal: patience });
  }
};

const whatWasLoaded = async (page: Page): Promise<string> => {
  try {
    return String(
      await page.evaluate(
        `document.readyState === "complete" ? performance.getEntriesByType("navigation")[0]?.name : ""`,
      ),
    );
  } catch (error) {
    // The page went while it was asked.
    if (error instanceof Error && error.message.includes("context was destroyed")) return "";
    throw error;
  }
};
