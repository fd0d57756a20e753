import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ask } from "./harness/ask.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

const isSlow = process.env["SLOW"] === "1";
/** Room beyond what is in use, in bytes: from less than a sealed original to more than a whole add. */
const rooms = isSlow
  ? Array.from({ length: 32 }, (_, nth) => 250_000 * (nth + 1))
  : [500_000, 2_500_000, 6_500_000];

describe("a browser that gives no more room while something is added to a vault", () => {
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
    "says disk_full, keeps everything that was kept before, and nothing half",
    { timeout: isSlow ? 900_000 : 120_000 },
    async () => {
      const page = await chromium.openPage(served.url);
      const place = "full";
      await ask(page, { kind: "make-vault", place });
      const setQuota = await createQuota(page, served.url);
      const promised: string[] = [];
      const steps = new Set<string>();
      for (const room of rooms) {
        await setQuota(Number(await ask(page, { kind: "storage-in-use" })) + room);
        const added: unknown = await ask(page, { kind: "add-until-full", place });
        await setQuota(undefined);
        expect(added).toMatchObject({ code: "disk_full" });
        const { kept, step } = { kept: [], step: "", ...Object(added) };
        promised.push(...kept);
        steps.add(step);
        const state = await ask(page, { kind: "examine-vault", place, promised });
        expect(state).toMatchObject({ exhibits: promised });
      }
      // Else the room always ran out at the same moment.
      expect(steps.size).toBeGreaterThan(1);
    },
  );
});

/** The override lives as long as the session that asked for it. `undefined`: what the browser gives by itself. */
const createQuota = async (
  page: Page,
  url: string,
): Promise<(quotaSize: number | undefined) => Promise<void>> => {
  const session = await page.context().newCDPSession(page);
  return async (quotaSize) => {
    await session.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(url).origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  };
};
