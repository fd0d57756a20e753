import { launchChromium } from "../../test/browser/harness/launch-chromium.ts";
import { servePage } from "../../test/browser/harness/serve-page.ts";
import { rendererPeakInMb } from "../measure/renderer-peak.mjs";

/** `in-chromium.mjs <page folder> <file>`: a chat export into a new vault over OPFS in a real Chromium, as JSON. */
const [pageFolder = "", file = ""] = process.argv.slice(2);
const served = await servePage(pageFolder);
const chromium = await launchChromium();
const page = await chromium.openPage(served.url);
await page.setInputFiles("#file", file);
const measured: unknown = await page.evaluate("window.ask()");
const peakInMb = rendererPeakInMb(chromium.profileFolder);
console.log(JSON.stringify({ ...Object(measured), peakInMb }));
await chromium.stop();
served.stop();
