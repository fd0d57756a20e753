import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ask } from "./harness/ask.ts";
import { bundleScript } from "./harness/bundle-script.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

let served: ServedPage;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  const code = await bundleScript(join(import.meta.dirname, "page", "inbox-worker.ts"));
  served = await servePage(undefined, { "inbox-worker.js": code });
  chromium = await launchChromium();
  page = await chromium.openPage(served.url);
});
afterAll(async () => {
  await chromium.stop();
  served.stop();
});

/** Says something to the service worker and waits for its answer. */
const share = (shared: {
  readonly place: string;
  readonly text: string;
  readonly mediaType: string;
}): Promise<unknown> =>
  page.evaluate(`(async () => {
    await navigator.serviceWorker.register("/inbox-worker.js", { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      active.postMessage(${JSON.stringify(shared)}, [port2]);
    });
  })()`);

it("lets a service worker keep words for a locked vault, and no picture; the opened vault takes them in", async () => {
  const place = "shared-into";
  await ask(page, { kind: "make-vault", place });
  const mediaType = "text/plain";
  expect(await share({ place, text: "the tide is high", mediaType })).toBe("kept");
  expect(await share({ place, text: "anything", mediaType: "image/png" })).toBe("not_only_words");
  const picture = `data:image/png;base64,${"A".repeat(400)}`;
  expect(await share({ place, text: picture, mediaType })).toBe("not_only_words");
  expect(await ask(page, { kind: "take-in-inbox", place })).toEqual(["the tide is high"]);
  expect(await ask(page, { kind: "take-in-inbox", place })).toEqual([]);
});
