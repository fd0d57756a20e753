// Starts the thread that parses, within the limits that the command line sets it.
import { Worker } from "node:worker_threads";

import { parserLimits } from "../../apps/cli/src/adding/parser-limits.ts";

new Worker(new URL("./parse-in-worker.mjs", import.meta.url), {
  workerData: process.argv[2],
  resourceLimits: parserLimits,
}).on("error", (error) => {
  throw error;
});
