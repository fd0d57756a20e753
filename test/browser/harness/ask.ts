import type { Page } from "playwright-core";

import type { Order } from "../page/messages.ts";

/** Sends an order to the page's worker and waits for its answer. */
export const ask = (page: Page, order: Order): Promise<unknown> =>
  // Text, not a function: what runs in the page belongs to another world of types than this file.
  page.evaluate(`window.ask(${JSON.stringify(order)})`);
