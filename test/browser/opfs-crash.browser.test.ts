import { setTimeout as delay } from "node:timers/promises";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ask } from "./harness/ask.ts";
import { type Chromium, crashPage, launchChromium } from "./harness/launch-chromium.ts";
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
  const commits: number[] = [];
  const reportsToWaitFor = 1 + (crash % 4);
  let reports = 0;
  let reach: (() => void) | undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  await page.exposeFunction("hearReport", (report: string) => {
    reports += 1;
    if (report.includes('"committed"')) commits.push(Number(/"round":(\d+)/u.exec(report)?.[1]));
    if (reports === reportsToWaitFor) reach?.();
  });
  const workload = { rounds: 1000, rowsPerRound };
  const outcome = ask(page, { kind: "run-until-crash", place, workload }).then(
    () => "ended",
    () => "crashed",
  );
  await Promise.race([reached, outcome]);
  await delay((crash * 17) % 120);
  await crashPage(page);
  expect(await outcome).toBe("crashed");
  return Math.max(0, ...commits);
};
