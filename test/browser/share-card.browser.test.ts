import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { sharePage } from "@holdfast/output";
import { createRecoveryShares } from "@holdfast/seal";
import { createTestDeps } from "@holdfast/seal/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "../../apps/web/e2e/harness/launch-app.ts";

/** The card as a person prints it, looked at by another program's camera: `zbarimg`. */

const folder = mkdtempSync(join(tmpdir(), "holdfast-card-"));
let browser: AppBrowser;

beforeAll(async () => {
  browser = await launchApp({ colorScheme: "dark" });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the square on a card holds its words, for any camera, by night too", async () => {
  const deps = createTestDeps();
  const shares = createRecoveryShares(deps, { threshold: 2, count: 3 });
  for (const [index, share] of shares.entries()) {
    const words = share.reveal();
    const card = { words, number: index + 1, count: 3, threshold: 2, madeOn: "2026-11-27" };
    const path = join(folder, `card-${index}.html`);
    writeFileSync(path, [...sharePage(deps, card)].join(""));
    const { page, complaints } = await browser.openPage(pathToFileURL(path).href);
    const picture = join(folder, `card-${index}.png`);
    await page.locator(".square").screenshot({ path: picture });
    const read = execFileSync("zbarimg", ["--quiet", "--raw", picture], { encoding: "utf8" });
    expect(read.trim().toLowerCase()).toBe(words);
    const shown = await page.locator(".words li").allTextContents();
    expect(shown.join(" ")).toBe(words);
    expect(complaints).toEqual([]);
    if (process.env["SCREENS"] !== undefined)
      await page.screenshot({
        path: join(process.env["SCREENS"], `card-${index}.png`),
        fullPage: true,
      });
    await page.close();
  }
});
