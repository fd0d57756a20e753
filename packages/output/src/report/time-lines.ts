import type { TimeWords } from "@holdfast/words";

import { bdi, type Html, markup, none } from "../html/html.ts";

/** Local time first, UTC second, a line each. */
export const timeLines = (time: TimeWords): Html =>
  markup`<span>${bdi(time.local)}</span>${time.utc === undefined ? none : markup`<span class="soft utc">${time.utc}</span>`}`;
