import { bytesToHex, bytesToSource, readAll } from "@holdfast/evidence";
import { type AgreementPair, openInboxEntry } from "@holdfast/seal";
import { createWebAead, createWebKeyAgreement } from "@holdfast/vault/web-crypto";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { bundleOffline, callOffline } from "./harness/offline-in-page.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const place = "0123456789abcdef0123456789abcdef";
const words = "the tide is high, said nobody";
/** Eight bytes that begin a PNG, and a mark to look for. */
const picture = "\u0089PNG\r\n\u001A\nmark-of-a-picture";
const keyAgreement = createWebKeyAgreement();

let code: string;
let app: ServedApp;
let browser: AppBrowser;
let page: Page;

beforeEach(async () => {
  code = await bundleOffline();
  app = await serveApp();
  browser = await launchApp();
  ({ page } = await browser.openPage(app.url));
  await callOffline(page, code, "registerOffline");
  // The app's own start takes what arrived, once and for all. Here the test does, in a page on which no script began.
  await page.addInitScript("if (new URL(location.href).searchParams.has('in')) stop();");
});

afterEach(async () => {
  await browser.close();
  await app.remove();
});

/** As the browser does it for a share target: a form that is posted to the manifest's action. */
const share = async (): Promise<void> => {
  await page.evaluate(
    ([chat, image]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.enctype = "multipart/form-data";
      form.action = "./in";
      const title = document.createElement("input");
      title.name = "title";
      title.value = "From a chat";
      const files = document.createElement("input");
      files.type = "file";
      files.name = "files";
      const chosen = new DataTransfer();
      chosen.items.add(new File([chat ?? ""], "chat.txt", { type: "text/plain" }));
      const bytes = Uint8Array.from(image ?? "", (character) => character.charCodeAt(0));
      chosen.items.add(new File([bytes], "picture.png", { type: "image/png" }));
      files.files = chosen.files;
      form.append(title, files);
      document.body.append(form);
      form.submit();
    },
    [words, picture],
  );
  await page.waitForURL(/[?]in=/, { waitUntil: "commit" });
};

/** What the page that opens gets, and what it gets when it asks once more. */
const arrive = (): Promise<unknown> =>
  page.evaluate(`(async () => { ${code}
    const ticket = offline.takeTicket();
    const address = location.href;
    const { things } = await offline.takeArrival(ticket);
    return {
      title: things.title,
      files: things.files.map((file) => file.name),
      sealed: things.sealed,
      address,
      again: (await offline.takeArrival(ticket)).kind,
    };
  })()`);

/** Every file in the storage of the origin, and every entry of its caches, as text of bytes. */
const everythingKept = (): Promise<readonly (readonly [string, string])[]> =>
  page.evaluate(async () => {
    const found: (readonly [string, string])[] = [];
    const textOf = (bytes: ArrayBuffer): string =>
      Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
    const visit = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory") {
          await visit(await folder.getDirectoryHandle(name), `${path}${name}/`);
        } else {
          const file = await (await folder.getFileHandle(name)).getFile();
          found.push([`${path}${name}`, textOf(await file.arrayBuffer())]);
        }
      }
    };
    await visit(await navigator.storage.getDirectory(), "");
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) found.push([request.url, ""]);
    }
    for (const { name } of await indexedDB.databases()) found.push([`database ${name}`, ""]);
    return found;
  });

/** The part of a locked place that a service worker needs: the header, with its public key. */
const makePlace = async (name: string): Promise<AgreementPair> => {
  const pair = await keyAgreement.createPair();
  const header = { header: { vault: place, inbox: { publicKey: bytesToHex(pair.publicKey) } } };
  await page.evaluate(
    async ([folder, text]) => {
      const root = await navigator.storage.getDirectory();
      const made = await root.getDirectoryHandle(folder ?? "", { create: true });
      const file = await made.getFileHandle("header", { create: true });
      const writable = await file.createWritable();
      await writable.write(text ?? "");
      await writable.close();
    },
    [name, JSON.stringify(header)],
  );
  return pair;
};

const inMemory = {
  title: "From a chat",
  files: ["chat.txt", "picture.png"],
  sealed: 0,
  again: "lost",
};

test("before there is a place, all of it is handed to the page, once, and written nowhere", async () => {
  await share();
  expect(await arrive()).toEqual({ ...inMemory, address: app.url });
  const kept = await everythingKept();
  expect(kept.filter(([name]) => !name.startsWith(app.url))).toEqual([]);
  expect(kept.filter(([name]) => name.slice(app.url.length).startsWith("in?"))).toEqual([]);
});

test("with a locked place, words are encrypted to it; a picture is handed over and written nowhere", async () => {
  const pair = await makePlace(place);
  await share();
  expect(await arrive()).toEqual({
    ...inMemory,
    files: ["picture.png"],
    sealed: 1,
    address: app.url,
  });
  const kept = (await everythingKept()).filter(([name]) => name.startsWith(place));
  expect(kept.map(([name]) => name.replace(/[0-9a-f]{32}$/, "…")).sort()).toEqual([
    `${place}/header`,
    `${place}/inbox/…`,
  ]);
  for (const [name, text] of kept) {
    expect([name, /tide|mark-of-a-picture|chat\.txt/.test(text)]).toEqual([name, false]);
  }
  const [, sealed] = kept.find(([name]) => name.includes("/inbox/")) ?? ["", ""];
  const opened = await openInboxEntry(
    { aead: createWebAead(), keyAgreement },
    { pair, vault: place, sealed: bytesToSource(Buffer.from(sealed, "latin1")) },
  );
  expect(opened).toMatchObject({ ok: true, value: { head: { name: "chat.txt", nth: 0 } } });
  const content = opened.ok ? await readAll(opened.value.content) : undefined;
  expect(new TextDecoder().decode(content)).toBe(words);
});

test("with several places nothing is written: the page asks which one is meant", async () => {
  await makePlace(place);
  await makePlace("f".repeat(32));
  await share();
  expect(await arrive()).toEqual({ ...inMemory, address: app.url });
  const kept = (await everythingKept()).map(([name]) => name);
  expect(kept.filter((name) => name.includes("/inbox"))).toEqual([]);
});
