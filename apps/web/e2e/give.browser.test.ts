import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { openLocked } from "./harness/open-locked.ts";
import { recordRequests, type RequestRecord } from "./harness/record-requests.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { createTaps, type Taps } from "./harness/taps.ts";

const maya = join(import.meta.dirname, "../../../fixtures/maya");
const files = readdirSync(maya, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted();

const stranger = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", maxBuffer: 256 * 1_048_576 });

/** Unpacks a copy and lets sha256sum compare every file; gives the folder. */
const unpackAndCheck = (zip: string, into: string): string => {
  stranger("unzip", ["-q", zip, "-d", into], ".");
  const [name = ""] = readdirSync(into);
  const folder = join(into, name);
  const checked = stranger("sha256sum", ["-c", "manifest-sha256.txt"], folder);
  expect(checked.split("\n").filter((line) => line !== "" && !line.endsWith(": OK"))).toEqual([]);
  return folder;
};

const numberOf = (folder: string): string =>
  stranger("sha256sum", ["tagmanifest-sha256.txt"], folder).slice(0, 64);

describe("the road from the first visit to a copy that strangers find whole", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-give-"));
  let app: ServedApp;
  let browser: AppBrowser;
  let page: Page;
  let taps: Taps;
  let complaints: string[];
  let record: RequestRecord;

  beforeAll(async () => {
    app = await serveApp();
    browser = await launchApp({ colorScheme: "dark" });
    record = recordRequests(browser.context, app.url);
    ({ page, complaints } = await browser.openPage(app.url));
    page.setDefaultTimeout(15_000);
    taps = createTaps(page);
  });
  afterAll(async () => {
    await browser.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const seeNoBarrier = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  };
  const shownNumber = async (): Promise<string> =>
    ((await page.locator(".check-number").textContent()) ?? "").replaceAll(" ", "");

  test("Maya keeps what she has", async () => {
    await taps.press("Look around first");
    await taps.pressLine("Keep something");
    await taps.keep(files);
    expect(await taps.see(`${files.length} things are kept`)).toBe(true);
    await taps.press("That’s all for now");
    await taps.pressLine("Make a copy for somebody");
    expect(await taps.see("Who is it for?")).toBe(true);
    await seeNoBarrier();
  });

  test("for the police no picture, recording or archive is ticked, and what stays is named", async () => {
    await taps.pressLine("The police");
    await page.getByText("Could it harm you to go to the police?").click();
    expect(await taps.see("ask a helpline or a lawyer first")).toBe(true);
    await page.locator(".give-row:has(input:checked)").first().waitFor();
    const ticked = await page.locator(".give-row:has(input:checked)").allTextContents();
    expect(ticked.length).toBeGreaterThan(0);
    expect(ticked.filter((row) => !row.includes("words · "))).toEqual([]);
    await page.locator("summary", { hasText: "stay here and why" }).click();
    const staying = await page.locator(".give-staying li").allTextContents();
    expect(ticked.length + staying.length).toBe(files.length);
    expect(staying.join()).toContain("IMG_2231.PNG");
    await page.getByText("By file", { exact: true }).click();
    await expect.poll(() => page.locator(".give-row").count()).toBe(files.length);
    await seeNoBarrier();
  });

  test("a locked copy opens with age and the words, and holds what was ticked alone", async () => {
    await page.getByText("IMG_2231.PNG", { exact: true }).first().click();
    await page.locator(".give-row:has(input:checked)").first().waitFor();
    const wanted = await page.locator(".give-row:has(input:checked)").count();
    await taps.press("Go on with these");
    expect(await taps.see("Lock the copy?")).toBe(true);
    await seeNoBarrier();
    await taps.press("Go on");
    const words = await page.locator(".secret-words", { hasText: / / }).textContent();
    await taps.press("I have them");
    expect(await taps.see("The copy is ready")).toBe(true);
    await seeNoBarrier();
    const locked = await taps.download("Save the copy", folder);
    expect(locked).toMatch(/case-[0-9a-f]{4}-\d{4}-\d\d-\d\d-d[0-9a-f]{6}\.zip\.age$/);
    openLocked(locked, words ?? "", join(folder, "opened.zip"));
    const bag = unpackAndCheck(join(folder, "opened.zip"), join(folder, "opened"));
    expect(numberOf(bag)).toBe(await shownNumber());
    expect(readdirSync(join(bag, "data/files"))).toHaveLength(wanted);
    const told = readFileSync(join(bag, "data/case.json"), "utf8");
    expect(told).toContain('"purpose":"police"');
    // Its text for the form: to be changed, counted, and copied.
    const text = await page.getByLabel("You can change them").inputValue();
    expect(text).toContain("The file is locked.");
    expect(await taps.see(`${Array.from(text).length} letters and signs`)).toBe(true);
    await taps.press("Done with this copy");
  });

  test("a copy that is stopped in the middle is no copy, and another can be made", async () => {
    await taps.pressLine("Make a copy for somebody");
    await taps.pressLine("Myself");
    await taps.press("Go on with these");
    await taps.press("Go on");
    await taps.press("I have them");
    await taps.press("Stop this");
    expect(await taps.see("You stopped it. No copy was made.")).toBe(true);
    await seeNoBarrier();
    await taps.press("Try again");
    expect(await taps.see("All of it is ticked.")).toBe(true);
    await taps.press("Back");
    await taps.press("Back");
  });

  test("an own open copy of everything is found whole here, and is the one on the paper", async () => {
    await taps.pressLine("Make a copy for somebody");
    await taps.pressLine("Myself");
    expect(await taps.see("All of it is ticked.")).toBe(true);
    await taps.press("Go on with these");
    await page.getByText("Leave it open", { exact: true }).click();
    await taps.press("Make the copy");
    expect(await taps.see("The copy is ready")).toBe(true);
    const number = await shownNumber();
    const zip = await taps.download("Save the copy", folder);
    cpSync(zip, join(folder, "own.zip"));
    const bag = unpackAndCheck(zip, join(folder, "own"));
    expect(numberOf(bag)).toBe(number);
    expect(readdirSync(join(bag, "data/files"))).toHaveLength(files.length);
    // A stranger's browser: no place, nothing kept.
    await page.goto(app.url);
    await taps.press("Check a package somebody gave me");
    await seeNoBarrier();
    await taps.choose("Choose the file", [join(folder, "own.zip")]);
    expect(await taps.see("All of it fits together")).toBe(true);
    await page.getByLabel("Check number").fill(`  ${number.toUpperCase()} `);
    await taps.press("Compare");
    expect(await taps.see("It is unchanged")).toBe(true);
    await page.getByText("Compare the number on your paper").click();
    await page.getByLabel("Check number").fill("ab".repeat(32));
    await taps.press("Compare");
    expect(await taps.see("Something in it does not fit")).toBe(true);
    await seeNoBarrier();
  });

  test("a copy that somebody changed is found, with each place", async () => {
    const tampered = join(folder, "own");
    const [name = ""] = readdirSync(tampered);
    writeFileSync(join(tampered, name, "data/timeline.csv"), "changed");
    stranger("zip", ["-q", "-r", "-0", join(folder, "tampered.zip"), name], tampered);
    await taps.press("Check another one");
    await taps.choose("Choose the file", [join(folder, "tampered.zip")]);
    expect(await taps.see("Something in it does not fit")).toBe(true);
    // In plain words, and in those of experts only where they look for them.
    await page.getByText("The files in it").waitFor();
    await expect.poll(() => page.getByText("It was changed.").first().isVisible()).toBe(true);
    expect(
      await page
        .getByText(/custody log|seal/i)
        .first()
        .isVisible(),
    ).toBe(false);
    await page.getByText("For experts: all findings, in their own words").click();
    await seeNoBarrier();
    await page.locator(".finding-fault").first().waitFor();
    const faults = (await page.locator(".finding-fault").allTextContents()).join("\n");
    expect(faults).toContain("This file was changed after the bag was made.");
    expect(faults).toContain("data/timeline.csv");
  });

  test("a folder is checked like a file, and something else is no package", async () => {
    await taps.press("Check another one");
    await taps.choose("Choose a folder", [join(folder, "opened")]);
    expect(await taps.see("All of it fits together")).toBe(true);
    await taps.press("Check another one");
    await taps.choose("Choose the file", [files[0] ?? ""]);
    expect(await taps.see("This is not a package of ours")).toBe(true);
  });

  test("a locked one asks for its words, and again when they are wrong", async () => {
    const [locked = ""] = readdirSync(folder).filter((name) => name.endsWith(".age"));
    await taps.press("Check another one");
    await taps.choose("Choose the file", [join(folder, locked)]);
    expect(await taps.see("This package is locked")).toBe(true);
    await page.getByLabel("The words of the package").fill("one two three four");
    await taps.press("Open and check");
    expect(await taps.see("That does not open it.")).toBe(true);
    await seeNoBarrier();
  });

  test("nothing was asked of the network, and the browser had nothing to complain of", () => {
    expect(record.foreign()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
