import { readdirSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { appPolicy, commonHeaders } from "../hosting/headers.mjs";
import { faces, plainPageOf } from "../src/app/faces.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { recordRequests, type RequestRecord } from "./harness/record-requests.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let app: ServedApp;
let browser: AppBrowser;
let record: RequestRecord;

beforeAll(async () => {
  app = await serveApp();
  browser = await launchApp();
  record = recordRequests(browser.context, app.url);
});

afterAll(async () => {
  await browser.close();
  await app.remove();
});

describe("what is served", () => {
  test("every file has the headers of the house, and one policy", async () => {
    const files = readdirSync(app.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^[._]/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(app.folder.length + 1));
    for (const file of ["", ...files]) {
      const { headers } = await fetch(`${app.url}${file}`);
      const got = Object.keys(commonHeaders).map((name) => [name, headers.get(name)]);
      expect([file, Object.fromEntries(got)]).toEqual([file, commonHeaders]);
      const policy = file === "verify.html" ? "frame-ancestors 'none'" : appPolicy;
      expect([file, headers.get("content-security-policy")]).toEqual([file, policy]);
    }
  });

  test("nobody who asks by another name gets the app", async () => {
    const status = await new Promise((resolve, reject) => {
      httpRequest(app.url, { headers: { host: "attack.example.org" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe("the policy", () => {
  test("the first screen breaks none of it, and asks for nothing elsewhere", async () => {
    const { page, complaints } = await browser.openPage(app.url);
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
    expect(record.foreign()).toEqual([]);
    await page.close();
  });

  const outcomeOf = (page: Page, attempt: string): Promise<unknown> =>
    page.evaluate(
      `(async () => { try { ${attempt}; return "done"; } catch (error) { return error.name; } })()`,
    );

  test.each([
    ["markup from a string", "document.body.innerHTML = '<b>x</b>'"],
    ["a worker from a blob", "new Worker(URL.createObjectURL(new Blob(['1'])))"],
    ["a worker from elsewhere", "new Worker('https://example.org/a/x.js')"],
    ["a service worker of another file", "await navigator.serviceWorker.register('./verify.html')"],
    ["a second policy", "trustedTypes.createPolicy('other', {})"],
    ["a request to elsewhere", "await fetch('https://example.org/')"],
  ])("refuses %s", async (_, attempt) => {
    const { page } = await browser.openPage(app.url);
    expect(await outcomeOf(page, attempt)).toBe("TypeError");
    await page.close();
  });

  test("lets an element be emptied by an empty string", async () => {
    const { page } = await browser.openPage(app.url);
    expect(await outcomeOf(page, "document.createElement('p').innerHTML = ''")).toBe("done");
    await page.close();
  });

  test("an inline script does not run", async () => {
    const { page } = await browser.openPage(app.url);
    await page
      .evaluate(() => {
        const script = document.createElement("script");
        script.append("document.title = 'changed'");
        document.head.append(script);
      })
      .catch(() => undefined);
    expect(await page.title()).toBe("Notes");
    await page.close();
  });
});

describe("the faces", () => {
  test.each(faces)(
    "%s: a manifest that browsers take, with icons of the size it says",
    async (face) => {
      const { page, complaints } = await browser.openPage(`${app.url}${plainPageOf(face)}`);
      await page.evaluate((href) => {
        const link = document.createElement("link");
        link.rel = "manifest";
        link.href = href;
        document.head.append(link);
      }, `${app.url}${face}/app.webmanifest`);
      const session = await page.context().newCDPSession(page);
      const { errors, url, data } = await session.send("Page.getAppManifest");
      expect([url, errors]).toEqual([`${app.url}${face}/app.webmanifest`, []]);
      expect(complaints).toEqual([]);
      const manifest: unknown = JSON.parse(data ?? "");
      expect(manifest).toMatchObject({
        id: `/${face}`,
        start_url: `../?${face}`,
        share_target: { action: "../in", method: "POST" },
      });
      for (const size of [192, 512]) {
        for (const name of [`${size}.png`, `mask-${size}.png`]) {
          const bytes = readFileSync(join(app.folder, face, name));
          expect([name, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
            name,
            size,
            size,
          ]);
        }
      }
      await page.close();
    },
  );

  test("nothing in a manifest or on a plain page says what this is", () => {
    for (const face of faces) {
      const text = [`${face}/app.webmanifest`, plainPageOf(face)]
        .map((path) => readFileSync(join(app.folder, path), "utf8"))
        .join();
      expect(text).not.toMatch(/holdfast|threat|evidence|proof|safe|secret|private|lock/i);
    }
  });
});

describe("the plain pages", () => {
  test.each(faces)("%s has no script, no link, nothing missing and no barrier", async (face) => {
    const { page, complaints } = await browser.openPage(`${app.url}${plainPageOf(face)}`);
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
    expect(await page.locator("script, a, form, button").count()).toBe(0);
    expect(record.foreign()).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.close();
  });
});
