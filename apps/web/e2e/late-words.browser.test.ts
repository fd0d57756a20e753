import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writeZip } from "@holdfast/containers";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { createTaps, type Taps } from "./harness/taps.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-late-words-"));
const chatOf = (name: string): string => join(folder, `WhatsApp Chat with ${name}.zip`);
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A grey square. */
const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADklEQVR4nGNogECoAgAfGgYBRJ0SzgAAAABJRU5ErkJggg==",
    "base64",
  ),
);

const writeChat = async (name: string, says: string): Promise<void> => {
  const chat = [
    `05/03/2026, 21:14 - ${name}: ${says}`,
    `05/03/2026, 21:15 - ${name}: IMG-20260305-WA0001.png (file attached)`,
    "05/03/2026, 21:17 - Me: please stop",
    "",
  ].join("\n");
  const files = [
    { path: `WhatsApp Chat with ${name}.txt`, bytes: [utf8(chat)] },
    { path: "IMG-20260305-WA0001.png", bytes: [Uint8Array.from([...png, ...utf8(name)])] },
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeZip(files)) parts.push(part.slice());
  writeFileSync(chatOf(name), Buffer.concat(parts));
};

describe("a case that turns out to be protected after chats with pictures were kept", () => {
  let app: ServedApp;
  let browser: AppBrowser;
  let page: Page;
  let taps: Taps;
  let complaints: string[];

  beforeAll(async () => {
    await writeChat("Ann", "pay until friday");
    await writeChat("Bo", "I know your school");
    app = await serveApp();
    browser = await launchApp();
    ({ page, complaints } = await browser.openPage(app.url));
    page.setDefaultTimeout(30_000);
    taps = createTaps(page);
  });
  afterAll(async () => {
    await browser.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** From home to the timeline and back: how often these words stand there. */
  const timesInOrder = async (words: string): Promise<number> => {
    await taps.pressLine("See everything in order");
    const shown = page.locator(".see-list").getByText(words, { exact: true });
    await shown.first().waitFor();
    const count = await shown.count();
    await taps.press("Back");
    return count;
  };

  test("keeps their words by itself, says so, and shows them once", async () => {
    await taps.press("Look around first");
    await taps.pressLine("Keep something");
    await taps.keep([chatOf("Ann"), chatOf("Bo")]);
    await taps.press("That’s all for now");
    expect(await timesInOrder("pay until friday")).toBe(1);
    await taps.pressLine("Look after this place");
    await taps.pressLine("About the pictures");
    await taps.pressLine("Somebody may have been under 18");
    await taps.press("Lock the pictures");
    expect(await taps.see("The words of 2 chats are kept; their pictures are locked.")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await taps.press("Back");
    await taps.press("Back");
    expect(await timesInOrder("pay until friday")).toBe(1);
    expect(await timesInOrder("I know your school")).toBe(1);
  });

  test("has them still when what is locked was deleted", async () => {
    await taps.pressLine("Look after this place");
    await taps.pressLine("About the pictures");
    await taps.pressLine("Delete them for good");
    await taps.press("Delete the pictures");
    expect(await taps.see("The pictures are gone. The words are still here.")).toBe(true);
    await taps.press("Back");
    await taps.press("Back");
    expect(await taps.see("2 things are kept")).toBe(true);
    expect(await timesInOrder("pay until friday")).toBe(1);
    expect(await timesInOrder("I know your school")).toBe(1);
  });

  test("puts them into a copy for the police, and no picture", async () => {
    await taps.pressLine("Make a copy for somebody");
    await taps.pressLine("The police");
    await expect.poll(() => page.locator(".give-row:has(input:checked)").count()).toBe(2);
    await taps.press("Go on with these");
    await page.getByText("Leave it open", { exact: true }).click();
    await taps.press("Make the copy");
    expect(await taps.see("The copy is ready")).toBe(true);
    const zip = await taps.download("Save the copy", folder);
    const text = execFileSync("unzip", ["-p", zip], { encoding: "latin1" });
    expect(text).toContain("pay until friday");
    expect(text).toContain("I know your school");
    expect(text).not.toContain("\u0089PNG");
    expect(complaints).toEqual([]);
  });
});
