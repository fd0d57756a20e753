import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { driverAcceptance } from "../../packages/vault/src/drivers/testing/driver-acceptance.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";
import { ask } from "./harness/ask.ts";

describe("the OPFS driver in Chromium", () => {
  let served: ServedPage;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    served = await servePage();
    chromium = await launchChromium();
    page = await chromium.openPage(served.url);
  });
  afterAll(async () => {
    await chromium.stop();
    served.stop();
  });

  it.each(driverAcceptance)("$name", async ({ name }) => {
    await expect(ask(page, { kind: "acceptance", name })).resolves.toBeUndefined();
  });
});
