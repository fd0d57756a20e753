import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { askDoor } from "./harness/ask-door.ts";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

const passphrase = { kind: "passphrase", text: "harbour light seven" } as const;

describe("the app's door in Chromium", () => {
  let served: ServedPage;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    served = await servePage(join(import.meta.dirname, "page/door"));
    chromium = await launchChromium();
    page = await chromium.openPage(served.url);
  });
  afterAll(async () => {
    await chromium.stop();
    served.stop();
  });

  it("makes a place, keeps a chat, and shows it", async () => {
    const created = await askDoor(page, {
      kind: "create",
      name: "Notes",
      keeps: "on-device",
      pictures: "all-adult",
      secrets: [passphrase],
    });
    expect(created).toMatchObject({ ok: true, value: { name: "Notes", keeps: "on-device" } });
    const kept = await askDoor(page, { kind: "keep-chat", messages: 500 });
    expect(kept).toMatchObject({
      events: [{ kind: "began" }, { kind: "kept", file: { items: 500, format: "whatsapp-txt" } }],
    });
    expect(await askDoor(page, { kind: "count" })).toEqual({
      ok: true,
      value: { items: 500, exhibits: 1 },
    });
    expect(await askDoor(page, { kind: "search", text: "number 77" })).toMatchObject({
      ok: true,
      value: { hits: [{ item: { text: "message number 77 of this chat" } }] },
    });
  });
});
