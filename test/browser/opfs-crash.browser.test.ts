import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ask } from "./harness/ask.ts";
import { crashDuring } from "./harness/crash-during.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

const rowsPerRound = 300;
const vaults = process.env["SLOW"] === "1" ? 10 : 1;
const crashes = 8;

describe("a tab that crashes in the middle of its work", () => {
  let served: ServedPage;
  let chromium: Chromium;

  beforeAll(async () => {
    served = await servePage();
    chromium = await launchChromium();
  });
  afterAll(async () => {
    await chromium.stop();
    served.stop();
  });

  it("leaves every committed row, and no other one", { timeout: 900_000 }, async () => {
    let page = await chromium.openPage(served.url);
    for (let vault = 0; vault < vaults; vault += 1) {
      const place = `crash-${vault}`;
      await ask(page, { kind: "prepare-crash", place, rowsPerRound });
      let lastReportedCommit = 0;
      for (let crash = 0; crash < crashes; crash += 1) {
        const reported = await crashDuringWork(page, place, vault * crashes + crash);
        lastReportedCommit = Math.max(lastReportedCommit, reported);
        page = await chromium.openPage(served.url);
        const order = { kind: "look-for-damage", place, rowsPerRound, lastReportedCommit } as const;
        expect(await ask(page, order)).toEqual([]);
      }
      expect(lastReportedCommit).toBeGreaterThan(1);
    }
  });
});

/** Crashes at one of many points: after a few reports and a while. Returns the last round reported as committed. */
const crashDuringWork = async (page: Page, place: string, crash: number): Promise<number> => {
  const order = {
    kind: "run-until-crash",
    place,
    workload: { rounds: 1000, rowsPerRound },
  } as const;
  const reports = await crashDuring(page, order, {
    reports: 1 + (crash % 4),
    delayMs: (crash * 17) % 120,
  });
  const commits = reports.filter((report) => report.includes('"committed"'));
  return Math.max(0, ...commits.map((report) => Number(/"round":(\d+)/u.exec(report)?.[1])));
};
