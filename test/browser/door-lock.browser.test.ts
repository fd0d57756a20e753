import { setTimeout as delay } from "node:timers/promises";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  askDoor,
  type DoorBrowser,
  listAt,
  makePlace,
  passphrase,
  startDoorBrowser,
  valueAt,
} from "./harness/door-page.ts";
import { crashPage } from "./harness/launch-chromium.ts";

const lockedAnswer = { ok: false, error: { code: "place_locked" } };

describe("a place that is locked, taken over, killed or full", () => {
  let browser: DoorBrowser;
  beforeAll(async () => {
    browser = await startDoorBrowser();
  });
  afterAll(() => browser.stop());

  const heard = async (page: Page): Promise<readonly string[]> =>
    listAt(await page.evaluate("window.heard.states")).map(String);

  it("drops its keys with its worker, and opens again", async () => {
    const page = await browser.newPage();
    const id = await makePlace(page);
    await askDoor(page, { kind: "keep-chat", messages: 200 });
    expect(page.workers().length).toBeGreaterThan(0);
    await askDoor(page, { kind: "lock" });
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await askDoor(page, { kind: "state" })).toEqual({ kind: "locked", why: "asked" });
    expect(await askDoor(page, { kind: "count" })).toEqual(lockedAnswer);
    expect(await askDoor(page, { kind: "open", id, secret: passphrase })).toMatchObject({
      ok: true,
    });
    expect(await askDoor(page, { kind: "count" })).toMatchObject({ value: { items: 200 } });
    await page.close();
  });

  it("finishes the file in hand before it locks", async () => {
    const page = await browser.newPage();
    const id = await makePlace(page);
    const keeping = askDoor(page, { kind: "keep-chat", messages: 8_000 });
    await expect
      .poll(async () => valueAt(await askDoor(page, { kind: "state" }), "revision"))
      .toBeGreaterThan(0);
    await delay(100);
    await askDoor(page, { kind: "lock" });
    await keeping;
    await askDoor(page, { kind: "open", id, secret: passphrase });
    const count = await askDoor(page, { kind: "count" });
    // Nothing half: all of the chat, or none of it when its turn had not come.
    expect([0, 8_000]).toContain(valueAt(count, "value", "items"));
    await page.close();
  });

  it("lets go in the same breath with the quick exit, in the middle of a file, and is whole", async () => {
    const page = await browser.newPage();
    const id = await makePlace(page);
    await askDoor(page, { kind: "keep-chat", messages: 300 });
    const keeping = askDoor(page, { kind: "keep-chat", messages: 20_000 });
    await delay(600);
    await askDoor(page, { kind: "lock-now" });
    expect(await askDoor(page, { kind: "state" })).toEqual({ kind: "locked", why: "asked" });
    expect(await keeping).toMatchObject({ events: expect.any(Array) });
    expect(await askDoor(page, { kind: "open", id, secret: passphrase })).toMatchObject({
      ok: true,
    });
    const count = await askDoor(page, { kind: "count" });
    expect([300, 20_300]).toContain(valueAt(count, "value", "items"));
    await page.close();
  });

  it("is told to a second tab, which takes it over; the first one says so", async () => {
    const first = await browser.newPage();
    const second = await browser.newPage();
    const id = await makePlace(first);
    expect(await askDoor(second, { kind: "open", id, secret: passphrase })).toEqual({
      ok: false,
      error: { code: "place_in_use" },
    });
    expect(await askDoor(second, { kind: "take-over", id })).toEqual({ ok: true });
    expect(await askDoor(second, { kind: "open", id, secret: passphrase })).toMatchObject({
      ok: true,
    });
    await expect.poll(() => heard(first)).toContain("locked taken-over");
    expect(await askDoor(first, { kind: "count" })).toEqual(lockedAnswer);
    await first.close();
    await second.close();
  });

  it("is whole after its tab has crashed while a file was taken in", async () => {
    const page = await browser.newPage();
    const id = await makePlace(page);
    await askDoor(page, { kind: "keep-chat", messages: 250 });
    const keeping = askDoor(page, { kind: "keep-chat", messages: 30_000 }).catch(() => "crashed");
    await delay(900);
    await crashPage(page);
    expect(await keeping).toBe("crashed");
    const next = await browser.newPage();
    expect(await askDoor(next, { kind: "open", id, secret: passphrase })).toMatchObject({
      ok: true,
    });
    const count = await askDoor(next, { kind: "count" });
    expect([250, 30_250]).toContain(valueAt(count, "value", "items"));
    await next.close();
  });

  it("says disk_full when the browser gives no more room, and keeps what it had", async () => {
    const page = await browser.newPage();
    await makePlace(page);
    await askDoor(page, { kind: "keep-chat", messages: 200 });
    const session = await page.context().newCDPSession(page);
    const origin = new URL(browser.url).origin;
    const used = Number(
      await page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)"),
    );
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: used + 2_000_000 });
    const events = listAt(await askDoor(page, { kind: "keep-noise", sizeInBytes: 8_000_000 }));
    expect(events.at(-1)).toMatchObject({ kind: "not-kept", error: { code: "disk_full" } });
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    expect(await askDoor(page, { kind: "count" })).toMatchObject({ value: { items: 200 } });
    expect(
      listAt(await askDoor(page, { kind: "keep-noise", sizeInBytes: 1_000_000 })).at(-1),
    ).toMatchObject({ kind: "kept" });
    await page.close();
  });

  it("slows the next try after wrong passphrases, and says from when it is heard", async () => {
    const page = await browser.newPage();
    const id = await makePlace(page);
    await askDoor(page, { kind: "lock" });
    const wrong = { kind: "passphrase", text: "not it" } as const;
    for (const failedTries of [1, 2, 3]) {
      expect(await askDoor(page, { kind: "open", id, secret: wrong })).toMatchObject({
        error: { code: "wrong_secret", failedTries },
      });
    }
    expect(await askDoor(page, { kind: "open", id, secret: passphrase })).toMatchObject({
      error: { code: "too_early", nextTryAt: expect.any(Number) },
    });
    const mine = listAt(await askDoor(page, { kind: "list" }), "value").find(
      (place) => valueAt(place, "id") === id,
    );
    expect(mine).toMatchObject({ failedTries: 3, state: "ready", opensWith: ["passphrase"] });
    await page.close();
  });
});
