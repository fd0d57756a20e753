import { setTimeout as delay } from "node:timers/promises";

import type { Page } from "playwright-core";

import type { Order } from "../page/messages.ts";
import { ask } from "./ask.ts";
import { crashPage } from "./launch-chromium.ts";

/**
 * Gives the order, waits for so many reports and a while longer, and crashes the page. Returns every report that came,
 * as JSON. Rejects when the work ended before the crash: then the crash would show nothing.
 */
export const crashDuring = async (
  page: Page,
  order: Order,
  point: { readonly reports: number; readonly delayMs: number },
): Promise<readonly string[]> => {
  const heard: string[] = [];
  let reach: (() => void) | undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  await page.exposeFunction("hearReport", (report: string) => {
    heard.push(report);
    if (heard.length === point.reports) reach?.();
  });
  let hasCrashed = false;
  const ended = ask(page, order).then(
    () => "the work ended before the crash",
    (error: unknown) => (hasCrashed ? undefined : String(error)),
  );
  await Promise.race([reached, ended]);
  await delay(point.delayMs);
  hasCrashed = true;
  await crashPage(page);
  const fault = await ended;
  if (fault !== undefined) throw new Error(fault);
  return heard;
};
