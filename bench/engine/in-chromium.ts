import { ask } from "../../test/browser/harness/ask.ts";
import { launchChromium } from "../../test/browser/harness/launch-chromium.ts";
import { servePage } from "../../test/browser/harness/serve-page.ts";

/** The same steps over OPFS in a real Chromium; wall clock. `in-chromium.mjs <rows> <page folder>` prints JSON. */
const [rows = "", pageFolder = ""] = process.argv.slice(2);
const served = await servePage(pageFolder);
const chromium = await launchChromium();
const page = await chromium.openPage(served.url);
console.log(JSON.stringify(await ask(page, { kind: "measure", rows: Number(rows) })));
await chromium.stop();
served.stop();
