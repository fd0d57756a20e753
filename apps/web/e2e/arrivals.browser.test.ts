import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const screenshot = join(
  fileURLToPath(new URL("../../../fixtures/maya/", import.meta.url)),
  "instagram/IMG_2231.PNG",
);

let app: ServedApp;
let browser: AppBrowser;

beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.remove());
beforeEach(async () => {
  browser = await launchApp();
});
afterEach(() => browser.close());

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

const waitForWorker = (page: Page): Promise<unknown> =>
  page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");

/** As the system's share sheet does it: a form is sent to the app's own address. */
const share = async (page: Page, text: string): Promise<void> => {
  await page.evaluate(
    `(() => {
      const form = document.createElement("form");
      form.method = "POST";
      form.action = "in";
      form.enctype = "multipart/form-data";
      const field = (name, value) => {
        const input = document.createElement("input");
        input.name = name;
        input.value = value;
        form.append(input);
      };
      field("title", "");
      field("text", ${JSON.stringify(text)});
      const files = document.createElement("input");
      files.type = "file";
      files.name = "files";
      const transfer = new DataTransfer();
      transfer.items.add(new File(["From: a@example.org\\r\\n\\r\\nPay by Friday"], "threat.eml", { type: "message/rfc822" }));
      files.files = transfer.files;
      form.append(files);
      document.body.append(form);
      form.submit();
    })()`,
  );
  await page.waitForLoadState("load");
};

test("a mail that is shared while the place is closed waits for it, and is kept when it is opened", async () => {
  const { page, complaints } = await browser.openPage(app.url);
  await press(page, "Show me what to do");
  await press(page, "I see, go on");
  await press(page, "Skip");
  await press(page, "They say they will share my pictures");
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Choose pictures of the screen");
  await (await chooser).setFiles(screenshot);
  await press(page, "Keep it here");
  await press(page, "Yes, everyone");
  await page.getByRole("heading", { name: "Kept" }).waitFor();
  await waitForWorker(page);
  await page.reload();
  await share(page, "");
  await press(page, "Open it");
  await page.getByText("threat.eml").waitFor();
  await expect.poll(() => page.getByRole("heading", { name: "Kept" }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("with no place yet, what is shared is held in memory until somebody says where to keep it", async () => {
  const { page } = await browser.openPage(app.url);
  await press(page, "Look around first");
  await waitForWorker(page);
  await page.reload();
  await share(page, "They want 400 euro");
  await press(page, "Keep it here");
  await page.getByRole("heading", { name: "2 things are kept" }).waitFor();
  await expect.poll(() => page.getByText("threat.eml").count()).toBe(1);
});

test("the ticket is out of the address before anything else can take it along into the list of pages", async () => {
  const { page } = await browser.openPage(app.url);
  await press(page, "Look around first");
  await waitForWorker(page);
  await page.reload();
  const addresses: string[] = [];
  await page.exposeFunction("hearAddress", (address: string) => addresses.push(address));
  // The first script has run by then; the engine, which hands over what was shared, is fetched later.
  await page.addInitScript(
    "addEventListener('DOMContentLoaded', () => hearAddress(location.href), { capture: true })",
  );
  await share(page, "They want 400 euro");
  await page.getByRole("button", { name: "Keep it here", exact: true }).waitFor();
  expect(addresses).toEqual([app.url]);
});
