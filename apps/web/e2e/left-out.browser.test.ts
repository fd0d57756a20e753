import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writeZip } from "@holdfast/containers";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { seeHeading, tap } from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-left-out-"));
const archive = join(folder, "WhatsApp Chat with Ann.zip");
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A grey square. */
const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADklEQVR4nGNogECoAgAfGgYBRJ0SzgAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const other = Uint8Array.from([...png, 0]);

const chat = [
  "05/03/2026, 21:14 - Ann: look at me",
  "05/03/2026, 21:15 - Ann: IMG-20260305-WA0001.png (file attached)",
  "05/03/2026, 21:16 - Ann: IMG-20260305-WA0002.png (file attached)",
  "05/03/2026, 21:17 - Me: please stop",
  "",
].join("\n");

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  const parts: Uint8Array[] = [];
  const files = [
    { path: "WhatsApp Chat with Ann.txt", bytes: [utf8(chat)] },
    { path: "IMG-20260305-WA0001.png", bytes: [png] },
    { path: "IMG-20260305-WA0002.png", bytes: [other] },
  ];
  for await (const part of writeZip(files)) parts.push(part.slice());
  writeFileSync(archive, Buffer.concat(parts));
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

const chooseBy = async (page: Page, press: () => Promise<void>): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await press();
  await (await chooser).setFiles(archive);
};

const keepChatOfStranger = async () => {
  browser = await launchApp();
  const { page, complaints } = await browser.openPage(app.url);
  await tap(page, "Look around first");
  await tap(page, /^Keep something/);
  await chooseBy(page, () => tap(page, "Choose pictures or files"));
  await tap(page, "Keep it here");
  await tap(page, "No, or I’m not sure");
  return { page, complaints };
};

describe("pictures that a stranger sent", () => {
  test("are left out of the chat, and one that is chosen by itself is taken in alone", async () => {
    const { page, complaints } = await keepChatOfStranger();
    await tap(page, "Yes");
    await seeHeading(page, "Kept");
    await expect.poll(() => page.getByText("Left out: it came inside a chat.").count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Take this one in");
    await seeHeading(page, "Take this one in?");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Take it in" }).click();
    await page.getByText("It is kept, and nothing else of the chat.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Take this one in" }).count()).toBe(1);
    await tap(page, "That’s all for now");
    await page.getByText("2 things are kept").first().waitFor();
    expect(complaints).toEqual([]);
  });

  test("can be chosen later from the message that they came with", async () => {
    const { page, complaints } = await keepChatOfStranger();
    await tap(page, "Yes");
    await seeHeading(page, "Kept");
    await tap(page, "That’s all for now");
    await tap(page, /^See everything in order/);
    await page.getByText("IMG-20260305-WA0002.png").first().click();
    await page.getByText("Not taken in: IMG-20260305-WA0002.png").waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Take this one in");
    await chooseBy(page, () => tap(page, "Choose the saved chat, or this file"));
    await page.getByText("A file with this name was taken in by itself.").waitFor();
    await tap(page, /^Open \u2068?IMG-20260305-WA0002\.png/);
    await page.getByRole("button", { name: /^Show/ }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test("cannot be chosen where only words are kept", async () => {
    const { page } = await keepChatOfStranger();
    await tap(page, "I’m not sure");
    await seeHeading(page, "Kept");
    expect(await page.getByRole("button", { name: "Take this one in" }).count()).toBe(0);
    await tap(page, "That’s all for now");
    await tap(page, /^See everything in order/);
    await page.getByText("IMG-20260305-WA0002.png").first().click();
    await page.getByText("Not taken in: IMG-20260305-WA0002.png").waitFor();
    expect(await page.getByRole("button", { name: "Take this one in" }).count()).toBe(0);
  });
});
