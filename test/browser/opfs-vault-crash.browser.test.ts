import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ask } from "./harness/ask.ts";
import { crashDuring } from "./harness/crash-during.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";
import type { VaultState } from "./page/messages.ts";

const isSlow = process.env["SLOW"] === "1";
const vaults = isSlow ? 12 : 1;
const crashes = isSlow ? 8 : 5;
/** A round of moments that has no common divisor with the time that an add takes. */
const spreadMs = 1_300;
const stepMs = 379;

describe("a tab that crashes while something is added to its vault", () => {
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

  it(
    "keeps everything that was promised, whole, and nothing half",
    { timeout: 1_800_000 },
    async () => {
      let page = await chromium.openPage(served.url);
      let promises = 0;
      let recovered = 0;
      for (let vault = 0; vault < vaults; vault += 1) {
        const place = `vault-${vault}`;
        await ask(page, { kind: "make-vault", place });
        const promised: string[] = [];
        for (let crash = 0; crash < crashes; crash += 1) {
          promised.push(...(await crashDuringAdd(page, place, vault * crashes + crash)));
          page = await chromium.openPage(served.url);
          const state = await examine(page, place, promised);
          recovered += state.recovered;
        }
        promises += promised.length;
      }
      // Else the crashes came at the wrong moments, and the test would have shown nothing.
      expect(promises).toBeGreaterThan(0);
      expect(recovered).toBeGreaterThan(0);
    },
  );
});

/** Gives the exhibits that were reported as kept. */
const crashDuringAdd = async (
  page: Page,
  place: string,
  crash: number,
): Promise<readonly string[]> => {
  const reports = await crashDuring(
    page,
    { kind: "add-until-crash", place },
    {
      // The first add begins with report 1, the second with report 3.
      reports: 1 + 2 * (crash % 2),
      delayMs: (crash * stepMs) % spreadMs,
    },
  );
  return reports.flatMap((report) => /"exhibit":"([^"]+)"/u.exec(report)?.[1] ?? []);
};

const examine = async (
  page: Page,
  place: string,
  promised: readonly string[],
): Promise<VaultState> => {
  const state = await ask(page, { kind: "examine-vault", place, promised });
  expect(state).toMatchObject({ exhibits: expect.any(Array), recovered: expect.any(Number) });
  return { exhibits: [], recovered: 0, ...Object(state) };
};
