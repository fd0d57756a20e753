import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { finishDist } from "../hosting/finish-dist.mjs";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { bundleOffline, callOffline, startChange } from "./harness/offline-in-page.ts";
import { recordRequests, type RequestRecord } from "./harness/record-requests.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let code: string;
let app: ServedApp;
let browser: AppBrowser;
let record: RequestRecord;

beforeAll(async () => {
  code = await bundleOffline();
});

beforeEach(async () => {
  app = await serveApp();
  browser = await launchApp();
  record = recordRequests(browser.context, app.url);
});

afterEach(async () => {
  await browser.close();
  await app.remove();
});

const register = async (page: Page): Promise<void> => {
  expect(await callOffline(page, code, "registerOffline")).toEqual({ ok: true });
};

/** What a page can see of what is kept on the device. */
const whatIsKept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));

const nothing = { registrations: 0, caches: [] };

describe("the app without a network", () => {
  test("opens at the second visit, after a reload, with the server stopped", async () => {
    const first = await browser.openPage(app.url);
    await register(first.page);
    await first.page.close();
    await app.stop();
    await expect(fetch(app.url)).rejects.toThrow("fetch failed");
    const { page, complaints } = await browser.openPage(app.url);
    await page.reload();
    expect(await page.title()).toBe("Notes");
    expect(await page.locator("script[src]").count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  test("has every file of the build, byte for byte", async () => {
    const { page } = await browser.openPage(app.url);
    await register(page);
    await app.stop();
    await page.reload();
    const files = filesOf(app.folder).filter((file) => !["sw.js", "_headers"].includes(file));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const text = await page.evaluate(async (path) => {
        const response = await fetch(path);
        const bytes = new Uint8Array(await response.arrayBuffer());
        return [...bytes].map((byte) => String.fromCharCode(byte)).join("");
      }, file);
      expect([
        file,
        Buffer.from(text, "latin1").equals(readFileSync(join(app.folder, file))),
      ]).toEqual([file, true]);
    }
  });

  test("asks for nothing but its own files", async () => {
    const { page } = await browser.openPage(app.url);
    await register(page);
    await page.reload();
    const files = new Set(filesOf(app.folder).map((file) => `${app.url}${file}`));
    expect(record.foreign()).toEqual([]);
    expect(record.urls().filter((url) => url !== app.url && !files.has(url))).toEqual([]);
    expect(record.urls()).toContain(`${app.url}verify.html`);
  });
});

describe("the mode that leaves nothing", () => {
  test("nothing is registered and nothing kept by looking around", async () => {
    const { page } = await browser.openPage(app.url);
    await page.reload();
    expect(await whatIsKept(page)).toEqual(nothing);
  });

  test("forgetting takes away everything that was brought", async () => {
    const { page } = await browser.openPage(app.url);
    await register(page);
    expect(await whatIsKept(page)).not.toEqual(nothing);
    await callOffline(page, code, "forgetOffline");
    expect(await whatIsKept(page)).toEqual(nothing);
    await page.reload();
    expect(await whatIsKept(page)).toEqual(nothing);
  });

  test("forgetting in the middle of an installation leaves nothing either", async () => {
    const { page } = await browser.openPage(app.url);
    await page.evaluate(
      `(async () => { ${code}
        const coming = offline.registerOffline();
        await offline.forgetOffline();
        await coming;
        await offline.forgetOffline();
      })()`,
    );
    await page.reload();
    expect(await whatIsKept(page)).toEqual(nothing);
  });

  test("whoever forgets may keep the app again, in the same window", async () => {
    const { page } = await browser.openPage(app.url);
    await register(page);
    await page.reload();
    await callOffline(page, code, "forgetOffline");
    await register(page);
    await app.stop();
    await page.reload();
    expect(await page.title()).toBe("Notes");
  });
});

describe("a new version", () => {
  const publish = async (title: string): Promise<void> => {
    const index = join(app.folder, "index.html");
    writeFileSync(index, readFileSync(index, "utf8").replace(/<title>.*</, `<title>${title}<`));
    writeFileSync(join(app.folder, "a/news.json"), JSON.stringify(title));
    await finishDist(app.folder);
    await app.stop();
    await app.start();
  };
  const lookForNews = (page: Page): Promise<unknown> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const updated = await registration?.update();
      const worker = updated?.installing;
      if (worker === null || worker === undefined) return "no news";
      return new Promise((resolve) => {
        worker.addEventListener("statechange", () => resolve(worker.state));
      });
    });
  const read = (page: Page, path: string): Promise<string> =>
    page.evaluate(async (from) => (await fetch(from)).text(), path);

  test("waits until it is wanted, and then is there as a whole; the old one is removed", async () => {
    await publish("Old");
    const { page } = await browser.openPage(app.url);
    await register(page);
    await page.reload();
    await publish("New");
    expect(await lookForNews(page)).toBe("installed");
    await page.reload();
    expect([await page.title(), await read(page, "a/news.json")]).toEqual(["Old", '"Old"']);
    expect(await callOffline(page, code, "findNewVersion")).toBe(true);
    await Promise.all([page.waitForEvent("load"), startChange(page, code)]);
    await app.stop();
    await page.reload();
    expect([await page.title(), await read(page, "a/news.json")]).toEqual(["New", '"New"']);
    expect(await whatIsKept(page)).toMatchObject({ caches: [expect.any(String)] });
  });

  test("does not take over while another window runs on the old one", async () => {
    await publish("Old");
    const { page } = await browser.openPage(app.url);
    await register(page);
    await browser.openPage(app.url);
    await publish("New");
    await lookForNews(page);
    expect(await callOffline(page, code, "useNewVersion")).toBe("other-windows");
    expect([await page.title(), await read(page, "a/news.json")]).toEqual(["Old", '"Old"']);
  });

  test("is refused while the host is half through it, and comes when it is whole", async () => {
    await publish("Old");
    const { page } = await browser.openPage(app.url);
    await register(page);
    await publish("New");
    const whole = readFileSync(join(app.folder, "verify.html"));
    appendFileSync(join(app.folder, "verify.html"), "<!-- of another build -->");
    expect(await lookForNews(page)).toBe("redundant");
    await page.reload();
    expect([await page.title(), await read(page, "a/news.json")]).toEqual(["Old", '"Old"']);
    writeFileSync(join(app.folder, "verify.html"), whole);
    expect(await lookForNews(page)).toBe("installed");
  });
});

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
