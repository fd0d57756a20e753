import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { whatIsStored } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { hearProgress, stopAtOnce } from "./harness/stop-at-once.ts";
import { createTaps, type Taps } from "./harness/taps.ts";

describe("a backup with twelve words on paper", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-twelve-"));
  let app: ServedApp;
  let first: AppBrowser;
  let second: AppBrowser;
  let page: Page;
  let taps: Taps;
  let twelve: readonly string[] = [];
  let saved = "";

  beforeAll(async () => {
    app = await serveApp();
    first = await launchApp();
    second = await launchApp({ colorScheme: "dark" });
    ({ page } = await first.openPage(app.url));
    page.setDefaultTimeout(30_000);
    taps = createTaps(page);
    const large = join(folder, "large.bin");
    writeFileSync(large, randomBytes(16 * 1_048_576));
    await taps.press("Look around first");
    await taps.pressLine("Keep something");
    await taps.keep([large]);
    await taps.press("That’s all for now");
  });
  afterAll(async () => {
    await first.close();
    await second.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** "First, is it you?" comes once; the paper answers it. */
  const proveByPaper = async (): Promise<void> => {
    const asked = page.getByRole("dialog");
    await asked.getByLabel("Your twelve words").fill(twelve.join(" "));
    await asked.getByRole("button", { name: "Go on" }).click();
  };
  const toTry = async (file: string, words: string): Promise<void> => {
    await taps.choose("Choose the saved file", [file]);
    await page.getByLabel("Your twelve words").fill(words);
    await taps.press("Try it");
  };

  test("needs no secret words: the paper is written, asked for in part, and opens the place from then on", async () => {
    await taps.pressLine("Look after this place");
    await taps.pressLine("Make a backup");
    await taps.press("Use twelve words on paper");
    await page.locator(".paper-words li").nth(11).waitFor();
    twelve = await page.locator(".paper-words li").allTextContents();
    await taps.press("I wrote them down");
    await page
      .getByLabel(/^Word number/)
      .first()
      .waitFor();
    for (const label of await page.getByText(/^Word number/).allTextContents()) {
      const place = Number(/\d+/.exec(label)?.[0] ?? 0);
      await page.getByLabel(label, { exact: true }).fill(twelve[place - 1] ?? "");
    }
    await taps.press("Check");
    await taps.press("Done");
    expect(await taps.see("There is no backup yet.")).toBe(true);
  });

  test("stopped while it is made, nothing is there, and that is said", async () => {
    await stopAtOnce(page);
    await taps.press("Make the backup");
    await proveByPaper();
    expect(await taps.see("You stopped it. Nothing was changed.")).toBe(true);
    expect(await taps.see("There is no backup yet.")).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  test("stopped while it is tried, it does not count as saved; tried to its end it does", async () => {
    await taps.press("Make the backup");
    saved = await taps.download("Save the backup", folder);
    await stopAtOnce(page);
    await toTry(saved, twelve.join(" "));
    expect(await taps.see("You stopped it. Nothing was changed.")).toBe(true);
    const progress = await hearProgress(page);
    await toTry(saved, twelve.join(" "));
    expect(await taps.see("The backup opens, and the one thing is in it, just as here.")).toBe(
      true,
    );
    const said = await progress();
    expect(said.length).toBeGreaterThan(0);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
  });

  test("damaged, or stopped while it is brought back, it leaves nothing on the second phone", async () => {
    const other = await second.openPage(app.url);
    other.page.setDefaultTimeout(30_000);
    const hand = createTaps(other.page);
    await hand.press("Open my place");
    await hand.press("I have a backup");
    const cut = join(folder, "cut.bin");
    writeFileSync(cut, readFileSync(saved).subarray(0, -4_000));
    const restore = async (): Promise<void> => {
      await other.page.getByText("My twelve words", { exact: true }).click();
      await other.page.getByLabel("Your twelve words").fill(twelve.join(" "));
      await hand.press("Open the backup");
    };
    await hand.choose("Choose the file", [cut]);
    await restore();
    expect(await hand.see("This backup is damaged, or was not copied to its end.")).toBe(true);
    expect(await filesOf(other.page)).toEqual([]);
    await hand.press("Choose another file");
    await hand.choose("Choose the file", [saved]);
    // What was chosen stays chosen after words that were wrong: nobody keeps it here by mistake.
    await other.page.getByText("Don’t keep it: gone when I close the page").click();
    await other.page.getByText("My secret words", { exact: true }).click();
    await other.page.getByLabel("The words that opened it").fill("one two three four");
    await hand.press("Open the backup");
    expect(await hand.see("That does not open it. Nothing is lost.")).toBe(true);
    expect(
      await other.page
        .getByRole("radio", { name: "Don’t keep it: gone when I close the page" })
        .isChecked(),
    ).toBe(true);
    await other.page.getByText("Keep it in this browser").click();
    await stopAtOnce(other.page);
    await restore();
    expect(await hand.see("You stopped it. Nothing was changed.")).toBe(true);
    expect(await filesOf(other.page)).toEqual([]);
    expect(await barriers(other.page)).toEqual([]);
    // Not to be kept here: it is read, and gone with the page.
    await other.page.getByText("Don’t keep it: gone when I close the page").click();
    const progress = await hearProgress(other.page);
    await restore();
    expect(await hand.see("One thing is kept.")).toBe(true);
    expect((await progress()).length).toBeGreaterThan(0);
    expect(await filesOf(other.page)).toEqual([]);
    expect(other.complaints).toEqual([]);
  });
});

/** What lies in the storage of this browser: a place is a folder of files. */
const filesOf = async (page: Page): Promise<unknown> => {
  const stored = await whatIsStored(page);
  return typeof stored === "object" && stored !== null && "files" in stored
    ? stored.files
    : undefined;
};
