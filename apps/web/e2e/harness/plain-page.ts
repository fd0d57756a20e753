import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Waits until the plain page has come. It is shown out of memory at once, and then comes once more as a page of its own:
 * whoever reads or goes elsewhere before that is interrupted by it.
 */
export const plainPageCame = (page: Page, face = "notes"): Promise<void> =>
  expect
    .poll(() => page.evaluate(whatWasLoaded), { timeout: 30_000 })
    .toMatch(new RegExp(`/p/${face}\\.html$`));

const whatWasLoaded = `document.readyState === "complete" ? performance.getEntriesByType("navigation")[0]?.name ?? "" : ""`;
