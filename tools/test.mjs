// @ts-check
// `npm test`: everything, the browser and the strangers' programs too. Needs no set-up before it.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { needPeers } from "./peers.mjs";
import { setUp } from "./setup.mjs";
import { finish, runStep, runVitest, staticSteps } from "./steps.mjs";

const browserConfig = "vitest.browser.config.ts";

setUp();
needPeers();
const built = runStep({ name: "build", command: ["node", "tools/build.mjs"] });
const checks = [...staticSteps.map(runStep), runVitest("Tests", [])];
const inBrowser = existsSync(fileURLToPath(new URL(`../${browserConfig}`, import.meta.url)))
  ? [runVitest("Tests in Chromium", ["--config", browserConfig])]
  : [];
finish([built, ...checks, ...inBrowser]);
