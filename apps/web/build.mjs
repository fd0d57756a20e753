// @ts-check
// Builds the app into dist/: what any static host, and `npm start`, serves.
import { fileURLToPath } from "node:url";

import { build } from "vite";

await build({
  configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)),
  logLevel: "warn",
});
