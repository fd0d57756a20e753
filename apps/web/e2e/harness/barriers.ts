import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds on the page as it stands. React Aria's own announcer is left out: for seconds it points at the name of a
 * button that has gone since, and nobody meets it.
 */
export const barriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .exclude("[data-live-announcer]")
    // The app has no frames: without this, each question opens a page of its own to join the answers of many.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
};
