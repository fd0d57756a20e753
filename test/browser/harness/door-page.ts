import { join } from "node:path";

import type { Page } from "playwright-core";
import { expect } from "vitest";

import type { DoorOrder } from "../page/door/orders.ts";
import { type Chromium, launchChromium } from "./launch-chromium.ts";
import { servePage } from "./serve-page.ts";

/** Sends an order to the page's door and waits for its answer. */
export const askDoor = (page: Page, order: DoorOrder): Promise<unknown> =>
  page.evaluate(`window.ask(${JSON.stringify(order)})`);

export const passphrase = { kind: "passphrase", text: "harbour light seven" } as const;

export interface DoorBrowser {
  readonly chromium: Chromium;
  readonly url: string;
  readonly newPage: () => Promise<Page>;
  readonly stop: () => Promise<void>;
}

export const startDoorBrowser = async (): Promise<DoorBrowser> => {
  const served = await servePage(join(import.meta.dirname, "../page/door"));
  const chromium = await launchChromium();
  return {
    chromium,
    url: served.url,
    newPage: () => chromium.openPage(served.url),
    stop: async () => {
      await chromium.stop();
      served.stop();
    },
  };
};

/** A new place, open; gives its id. */
export const makePlace = async (
  page: Page,
  options: Partial<Extract<DoorOrder, { readonly kind: "create" }>> = {},
): Promise<string> => {
  const created = await askDoor(page, {
    kind: "create",
    name: "Notes",
    keeps: "on-device",
    pictures: "all-adult",
    secrets: [passphrase],
    ...options,
  });
  expect(created).toMatchObject({ ok: true });
  return String(valueAt(created, "value", "id"));
};

/** What lies in an answer at these names; `undefined` when it is not there. */
export const valueAt = (value: unknown, ...names: readonly (string | number)[]): unknown => {
  let at: unknown = value;
  for (const name of names) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Reflect.get(at, name);
  }
  return at;
};

export const listAt = (value: unknown, ...names: readonly (string | number)[]): unknown[] => {
  const found = valueAt(value, ...names);
  return Array.isArray(found) ? [...found] : [];
};
