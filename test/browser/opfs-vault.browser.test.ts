import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { vaultAcceptance } from "../../packages/vault/src/testing/vault-acceptance.ts";
import { ask } from "./harness/ask.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

describe("a vault over OPFS in Chromium, with the browser's own ciphers and hashes in WebAssembly", () => {
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

  it.each(vaultAcceptance)("$name", async ({ name }) => {
    await expect(ask(page, { kind: "vault-acceptance", name })).resolves.toBeUndefined();
  });
});
