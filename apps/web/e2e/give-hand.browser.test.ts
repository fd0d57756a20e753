import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createTestAuthority } from "@holdfast/verify/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords } from "./harness/own-place.ts";
import { recordRequests, type RequestRecord } from "./harness/record-requests.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";
import { stopAtOnce } from "./harness/stop-at-once.ts";
import { createTaps, type Taps } from "./harness/taps.ts";

/** A share sheet as phones have it. What came into it, and what the person does with it, lie on the page. */
const shareSheet = `
  globalThis.shared = [];
  globalThis.answerToShare = "shared";
  Object.defineProperty(navigator, "canShare", { value: ({ files }) => files.length === 1 });
  Object.defineProperty(navigator, "share", {
    value: async (data) => {
      globalThis.shared.push({ parts: Object.keys(data), names: data.files.map(({ name }) => name) });
      if (globalThis.answerToShare === "closed") throw new DOMException("closed", "AbortError");
      if (globalThis.answerToShare === "failed") throw new DOMException("no", "NotAllowedError");
    },
  });
`;

describe("a copy in the hand", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-hand-"));
  let app: ServedApp;
  let browser: AppBrowser;
  let page: Page;
  let taps: Taps;
  let complaints: string[];
  let record: RequestRecord;
  let open = "";
  let locked = "";
  let words = "";

  beforeAll(async () => {
    app = await serveApp();
    browser = await launchApp();
    await browser.context.addInitScript(shareSheet);
    record = recordRequests(browser.context, app.url);
    ({ page, complaints } = await browser.openPage(app.url));
    page.setDefaultTimeout(30_000);
    taps = createTaps(page);
    await keepWords(page, "200 euro by friday", "device");
  });
  afterAll(async () => {
    await browser.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const toCopy = async (): Promise<void> => {
    await taps.pressLine("Make a copy for somebody");
    await taps.pressLine("Myself");
    await taps.press("Go on with these");
  };
  const answerToShare = (answer: "shared" | "closed" | "failed"): Promise<unknown> =>
    page.evaluate(`globalThis.answerToShare = "${answer}"`);

  test("goes to the phone's share sheet as the file alone; closing that is an answer like any other", async () => {
    await toCopy();
    await page.getByText("Leave it open", { exact: true }).click();
    await taps.press("Make the copy");
    expect(await taps.see("The copy is ready")).toBe(true);
    await answerToShare("closed");
    await taps.press("Share it");
    await answerToShare("failed");
    await taps.press("Share it");
    expect(await taps.see("It was not handed on. Save it in its place.")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await answerToShare("shared");
    await taps.press("Share it");
    expect(await taps.see("It was handed on.")).toBe(true);
    const shared: unknown = await page.evaluate("globalThis.shared");
    const once = { parts: ["files"], names: [expect.stringMatching(/^case-.*\.zip$/)] };
    expect(shared).toEqual([once, once, once]);
  });

  test("asks for no time stamp by itself; the request is a file, and a wrong answer changes nothing", async () => {
    const ask = page.getByRole("button", { name: "Save the request", exact: true });
    expect(await ask.isVisible()).toBe(false);
    const before = record.urls().length;
    await page.getByText("For later: a time stamp").click();
    expect(await taps.see("who you bring it to sees your internet address")).toBe(true);
    const request = await taps.download("Save the request", folder);
    expect(await taps.see("Bring this file to an office for time stamps.")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    const wrong = join(folder, "wrong.tsr");
    writeFileSync(wrong, "no answer of anybody");
    await taps.choose("Choose the answer", [wrong]);
    expect(await taps.see("This answer does not fit what was asked. Nothing was changed.")).toBe(
      true,
    );
    const authority = createTestAuthority(folder, { name: "Office of the tests" });
    const answer = join(folder, "right.tsr");
    writeFileSync(answer, authority.reply(readFileSync(request)));
    await taps.choose("Choose the answer", [answer]);
    expect(await taps.see("this was there no later than")).toBe(true);
    expect(await taps.see("Who stands behind that office was not checked.")).toBe(true);
    // Saving is an address of the page's own; nothing was asked of anybody.
    expect(
      record
        .urls()
        .slice(before)
        .filter((url) => !url.startsWith("blob:")),
    ).toEqual([]);
  });

  test("can be locked after all, beside the open one", async () => {
    open = await taps.download("Save the copy", folder);
    await taps.press("Done with this copy");
    await toCopy();
    await taps.press("Go on");
    words = (await page.locator(".secret-words", { hasText: / / }).textContent()) ?? "";
    await taps.press("I have them");
    locked = await taps.download("Save the copy", folder);
    await taps.press("Done with this copy");
    expect(locked).toMatch(/\.zip\.age$/);
  });

  test("is checked when it is dropped on the page, as a file or as a folder", async () => {
    await page.goto(app.url);
    await taps.press("Check a package somebody gave me");
    expect(await taps.see("Find out if what you were given is unchanged.")).toBe(true);
    await dropOnPage(page, open);
    expect(await taps.see("All of it fits together")).toBe(true);
    execFileSync("unzip", ["-q", open, "-d", join(folder, "unpacked")]);
    const [name = ""] = readdirSync(join(folder, "unpacked"));
    await taps.press("Check another one");
    expect(await taps.see("Find out if what you were given is unchanged.")).toBe(true);
    await dropOnPage(page, join(folder, "unpacked", name));
    expect(await taps.see("All of it fits together")).toBe(true);
    await taps.press("Check another one");
  });

  test("stopped while it is opened or checked, nothing was changed, and it can be begun anew", async () => {
    const unlock = async (): Promise<void> => {
      await taps.choose("Choose the file", [locked]);
      await page.getByLabel("The words of the package").fill(words);
      await taps.press("Open and check");
    };
    await taps.choose("Choose the file", [locked]);
    await page.getByLabel("The words of the package").fill(words);
    await stopAtOnce(page);
    await taps.press("Open and check");
    expect(await taps.see("You stopped it. Nothing was changed.")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await unlock();
    expect(await taps.see("All of it fits together")).toBe(true);
  });

  test("the browser had nothing to complain of, and nothing was asked of the network", () => {
    expect(complaints).toEqual([]);
    expect(record.foreign()).toEqual([]);
  });
});

/** As the system does it when something is let go over the page. */
const dropOnPage = async (page: Page, path: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 195, y: 400, data });
  }
  await session.detach();
};
