import type { Page } from "playwright-core";

import type { DoorOrder } from "../page/door/orders.ts";

/** Sends an order to the page's door and waits for its answer. */
export const askDoor = (page: Page, order: DoorOrder): Promise<unknown> =>
  page.evaluate(`window.ask(${JSON.stringify(order)})`);
