import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { createTaps, type Taps } from "./harness/taps.ts";

const maya = join(import.meta.dirname, "../../../fixtures/maya");
const files = [
  "notes/what happened.txt",
  "instagram/IMG_2231.PNG",
  "mail/2026-09-21 You know what I want.eml",
].map((name) => join(maya, name));

describe("a backup", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-backup-"));
  let app: ServedApp;
  let first: AppBrowser;
  let second: AppBrowser | undefined;
  let page: Page;
  let taps: Taps;
  let complaints: string[];
  let words = "";
  let saved = "";

  beforeAll(async () => {
    app = await serveApp();
    first = await launchApp();
    ({ page, complaints } = await first.openPage(app.url));
    page.setDefaultTimeout(15_000);
    taps = createTaps(page);
    await taps.press("Look around first");
    await taps.pressLine("Keep something");
    await taps.keep(files);
    await taps.press("That’s all for now");
  });
  afterAll(async () => {
    await first.close();
    await second?.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const seeNoBarrier = async (on: Page): Promise<void> => {
    const { violations } = await new AxeBuilder({ page: on })
      // What was announced a moment ago may point at a button that is gone; the library clears it after seconds.
      .exclude("[data-live-announcer]")
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  };

  test("needs words first, where only this phone opens the place", async () => {
    await taps.pressLine("Look after this place");
    await taps.pressLine("Make a backup");
    expect(await taps.see("First, secret words")).toBe(true);
    await seeNoBarrier(page);
    await taps.press("Choose secret words");
    words = (await page.locator(".secret-words", { hasText: / / }).textContent()) ?? "";
    await taps.press("I have them");
    expect(await taps.see("There is no backup yet.")).toBe(true);
    await seeNoBarrier(page);
  });

  test("counts as saved only when the saved file was opened", async () => {
    await taps.press("Make the backup");
    expect(await taps.see("Save the file")).toBe(true);
    saved = await taps.download("Save the backup", folder);
    expect(saved).toMatch(/copy-\d{4}-\d\d-\d\d\.bin$/);
    expect(await taps.see("Now try it")).toBe(true);
    await seeNoBarrier(page);
    const cut = join(folder, "cut.bin");
    writeFileSync(cut, readFileSync(saved).subarray(0, -4_000));
    await taps.choose("Choose the saved file", [cut]);
    await page.getByLabel("The words that opened it").fill(words);
    await taps.press("Try it");
    expect(await taps.see("This backup is damaged, or was not copied to its end.")).toBe(true);
    await taps.choose("Choose the saved file", [saved]);
    await page.getByLabel("The words that opened it").fill(words);
    await taps.press("Try it");
    expect(await taps.see("The backup opens, and all 3 things are in it, just as here.")).toBe(
      true,
    );
    await seeNoBarrier(page);
    await taps.press("Done");
    await taps.pressLine("Look after this place");
    await taps.pressLine("Make a backup");
    expect(await taps.see("That is today.")).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("becomes a place again in a browser that has none, with the same things in it", async () => {
    second = await launchApp({ colorScheme: "dark" });
    const other = await second.openPage(app.url);
    other.page.setDefaultTimeout(15_000);
    const hand = createTaps(other.page);
    await hand.press("Open my place");
    await hand.press("I have a backup");
    await seeNoBarrier(other.page);
    await hand.choose("Choose the file", [files[0] ?? ""]);
    await other.page.getByLabel("The words that opened it").fill(words);
    await hand.press("Open the backup");
    expect(await hand.see("This is not a backup of ours.")).toBe(true);
    await hand.press("Choose another file");
    await hand.choose("Choose the file", [saved]);
    await other.page.getByLabel("The words that opened it").fill("one two three four");
    await hand.press("Open the backup");
    expect(await hand.see("That does not open it. Nothing is lost.")).toBe(true);
    await seeNoBarrier(other.page);
    await other.page.getByLabel("The words that opened it").fill(words);
    await hand.press("Open the backup");
    expect(await hand.see("3 things are kept.")).toBe(true);
    await other.page.reload();
    await hand.press("Open my place");
    await other.page.getByLabel("Your secret words").fill(words);
    // The key of the first phone is not offered here.
    await expect
      .poll(() => other.page.getByRole("button", { name: "Open it", exact: true }).count())
      .toBe(1);
    await hand.press("Open it");
    expect(await hand.see("3 things are kept.")).toBe(true);
    expect(other.complaints).toEqual([]);
  });
});
