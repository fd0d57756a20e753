import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

describe("a copy for somebody whom the person trusts", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-ally-"));
  const identity = join(folder, "identity.txt");
  let app: ServedApp;
  let browser: AppBrowser;
  let page: Page;
  let complaints: string[];
  let theirKey = "";

  beforeAll(async () => {
    const made = execFileSync("age-keygen", { stdio: ["ignore", "pipe", "ignore"] }).toString();
    writeFileSync(identity, made);
    theirKey = /age1\S+/.exec(made)?.[0] ?? "";
    app = await serveApp();
    browser = await launchApp();
    ({ page, complaints } = await browser.openPage(app.url));
    await keepWords(page, "200 euro by friday", "device");
  });
  afterAll(async () => {
    await browser.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("begins with what it may mean for them, with nothing ticked", async () => {
    await tap(page, /^Make a copy for somebody/);
    await tap(page, /^Somebody I trust/);
    await seeHeading(page, "What goes?");
    await page.getByText("Whoever keeps proof can be asked about it").waitFor();
    await page.getByText("Nothing is ticked").first().waitFor();
    expect(await page.getByRole("button", { name: "Go on with these" }).isDisabled()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.locator(".give-row label").first().click();
    await tap(page, "Go on with these");
  });

  test("is never left open, and a key with a slip of the pen is said before anything is made", async () => {
    await seeHeading(page, "How should it go?");
    expect(await page.getByText("Leave it open").count()).toBe(0);
    await page.getByText("Lock it with their key", { exact: true }).click();
    const field = page.getByRole("textbox", { name: "Their key" });
    const wrong = page.getByText("This is not a key that a copy can be locked for.");
    for (const slip of [theirKey.slice(0, -1), `${theirKey.slice(0, -1)}b`, "AGE-SECRET-KEY-1QQ"]) {
      await field.fill(slip);
      await tap(page, "Make the copy");
      await wrong.waitFor();
      expect(await barriers(page)).toEqual([]);
      await field.fill("");
      await wrong.waitFor({ state: "detached" });
    }
  });

  test("opens with their key in age itself, and says for whom it was made", async () => {
    await page.getByRole("textbox", { name: "Their key" }).fill(` ${theirKey}\n`);
    await tap(page, "Make the copy");
    await seeHeading(page, "The copy is ready");
    await page.getByText("It is locked with their key. You can’t open it yourself.").waitFor();
    expect(await page.getByLabel("You can change them").inputValue()).toContain(
      "The file is locked with your key.",
    );
    expect(await barriers(page)).toEqual([]);
    const downloading = page.waitForEvent("download");
    await tap(page, "Save the copy");
    const locked = join(folder, "copy.zip.age");
    await (await downloading).saveAs(locked);
    const zip = join(folder, "copy.zip");
    execFileSync("age", ["-d", "-i", identity, "-o", zip, locked]);
    execFileSync("unzip", ["-q", zip, "-d", join(folder, "opened")]);
    const [opened = ""] = readdirSync(join(folder, "opened"));
    const report = readFileSync(join(folder, "opened", opened, "data/REPORT.html"), "utf8");
    expect(report).toContain("Made for somebody whom the person trusts");
    expect(readFileSync(locked).includes(Buffer.from("200 euro"))).toBe(false);
    expect(complaints).toEqual([]);
  });
});
