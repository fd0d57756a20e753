import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ask } from "./harness/ask.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

const rowsPerRound = 50;

describe("a browser that gives no more room", () => {
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

  it("fails the transaction and the blob with disk_full, and leaves the database whole", async () => {
    const place = "quota";
    const page = await chromium.openPage(served.url);
    await ask(page, { kind: "prepare-crash", place, rowsPerRound });
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(served.url).origin,
      quotaSize: 10_000_000,
    });
    expect(await ask(page, { kind: "fill-the-quota", place })).toEqual({
      database: "disk_full",
      blob: "disk_full",
    });
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(served.url).origin });
    const damage = ask(page, {
      kind: "look-for-damage",
      place,
      rowsPerRound,
      lastReportedCommit: 0,
    });
    expect(await damage).toEqual([]);
  });
});
