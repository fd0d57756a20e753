import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-many-"));
// More than go over to the worker at once, and more than are listed at once.
const names = Array.from({ length: 60 }, (_, number) => `note-${number}.txt`);
let app: ServedApp;
let browser: AppBrowser;

beforeAll(async () => {
  for (const name of names) writeFileSync(join(folder, name), `What was said: ${name}\n`);
  app = await serveApp();
  browser = await launchApp();
});
afterAll(async () => {
  await browser.close();
  await app.remove();
  rmSync(folder, { recursive: true });
});

test("sixty files are kept, all of them, in their order, and listed in parts", async () => {
  const { page, complaints } = await browser.openPage(app.url);
  await page.getByRole("button", { name: "Look around first" }).click();
  await page.getByRole("button", { name: /^Keep something/ }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose pictures or files" }).click();
  await (await chooser).setFiles(names.map((name) => join(folder, name)));
  await page.getByRole("button", { name: "Keep it here", exact: true }).click();
  await page.getByRole("heading", { name: "60 things are kept" }).waitFor();
  const listed = page.locator(".outcome-name");
  expect(await listed.allTextContents()).toEqual(names.slice(0, 20));
  await page.getByRole("button", { name: "Show more (40 left)" }).click();
  expect(await listed.allTextContents()).toEqual(names);
  expect(await page.getByRole("button", { name: /^Show/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
