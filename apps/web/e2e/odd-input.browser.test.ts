import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let folder = "";
let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-odd-"));
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

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
};

/** With a place that is open, on the page where things are kept. */
const openKeep = async () => {
  browser = await launchApp();
  const opened = await browser.openPage(app.url);
  await keepWords(opened.page, "the first thing", "device");
  await tap(opened.page, /^Keep something/);
  await seeHeading(opened.page, "Keep something");
  return opened;
};

const choose = async (page: Page, files: readonly string[]): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await tap(page, "Choose pictures or files");
  await (await chooser).setFiles([...files]);
};

const outcomes = (page: Page): Promise<string[]> => page.locator(".outcome").allTextContents();

/** As the system does it, with real files and folders. */
const drop = async (page: Page, files: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 100, y: 300, data });
  }
};

const paste = (page: Page, given: { readonly text?: string; readonly picture?: boolean }) =>
  page.evaluate(({ text, picture }) => {
    const clipboardData = new DataTransfer();
    if (text !== undefined) clipboardData.setData("text/plain", text);
    if (picture === true) {
      const file = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], "image.png", {
        type: "image/png",
      });
      clipboardData.items.add(file);
    }
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, given);

describe("what is chosen and is not as one would think", () => {
  test("empty files, and names from far away, are kept as they came", async () => {
    const { page, complaints } = await openKeep();
    const names = [
      "empty.txt",
      "empty.zip",
      `${"very long ".repeat(20)}.txt`,
      "صورة من الهاتف.txt",
      "🌊 sea.txt",
      "a\u0001b\u202Egnp.txt",
    ];
    await choose(
      page,
      names.map((name) => write(name, name.startsWith("empty") ? "" : `said ${name.length}`)),
    );
    await seeHeading(page, "6 things are kept");
    expect(await outcomes(page)).toHaveLength(6);
    await expect.poll(() => page.getByText("There is nothing in this file.").count()).toBe(2);
    // Nothing pushes the page wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("the same file twice is kept twice, and that is said", async () => {
    const { page } = await openKeep();
    const path = write("twice.txt", "the same words");
    await choose(page, [path]);
    await seeHeading(page, "Kept");
    await tap(page, "Keep something else");
    await choose(page, [path]);
    await seeHeading(page, "Kept");
    await expect.poll(() => page.getByText("You had kept this before.").count()).toBe(1);
  });

  test("a file that is gone before its turn is named, and the others are kept", async () => {
    browser = await launchApp();
    const { page, complaints } = await browser.openPage(app.url);
    await tap(page, "Look around first");
    await tap(page, /^Keep something/);
    const gone = write("gone.txt", "here for a moment");
    const changed = write("changed.txt", "short");
    await choose(page, [gone, changed, write("stays.txt", "here")]);
    await page.getByRole("button", { name: "Keep it here", exact: true }).waitFor();
    rmSync(gone);
    writeFileSync(changed, "longer than it was when it was chosen");
    await tap(page, "Keep it here");
    await seeHeading(page, "Kept");
    await page.getByRole("heading", { name: "2 were not kept" }).waitFor();
    expect(await outcomes(page)).toEqual([
      expect.stringMatching(/^gone\.txt.*could not be read/),
      expect.stringMatching(/^changed\.txt.*could not be read/),
      expect.stringMatching(/^stays\.txt/),
    ]);
    expect(complaints).toEqual([]);
  });
});

describe("what is dropped", () => {
  test("a folder comes with all that is below it, and without what a computer writes for itself", async () => {
    const { page, complaints } = await openKeep();
    write("dropped/one.txt", "one");
    write("dropped/deep/er/two.txt", "two");
    write("dropped/.hidden-by-somebody.txt", "kept too");
    write("dropped/.DS_Store", "view");
    write("dropped/deep/Thumbs.db", "small pictures");
    mkdirSync(join(folder, "dropped/nothing"), { recursive: true });
    await drop(page, [join(folder, "dropped")]);
    await seeHeading(page, "3 things are kept");
    expect((await outcomes(page)).toSorted()).toEqual([
      expect.stringMatching(/^dropped\/\.hidden-by-somebody\.txt/),
      expect.stringMatching(/^dropped\/deep\/er\/two\.txt/),
      expect.stringMatching(/^dropped\/one\.txt/),
    ]);
    await page
      .getByText("2 hidden files that a computer makes for itself were left out.")
      .waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("what is pasted", () => {
  test("words are shown first, and kept when that is said", async () => {
    const { page, complaints } = await openKeep();
    await paste(page, { text: "pay until friday\nor else" });
    await seeHeading(page, "Keep these words?");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Keep it");
    await seeHeading(page, "Kept");
    expect(await outcomes(page)).toEqual([expect.stringMatching(/^pay until friday\.txt/)]);
    expect(complaints).toEqual([]);
  });

  test("a picture is asked about as every picture is", async () => {
    const { page } = await openKeep();
    await paste(page, { picture: true });
    await seeHeading(page, "How did you get it?");
    expect(await barriers(page)).toEqual([]);
  });
});
