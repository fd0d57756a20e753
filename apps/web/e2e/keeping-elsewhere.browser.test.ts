import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { chatOf } from "./harness/large-chat.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-elsewhere-"));
const chat = join(folder, "WhatsApp Chat with Arlo.txt");

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  writeFileSync(chat, chatOf(60_000));
  app = await serveApp();
});
afterAll(async () => {
  await app.remove();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const keepChat = async () => {
  browser = await launchApp();
  const { page, complaints } = await browser.openPage(app.url);
  await tap(page, "Look around first");
  await tap(page, /^Keep something/);
  const chooser = page.waitForEvent("filechooser");
  await tap(page, "Choose pictures or files");
  await (await chooser).setFiles(chat);
  await tap(page, "Keep it here");
  await page.getByText(/^0 of 1 kept · .?WhatsApp Chat/).waitFor();
  await tap(page, "Back");
  await page.getByText("Your first thing is being kept right now.").waitFor();
  return { page, complaints };
};

describe("somebody who goes elsewhere while something is kept", () => {
  it("reads at home that it goes on, finds the way to it, and what became of it", async () => {
    const { page, complaints } = await keepChat();
    expect(await page.getByText("Nothing is kept yet").count()).toBe(0);
    await page.getByText("0 of 1 kept").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "See what is being kept");
    await page.getByText(/^0 of 1 kept · .?WhatsApp Chat/).waitFor();
    await tap(page, "Back");
    await page.getByText("One thing is kept.").waitFor();
    await tap(page, /^See what was kept just now/);
    await seeHeading(page, "Kept");
    await tap(page, "That’s all for now");
    await page.getByText("One thing is kept.").waitFor();
    expect(await page.getByRole("button", { name: /^See what was kept/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("can stop it from there, and then nothing of it is kept", async () => {
    const { page } = await keepChat();
    await tap(page, "Stop this");
    await page.getByText("Nothing is kept yet.").waitFor();
    await tap(page, /^See what was kept just now/);
    await seeHeading(page, "Nothing was kept");
    await expect.poll(() => page.getByText("You stopped it.").isVisible()).toBe(true);
  });
});
